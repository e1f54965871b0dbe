import ArgumentParser
import CapabilityScore
import RuleFiles

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "The what-if scenarios that the cache keeps.",
    discussion: """
      Examples:
        capstan scenario list
        capstan scenario show "Q3 plan"
        capstan scenario export "Q3 plan" q3.json
        capstan scenario import q3.json --replace
      """,
    subcommands: [List.self, Show.self, Export.self, Import.self, Delete.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the scenarios, with what each makes of every area.")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: FormatOption

    func run() throws {
      let partner = try data.partnerData()
      let scenarios = try ScenarioShelf(path: partner.cachePath).all()
      let boards = try partner.boards(
        of: scenarios, rulebooks: Rulebooks(folder: data.folders.rulebooks))
      ScenarioList(scenarios, boards, partner).print(output.format)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a scenario: its edits, whether each applies, and the scores before and after."
    )
    @OptionGroup var data: DataOptions
    @OptionGroup var output: FormatOption
    @Argument(help: "The scenario's name.", completion: Completions.scenario) var name: String

    func run() throws {
      let partner = try data.partnerData()
      let scenario = try ScenarioShelf(path: partner.cachePath).scenario(name)
      let board = try partner.board(
        scenario.edits, rulebooks: Rulebooks(folder: data.folders.rulebooks))
      ScenarioText(board, name: scenario.name, partner.disclosure)
        .print(output.format, .withEdits, partner)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write a scenario as JSON, to standard output or to a file.")
    @OptionGroup var data: DataOptions
    @Flag(help: "Write over a file that is there.") var replace = false
    @Argument(help: "The scenario's name.", completion: Completions.scenario) var name: String
    @Argument(help: "The file to write.", completion: .file(extensions: ["json"]))
    var file: String?

    func run() throws {
      let partner = try data.partnerData()
      let scenario = try ScenarioShelf(path: partner.cachePath).scenario(name)
      try partner.disclosure.demand(.copying)
      let text = ScenarioFile.text(of: scenario.portable)
      guard let file else {
        Output.raw(JSONValue.written(String(text.dropLast())).text)
        return
      }
      try PrivateFile(path: file).write(text, replaces: replace)
      Output.line("\(name) is in \(file)")
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Take a scenario file into the cache.")
    @OptionGroup var data: DataOptions
    @Flag(help: "Take the place of a scenario of the same name.") var replace = false
    @Argument(help: "A scenario file (JSON).", completion: .file(extensions: ["json"]))
    var file: String

    func run() throws {
      let partner = try data.partnerData()
      try partner.disclosure.demand(.keepingScenarios)
      let scenario = try ScenarioReading.scenario(file)
      let shelf = ScenarioShelf(path: partner.cachePath)
      guard try replace || shelf.scenarios(named: scenario.name).isEmpty else {
        throw Failure(
          .cannotCreate,
          "there is a scenario '\(scenario.name)' already; --replace takes its place")
      }
      try shelf.save(scenario)
      Output.line(
        "\(scenario.name), \(NumberWords.counted(scenario.edits.count, "edit")), is in the cache")
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Delete a scenario.")
    @OptionGroup var data: DataOptions
    @Argument(help: "The scenario's name.", completion: Completions.scenario) var name: String

    func run() throws {
      let partner = try data.partnerData()
      try partner.disclosure.demand(.keepingScenarios)
      let shelf = ScenarioShelf(path: partner.cachePath)
      _ = try shelf.scenario(name)
      _ = try shelf.delete(name)
      Output.line("\(name) is deleted")
    }
  }
}
