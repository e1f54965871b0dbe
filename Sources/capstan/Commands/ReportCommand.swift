import ArgumentParser
import CapabilityScore
import Foundation

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the standing as a page, for people who do not use a terminal.",
    discussion: """
      Scores, the window, what fails and why, near misses and the plan. The file's name says in which
      form: .md, .html (one file, nothing from outside), or .csv.

      Examples:
        capstan report --output standing.html
        capstan report --area security data-ai --output security.md
        capstan report --scenario "Q3 plan" --output q3.html --replace
      """)

  @OptionGroup var data: DataOptions
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Only these areas.", valueName: "id"),
    completion: Completions.area)
  var area: [String] = []
  @Option(
    help: ArgumentHelp("Show the standing with a stored scenario.", valueName: "name"),
    completion: Completions.scenario)
  var scenario: String?
  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String
  @Flag(help: "Write over a file that is there.") var replace = false

  func run() throws {
    guard let form = Form(rawValue: (output as NSString).pathExtension.lowercased()) else {
      throw Failure(.usage, "'\(output)' should end in .md, .html or .csv")
    }
    let file = PrivateFile(path: output)
    try file.checkIsFree(replaces: replace)
    let partner = try data.partnerData()
    let edits = try scenario.map { try ScenarioShelf(path: partner.cachePath).scenario($0).edits }
    let board = try partner.board(edits ?? [], rulebooks: Rulebooks(folder: data.folders.rulebooks))
    var areas: [Int] = []
    for id in area { areas.append(try board.scorer.rulebook.area(named: id)) }
    let report = Report(
      board, scenario: scenario, partner,
      areas: areas.isEmpty ? Array(board.scorer.rulebook.areas.indices) : areas,
      effort: try data.configuration().effort)
    try file.write(form.text(report), replaces: replace)
  }

  private enum Form: String {
    case md, html, csv

    func text(_ report: Report) -> String {
      switch self {
      case .md: report.markdown
      case .html: report.html
      case .csv: report.csv
      }
    }
  }
}
