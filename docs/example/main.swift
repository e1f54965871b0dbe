// Scores a partner of one customer, and says why the customer does not count for Security.
// Run it with `swift run ScoringExample`.

import CapabilityScore
import RuleFiles

/// Usage of one tenant, month by month: 300 USD of Azure storage, resold under CSP.
func usage(_ window: MonthWindow) -> SeriesTable {
  var appender = SeriesTable.Appender(lanes: window.count)
  appender.addRow(SeriesTable.RowKey(field: .acr, workload: 0, association: 0)) { months in
    for lane in 0..<window.count { months[lane] = 300 * Quantity.one }
    return UInt64.max >> UInt64(64 - window.count)
  }
  appender.endTenant()
  return appender.table
}

func run() throws {
  let rules = try RulebookFile.shipped[0].rulebook()
  guard let today = Day(year: 2024, month: 7, day: 15), let june = Month("2024-06") else { return }
  let window = MonthWindow(asOf: today, lastMonth: june, oldest: nil)
  var tenants = TenantDirectory()
  tenants.append(id: "t1", name: "Fen Robotics", market: "Norway", segment: "SMB")
  let portfolio = Portfolio(
    partner: Partner(id: "1", name: "Example"), window: window,
    names: UsageNames(workloads: ["Storage"], associations: ["csp"]), tenants: tenants,
    series: SeriesTables(usage(window)), roster: [])

  let scorer = Scorer(rulebook: rules, portfolio: portfolio, asOf: today)
  let scorecard = scorer.scorecard(of: portfolio)
  for (rule, score) in zip(rules.areas, scorecard.areas) {
    print("\(rule.name): \(score.points.words) of 100")
  }

  guard let area = rules.areaIndex("security"),
    let metric = rules.areas[area].tracks[0].metrics.first
  else { return }
  let explainer = Explainer(scorer: scorer, portfolio: portfolio)
  print("\nFen Robotics, \(metric.name) of \(rules.areas[area].name):")
  for condition in explainer.conditions(of: .tenant(0), measure: metric.components[0].measure) {
    print("  \(condition.isMet ? "met" : "not met"): \(condition.subject): \(condition.actual)")
  }

  // What if the partner were associated by PAL, too?
  var board = ScenarioBoard(portfolio, scorer: scorer)
  board.apply(
    .usage(
      UsageEdit(
        tenant: "t1", workload: "Sentinel", association: "pal", field: .acr, months: .ttm,
        operation: .set(Quantity(150)))))
  let (before, after) = (board.baseline.areas[area].points, board.scorecard.areas[area].points)
  print("\nWith 150 USD of Sentinel a month by PAL: \(before.words) → \(after.words) points")
}

try run()
