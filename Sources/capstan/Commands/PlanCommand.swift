import ArgumentParser
import CapabilityScore

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the least effort that brings an area to its target.",
    discussion: """
      The steps are to be taken together, the greatest gain for its effort first. Efforts are
      relative: what is missing as a part of the threshold, and the weights of [plan.effort] in
      capstan.toml for a new customer and a certification.

      Examples:
        capstan plan security
        capstan plan modern-work --track smb --target 85
        capstan plan data-ai --format json
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Option(
    help: ArgumentHelp("The track; the partner's own unless given.", valueName: "id"),
    completion: Completions.track)
  var track: String?
  @Option(
    help: ArgumentHelp("The points to reach; those that qualify unless given.", valueName: "points")
  )
  var target: Int?
  @Argument(help: "The area's id.", completion: Completions.area) var area: String

  func run() throws {
    let partner = try data.partnerData()
    let area = try partner.rulebook.area(named: area)
    let most = partner.rulebook.trackPoints
    if let target, !(1...most).contains(target) {
      throw Failure(.usage, "--target must be 1 to \(most)")
    }
    let board = try partner.board()
    let track = try partner.rulebook.track(
      named: track, ofArea: area, own: board.baseline.areas[area].selectedTrack)
    let plan = Planner(board, effort: try data.configuration().effort)
      .plan(area: area, track: track, target: target.map { Points($0) })
    let text = PlanText(plan, partner.rulebook, partner.disclosure)
    switch output.format {
    case .text: text.print()
    case .json: Output.raw(text.json.text)
    case .csv: Output.raw(text.csv)
    }
  }
}

extension Configuration {
  /// The weights of `[plan.effort]`.
  var effort: PlanEffort {
    PlanEffort(newTenant: newTenantEffort, certification: certificationEffort)
  }
}
