// Times the engine on a cache, as JSON for bench.py: EngineBench CACHE YYYY-MM-DD RUNS [FACTS].
// FACTS is a file to write the usage to, for peers that do the same work.

import CapabilityScore
import Foundation
import InsightsCache
import RuleFiles

/// Milliseconds of some runs, and the last result.
func timed<Result>(
  _ runs: Int, _ body: () throws -> Result
) rethrows -> (milliseconds: [Double], result: Result) {
  func once() throws -> (Double, Result) {
    let begin = ContinuousClock.now
    let result = try body()
    return ((ContinuousClock.now - begin) / .milliseconds(1), result)
  }
  var (time, result) = try once()
  var times = [time]
  for _ in 1..<max(2, runs) {
    (time, result) = try once()
    times.append(time)
  }
  return (times, result)
}

/// One line for each fact: field, tenant, workload, association, lane, value.
func write(_ portfolio: Portfolio, to path: String) throws {
  try Data().write(to: URL(fileURLWithPath: path))
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  defer { try? file.close() }
  try file.write(contentsOf: Data("field,tenant,workload,association,month,value\n".utf8))
  var lines = ""
  for tenant in 0..<portfolio.tenants.count {
    let table = portfolio.series.single(tenant)
    for field in Field.allCases {
      for row in table.rows(of: 0, field) {
        for lane in 0..<table.lanes {
          guard let value = table.value(row: row, lane: lane) else { continue }
          lines += "\(field),\(tenant),\(table.workload[row]),\(table.association[row]),"
          lines += "\(lane),\(value)\n"
        }
      }
    }
    if lines.utf8.count > 1 << 20 || tenant == portfolio.tenants.count - 1 {
      try file.write(contentsOf: Data(lines.utf8))
      lines = ""
    }
  }
}

/// By measure: what it counts and its baseline, for each month of the window, newest first.
func counts(_ card: Scorecard, _ rules: Rulebook) -> [String: [[Int64]]] {
  var counts: [String: [[Int64]]] = [:]
  for (area, rule) in rules.areas.enumerated() {
    for (track, trackRule) in rule.tracks.enumerated() {
      for (metric, metricRule) in trackRule.metrics.enumerated() {
        for (number, component) in metricRule.components.enumerated() {
          counts[rules.measures[component.measure].id] = card.months.map { month in
            let score = month.areas[area].tracks[track].metrics[metric].components[number]
            return [score.current, score.baseline ?? 0]
          }
        }
      }
    }
  }
  return counts
}

func run() throws {
  let arguments = CommandLine.arguments
  guard (4...5).contains(arguments.count), let asOf = Day(arguments[2]),
    let runs = Int(arguments[3])
  else {
    print("EngineBench CACHE YYYY-MM-DD RUNS [FACTS]")
    exit(64)
  }
  let rules = try RulebookFile.shipped[0].rulebook()
  let store = try InsightsStore(path: arguments[1], access: .readOnly)
  let load = try timed(runs) { try store.portfolio(asOf: asOf) }
  let portfolio = load.result
  let scorer = Scorer(rulebook: rules, portfolio: portfolio, asOf: asOf).prefetching
  let score = timed(runs) { scorer.scorecard(of: portfolio) }
  let scoreOnCores = timed(runs) {
    scorer.scorecard(
      scorer.tallyOnAllCores(portfolio.series), scorer.tally(portfolio.roster))
  }
  precondition(scoreOnCores.result == score.result)
  var board = ScenarioBoard(portfolio, scorer: scorer)

  // Edits all over the portfolio, each to a complete new scorecard.
  let step = max(1, portfolio.tenants.count / 1000)
  let edits = stride(from: 0, to: portfolio.tenants.count, by: step).map { tenant in
    ScenarioEdit.usage(
      UsageEdit(
        tenant: portfolio.tenants.ids[tenant], workload: "Exchange Online", association: "cpor",
        field: .mau, months: .last, operation: .set(Quantity(1000 + tenant % 7))))
  }
  var micros: [Double] = []
  for edit in edits {
    let begin = ContinuousClock.now
    board.apply(edit)
    let card = board.scorecard
    micros.append((ContinuousClock.now - begin) / .microseconds(1))
    precondition(card.areas.count == rules.areas.count)
  }
  let edited = board.explainer().portfolio
  precondition(
    Scorer(rulebook: rules, portfolio: edited, asOf: asOf).scorecard(of: edited)
      == board.scorecard)
  while board.canUndo { board.undo() }
  precondition(board.scorecard == board.baseline)
  board.apply(edits[edits.count / 2])
  let shown = timed(runs) { board.explainer() }
  board.undo()
  let plans = rules.areas.indices.map { area in
    timed(runs) { Planner(board).plan(area: area, target: Points(100)) }.milliseconds
  }
  if arguments.count == 5 { try write(portfolio, to: arguments[4]) }
  let figures: [String: Any] = [
    "tenants": portfolio.tenants.count, "load": load.milliseconds, "score": score.milliseconds,
    "cores": scoreOnCores.milliseconds,
    "edit": micros, "show": shown.milliseconds, "plan": plans,
    "workloads": portfolio.names.workloads, "associations": portfolio.names.associations,
    "last": scorer.lastMonth.map(portfolio.window.lane) ?? -1,
    "counts": counts(score.result, rules),
  ]
  let json = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
  print(String(decoding: json, as: UTF8.self))
}

try run()
