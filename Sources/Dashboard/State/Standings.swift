public import CapabilityScore
import TerminalKit

/// A partner's data with everything that is computed from it: what the pages show.
public struct Standings: Sendable {
  /// Scores and explains; holds rulebook, portfolio and months.
  public var explainer: Explainer
  public var scorecard: Scorecard
  /// The data with room for edits.
  let board: ScenarioBoard
  /// The day an area's enrolment is renewed, by area id.
  public var enrolments: [String: Day]
  public var freshness: [DatasetFreshness]
  /// Changes whenever the cache does.
  public var generation: Int64
  /// Tells the cache from another that was put in its place.
  public var file: UInt64 = 0
  /// How the tenants are ordered by name, where that was found out; of the data without edits.
  public var nameOrder: NameOrder?
  /// What tenants have in the last month, where that was found out; of the data without edits.
  public var tenantTotals: TenantTotals?
  /// Names of customers and people are replaced, for sharing the screen.
  var hidesNames = false
  /// The untouched score, while a scenario is looked at.
  var baseline: Scorecard?
  /// The data without the edits, while a scenario is looked at that scores by the same rules.
  var untouched: Explainer?
  /// Whose data the edits changed; nil where that is not known, or nothing is untouched.
  var touched: TouchedSubjects?
  /// Amounts of money are masked, for those who are not to see them.
  public var hidesRevenue = false
  /// The signs that the terminal can show.
  var glyphs = Glyphs.unicode

  public init(
    explainer: Explainer, usage: Tally, people: RosterTally, rulebooks: [Rulebook] = [],
    enrolments: [String: Day] = [:],
    freshness: [DatasetFreshness] = [], generation: Int64 = 0
  ) {
    self.explainer = explainer
    board = ScenarioBoard(
      explainer.portfolio, scorer: explainer.scorer, usage: usage, people: people,
      rulebooks: rulebooks)
    scorecard = board.baseline
    self.enrolments = enrolments
    self.freshness = freshness
    self.generation = generation
  }

  /// Whether the edits may have changed what there is of a subject.
  func hasChanged(_ subject: Subject) -> Bool { touched?.contains(subject) ?? true }

  /// The points of a metric in the baseline; nil where nothing is compared.
  func baselinePoints(_ place: MetricNumber) -> Points? {
    guard let areas = baseline?.areas, areas.indices.contains(place.area),
      areas[place.area].tracks.indices.contains(place.track),
      areas[place.area].tracks[place.track].metrics.indices.contains(place.metric)
    else { return nil }
    return areas[place.area].tracks[place.track].metrics[place.metric].points
  }

  /// The contributions of all tenants, added up, without any edits.
  public var usage: Tally { board.usage }
  /// The same of all people.
  public var people: RosterTally { board.people }

  /// Whether another has the same data of the same cache.
  func isSameData(as other: Standings) -> Bool {
    generation == other.generation && file == other.file && asOf == other.asOf
  }

  var rulebook: Rulebook { explainer.scorer.rulebook }
  var portfolio: Portfolio { explainer.portfolio }
  var asOf: Day { scorecard.asOf }

  func rule(_ place: MetricNumber) -> MetricRule {
    rulebook[place]
  }

  func score(_ place: MetricNumber, month: Int = 0) -> MetricScore {
    scorecard.months[month].areas[place.area].tracks[place.track].metrics[place.metric]
  }

  /// The points of a metric in the months of the window, oldest first.
  func trend(_ place: MetricNumber) -> [Double?] {
    scorecard.months.indices.reversed().map { score(place, month: $0).points.value }
  }

  func standing(_ area: Int) -> Standing {
    scorecard.standing(ofArea: area, anniversary: enrolments[rulebook.areas[area].id])
  }
}

/// The tenants and people that edits changed: all others are as they were.
struct TouchedSubjects: Sendable {
  var tenants: Set<Int>
  var individuals: Set<Int>

  func contains(_ subject: Subject) -> Bool {
    switch subject {
    case .tenant(let tenant), .pair(let tenant, _): tenants.contains(tenant)
    case .individual(let number): individuals.contains(number)
    case .workload: true
    }
  }
}

/// How old the data of one export is.
public struct DatasetFreshness: Hashable, Sendable {
  public var name: String
  public var rows: Int
  public var firstMonth: Month?
  public var lastMonth: Month?
  public var missingMonths: [Month]
  /// When it was imported, in words.
  public var imported: String

  public init(
    name: String, rows: Int, firstMonth: Month?, lastMonth: Month?, missingMonths: [Month],
    imported: String
  ) {
    self.name = name
    self.rows = rows
    self.firstMonth = firstMonth
    self.lastMonth = lastMonth
    self.missingMonths = missingMonths
    self.imported = imported
  }
}
