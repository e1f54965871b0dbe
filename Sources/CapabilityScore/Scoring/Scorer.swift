/// A rulebook resolved against a portfolio's names and months: turns usage and people into a scorecard.
///
/// The full score is a fold of contributions over tenants, in any order and on any number of threads;
/// a change is the same fold over the tenants that changed (architecture.md).
public struct Scorer: Sendable {
  /// The rules it scores by.
  public let rulebook: Rulebook
  /// What the workload and association numbers of the usage stand for.
  public let names: UsageNames
  /// The months that the usage holds, a lane each.
  public let window: MonthWindow
  /// The day the score is for: L lies before its month, and skills count on it (scoring.md §1, §9).
  public let asOf: Day
  /// L; nil where there is no usage before the as-of month.
  public let lastMonth: Month?
  /// Used with every row that is read, where there is one: without, the usage of many tenants waits for
  /// memory for an eighth of the time (docs/performance.md).
  public var prefetch: Prefetch?
  let plan: EvaluationPlan
  let months: ScoringMonths
  let people: IndividualEvaluator
  /// By the measure's number.
  let readings: [MeasureReading]
  /// By the area's number: the measures that its points come from.
  let measuresOfAreas: [[Int]]

  /// - Parameters:
  ///   - lastMonth: L of the data to be scored; see ``lastMonth(tenantsPerLane:window:asOf:)``.
  ///   - prefetch: See ``prefetch``.
  /// - Complexity: O(workloads × associations × scopes).
  public init(
    rulebook: Rulebook, names: UsageNames, window: MonthWindow, asOf: Day, lastMonth: Month?,
    prefetch: Prefetch? = nil
  ) {
    self.rulebook = rulebook
    self.names = names
    self.window = window
    self.asOf = asOf
    self.lastMonth = lastMonth
    self.prefetch = prefetch
    plan = EvaluationPlan(rulebook: rulebook, names: names, lanes: window.count)
    months = ScoringMonths(window: window, lastMonth: lastMonth)
    people = IndividualEvaluator(rulebook: rulebook, asOf: asOf)
    readings = rulebook.measures.map(MeasureReading.init)
    measuresOfAreas = rulebook.areas.map { Array(Set($0.measures)).sorted() }
  }

  /// A scorer for a portfolio as it is.
  public init(rulebook: Rulebook, portfolio: Portfolio, asOf: Day) {
    self.init(
      rulebook: rulebook, names: portfolio.names, window: portfolio.window, asOf: asOf,
      lastMonth: Scorer.lastMonth(
        tenantsPerLane: portfolio.series.tenantsPerLane(), window: portfolio.window, asOf: asOf))
  }

  /// L: the newest month with usage data that lies before the month of the as-of date (scoring.md §1).
  public static func lastMonth(
    tenantsPerLane: [Int], window: MonthWindow, asOf: Day
  ) -> Month? {
    let newest = tenantsPerLane.indices.last { lane in
      tenantsPerLane[lane] > 0 && window.month(lane) < asOf.month
    }
    return newest.map(window.month)
  }

  /// The sum of the contributions of some tenants; sums of parts add up to the whole.
  ///
  /// - Parameter next: Gives one share of the tenants after the other, nil at the end.
  public func tally(_ series: SeriesTables, shares next: () -> Range<Int>?) -> Tally {
    var evaluator = evaluator()
    var tally = Tally(plan: plan)
    while let tenants = next() {
      series.forEachTable(of: tenants) { table, numbers, _ in
        evaluator.add(numbers, of: table, sign: 1, to: &tally)
      }
    }
    return tally
  }

  /// The sum of the contributions of all tenants.
  ///
  /// - Complexity: O(facts).
  public func tally(_ series: SeriesTables) -> Tally {
    var all: Range<Int>? = 0..<series.tenantCount
    return tally(series) { all.take() }
  }

  /// The sum after the usage of some tenants changed: exactly what adding up all of them gives.
  ///
  /// - Parameters:
  ///   - tally: The sum of all tenants of `old`.
  ///   - tenants: Those that differ.
  /// - Complexity: O(facts of these tenants).
  public func tally(
    _ tally: Tally, of old: SeriesTables, changedTo new: SeriesTables, tenants: [Int]
  ) -> Tally {
    var evaluator = evaluator()
    var tally = tally
    for tenant in tenants {
      old.at(tenant) { evaluator.add($1, of: $0, sign: -1, to: &tally) }
      new.at(tenant) { evaluator.add($1, of: $0, sign: 1, to: &tally) }
    }
    return tally
  }

  /// - Parameter measure: The only one that will be asked about; nil for all.
  func evaluator(of measure: Int? = nil) -> TenantEvaluator {
    TenantEvaluator(
      plan: measure.map(plan.narrowed) ?? plan, months: months, window: window,
      prefetch: prefetch)
  }

  /// The sum of what people contribute, on each of the six days of the window (scoring.md §8, §9).
  public func tally(_ roster: [Individual]) -> RosterTally {
    var tally = RosterTally(rulebook: rulebook)
    people.add(roster, to: &tally)
    return tally
  }

  /// The whole score of a portfolio.
  public func scorecard(of portfolio: Portfolio) -> Scorecard {
    scorecard(tally(portfolio.series), tally(portfolio.roster))
  }
}
