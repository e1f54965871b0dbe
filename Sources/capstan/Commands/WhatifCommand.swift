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
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "A scenario file (JSON).", completion: .file(extensions: ["json"]))
  var file: String

  func run() throws {
    let scenario = try ScenarioReading.scenario(file)
    let partner = try data.partnerData()
    let board = try partner.board(
      scenario.edits, rulebooks: Rulebooks(folder: data.folders.rulebooks))
    switch output.format {
    case .json: Output.raw(json(board, partner).text)
    case .text, .csv: ScenarioText(board, name: scenario.name, partner.disclosure).print()
    }
  }

  private func json(_ board: ScenarioBoard, _ partner: PartnerData) -> JSONValue {
    let name = board.edited.base.partner
    return .object([
      ("schema", .integer(1)),
      (
        "before",
        board.baseline.json(
          rulebook: partner.rulebook, partner: name, enrolments: partner.enrolments,
          disclosure: partner.disclosure)
      ),
      (
        "after",
        board.scorecard.json(
          rulebook: board.scorer.rulebook, partner: name, enrolments: partner.enrolments,
          disclosure: partner.disclosure)
      ),
    ])
  }
}

/// Scenario files from disk.
enum ScenarioReading {
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
