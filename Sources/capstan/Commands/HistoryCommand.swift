import ArgumentParser
import CapabilityScore

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show an area over the six months that decide, and what moved.",
    discussion: """
      With the day of an enrolment in capstan.toml, it also tells when it is to be renewed:
        [enrolment]
        modern-work = 2025-08-15

      Examples:
        capstan history modern-work
        capstan history security --format csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Option(
    help: ArgumentHelp("The track; the partner's own unless given.", valueName: "id"),
    completion: Completions.track)
  var track: String?
  @Argument(help: "The area's id.", completion: Completions.area) var area: String

  func run() throws {
    let partner = try data.partnerData()
    let area = try partner.rulebook.area(named: area)
    let explainer = try partner.explainer()
    let scorecard = partner.scorecard(explainer)
    let track = try partner.rulebook.track(
      named: track, ofArea: area, own: scorecard.areas[area].selectedTrack)
    let history = History(partner, explainer, scorecard, area: area, track: track)
    switch output.format {
    case .text: history.print()
    case .json: Output.raw(history.json.text)
    case .csv: Output.raw(history.csv)
    }
  }
}
