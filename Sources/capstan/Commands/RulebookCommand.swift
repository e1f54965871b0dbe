import ArgumentParser
import CapabilityScore
import RuleFiles

struct RulebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulebook", abstract: "The rules that scores are computed by.",
    discussion: """
      Examples:
        capstan rulebook show membership-2023
        capstan rulebook diff insights-2024 membership-2023
        capstan rulebook check my-rules.toml
      """,
    subcommands: [List.self, Show.self, Diff.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the rulebooks.")
    @OptionGroup var output: FormatOption

    func run() throws {
      var list = ListOutput(["id", "name", "file"], right: [])
      let rulebooks = Rulebooks(folder: Folders().rulebooks)
      for file in rulebooks.files {
        let rulebook = try? rulebooks.read(file)
        list.add(
          [
            file.id ?? "?", rulebook?.name ?? "cannot be read: capstan rulebook check \(file.name)",
            file.name,
          ], [])
      }
      list.print(output.format, filter: nil)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a rulebook in words, or as the file it was read from.")
    @Flag(help: "The TOML file itself, to copy and change.") var toml = false
    @Argument(
      help: "The rulebook's id, or a file's path; that of the configuration unless given.",
      completion: Completions.rulebook)
    var id: String?

    func run() throws {
      let folders = Folders()
      let rulebooks = Rulebooks(folder: folders.rulebooks)
      let id = try id ?? Configuration.read(folders.configurationFile).rulebook
      let file = try rulebooks.file(idOrPath: id)
      if toml {
        Output.piece(file.text)
        return
      }
      RulebookText(try rulebooks.rulebook(of: file)).print()
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show in words what the second rulebook says otherwise than the first.")
    @OptionGroup var output: FormatOption
    @Argument(help: "A rulebook's id, or a file's path.", completion: Completions.rulebook)
    var first: String
    @Argument(help: "Another's.", completion: Completions.rulebook) var second: String

    func run() throws {
      let rulebooks = Rulebooks(folder: Folders().rulebooks)
      let difference = try RulebookDifference(
        rulebooks.rulebook(of: rulebooks.file(idOrPath: first)),
        rulebooks.rulebook(of: rulebooks.file(idOrPath: second)))
      RulebookDifferenceText(difference, first, second).print(output.format)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a rulebook file; says nothing wrong, or what, with file and line.")
    @Argument(help: "A rulebook file.", completion: .file(extensions: ["toml"])) var file: String

    func run() throws {
      guard let text = Folders.text(of: file) else {
        throw Failure(.noInput, "cannot read '\(file)'")
      }
      let rulebook = try Rulebooks(folder: Folders().rulebooks)
        .rulebook(of: RulebookFile(name: file, text: text))
      Output.line(
        "\(file): \(rulebook.id) is sound: \(rulebook.areas.count) areas, "
          + "\(rulebook.measures.count) measures, \(rulebook.certifications.count) certifications")
    }
  }
}
