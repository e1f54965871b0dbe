import ArgumentParser
import CapabilityScore

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Print the score of every solution area.",
    discussion: """
      Examples:
        capstan score
        capstan score --area modern-work --as-of 2024-07-15
        capstan score --format json
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Only these areas.", valueName: "id"),
    completion: Completions.area)
  var area: [String] = []

  func run() throws {
    let data = try data.partnerData()
    let rulebook = data.rulebook
    for id in area { _ = try rulebook.area(named: id) }
    let (scorecard, partner) = try data.scorecard()
    switch output.format {
    case .json:
      Output.raw(
        scorecard.json(
          rulebook: rulebook, partner: partner, enrolments: data.enrolments,
          areaIDs: area, disclosure: data.disclosure
        ).text)
    case .csv:
      Output.raw(ScoreText(scorecard, data, area).csv)
    case .text:
      ScoreText(scorecard, data, area).print(partner)
    }
  }
}
