import ArgumentParser
import CapabilityScore
import RuleFiles

struct WhatifCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "Score a scenario: before, after, and what changes.",
    discussion: """
      Example:
        capstan whatif q3-plan.json
        capstan whatif q3-plan.json --format json
        capstan whatif --edit '{"edit": "remove-tenant", "tenant": "GUID"}'
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A scenario file (JSON).", completion: .file(extensions: ["json"]))
  var file: String?
  @Option(
    name: .customLong("edit"),
    help: ArgumentHelp(
      "One edit more, as it is written in a scenario file; may be repeated.", valueName: "json"))
  var edits: [String] = []

  func validate() throws {
    if file == nil && edits.isEmpty {
      throw ValidationError("name a scenario file, or give an --edit")
    }
  }

  func run() throws {
    var scenario = try file.map(ScenarioReading.scenario) ?? Scenario(name: "what if", edits: [])
    scenario.edits += try edits.map(ScenarioReading.edit)
    let partner = try data.partnerData()
    let board = try partner.board(
      scenario.edits, rulebooks: Rulebooks(folder: data.folders.rulebooks))
    ScenarioText(board, name: scenario.name, partner.disclosure)
      .print(output.format, .problems, partner)
  }
}

/// Scenarios from files and from the command line.
enum ScenarioReading {
  static func edit(_ text: String) throws(Failure) -> ScenarioEdit {
    do {
      return try ScenarioFile.edit(text, name: "--edit")
    } catch {
      throw Failure(.data, error.description)
    }
  }

  /// The command line that makes this edit alone.
  @Sendable static func commandLine(_ edit: ScenarioEdit) -> String {
    "capstan whatif --edit '\(ScenarioFile.text(of: edit).replacing("'", with: "'\\''"))'"
  }

  static func scenario(_ path: String) throws(Failure) -> Scenario {
    guard let text = Folders.text(of: path) else {
      throw Failure(.noInput, "cannot read '\(path)'")
    }
    do {
      return try ScenarioFile(name: path, text: text).scenario()
    } catch {
      throw Failure(.data, error.description)
    }
  }
}
