import ArgumentParser
import CapabilityScore

struct ExpiringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiring",
    abstract: "List the certifications that end soon, and what they carry.",
    discussion: """
      The points are those that the partner's tracks would lose if the certification were gone today.

      Examples:
        capstan expiring
        capstan expiring --days 30 --format csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Option(
    help: ArgumentHelp(
      "How far to look ahead; as far as the rulebook calls it at risk unless given.",
      valueName: "days"))
  var days: Int?

  func validate() throws {
    guard days.map({ (0...3650).contains($0) }) ?? true else {
      throw ValidationError("--days must be 0 to 3650")
    }
  }

  func run() throws {
    let partner = try data.partnerData()
    let explainer = try partner.explainer()
    let list = ExpiryList(
      partner, explainer, partner.board(explainer),
      days: days ?? partner.rulebook.nearness.expiryDays)
    switch output.format {
    case .text: list.print()
    case .json: Output.raw(list.json.text)
    case .csv: Output.raw(list.csv)
    }
  }
}
