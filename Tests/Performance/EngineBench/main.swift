// Times the engine on a cache, as JSON for bench.py: EngineBench CACHE YYYY-MM-DD RUNS.

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

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count == 4, let asOf = Day(arguments[2]), let runs = Int(arguments[3]) else {
    print("EngineBench CACHE YYYY-MM-DD RUNS")
    exit(64)
  }
  let rules = try RulebookFile.shipped[0].rulebook()
  let store = try InsightsStore(path: arguments[1], access: .readOnly)
  let load = try timed(runs) { try store.portfolio(asOf: asOf) }
  let portfolio = load.result
  let scorer = Scorer(rulebook: rules, portfolio: portfolio, asOf: asOf)
  let score = timed(runs) { scorer.scorecard(of: portfolio) }
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
  let figures: [String: Any] = [
    "tenants": portfolio.tenants.count, "load": load.milliseconds, "score": score.milliseconds,
    "edit": micros, "show": shown.milliseconds, "plan": plans,
  ]
  let json = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
  print(String(decoding: json, as: UTF8.self))
}

try run()
