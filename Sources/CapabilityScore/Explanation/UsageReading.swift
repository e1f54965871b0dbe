/// A tenant as the evaluator sees it, with V of every workload kept for explanations.
struct UsageReading {
  struct Values {
    /// A bit for each scope that has it.
    var scopes: UInt64
    var amount: Amount
    var workload: Int
    var lanes: [Int64]

    func isIn(_ scope: Int) -> Bool { scopes & (1 << UInt64(scope)) != 0 }
  }

  private struct Collector: WorkloadVisitor {
    var values: [Values] = []

    mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values lanes: Span<Int64>)
    {
      values.append(
        Values(
          scopes: pass.scopes, amount: pass.isWeighted ? .consumption : .field(pass.field),
          workload: workload, lanes: lanes.array))
    }
  }

  private(set) var evaluator: TenantEvaluator
  private(set) var values: [Values] = []

  /// - Parameter measure: The only one that will be asked about; nil for all.
  init(_ scorer: Scorer, measure: Int? = nil) {
    evaluator = scorer.evaluator(of: measure)
  }

  mutating func read(_ tenant: Int, of series: SeriesTables) {
    series.at(tenant) { table, number in read(number, of: table) }
  }

  mutating func read(_ tenant: Int, of table: borrowing SeriesTable) {
    var collector = Collector(values: [])
    evaluator.read(tenant, of: table, for: &collector)
    values = collector.values
  }

  /// V of the workloads of a scope.
  func values(_ scope: Int, _ amount: Amount) -> [Values] {
    values.filter { $0.isIn(scope) && $0.amount == amount }
  }

  /// What a test looks at in the months that end at L: the value, how near it is, and whose it is.
  struct TestReading {
    var value: Int64
    /// The whole of a share.
    var whole: Int64?
    var workload: Int?
    var reach: Reach
    var isMet: Bool
  }

  func read(
    _ test: UsageTest, _ resolved: EvaluationPlan.Test, _ usage: EvaluationPlan.Usage, at lane: Int
  ) -> TestReading {
    let isMet = evaluator.isMet(resolved, at: lane, usage.rule.period)
    switch (test, resolved) {
    case (.anyWorkload(let amount, let bounds), _):
      let best = values(usage.rule.scope, amount)
        .map {
          (value: $0.lanes.indices.contains(lane) ? $0.lanes[lane] : 0, workload: $0.workload)
        }
        .max { nearer($1.value, than: $0.value, bounds) }
      let value = best?.value ?? 0
      return TestReading(
        value: value, workload: best?.workload, reach: Reach(value, in: bounds), isMet: isMet)
    case (.total(_, let bounds), .total(let column, _)):
      let value = evaluator.columns.value(of: column, at: lane, usage.rule.period)
      return TestReading(value: value, reach: Reach(value, in: bounds), isMet: isMet)
    case (.share(_, _, let percent, _), .share(let part, let whole, _, _)):
      let part = evaluator.columns.value(of: part, at: lane, .lastMonth)
      let whole = evaluator.columns.value(of: whole, at: lane, .lastMonth)
      return TestReading(
        value: part, whole: whole, reach: Reach(part: part, whole: whole, percent: percent),
        isMet: isMet)
    default: return TestReading(value: 0, reach: .unbounded, isMet: isMet)
    }
  }

  /// All tests of a measure; of two months that both may serve, the one that does better.
  func readings(_ usage: EvaluationPlan.Usage, at last: Int) -> [TestReading] {
    let tests = zip(usage.rule.tests, usage.tests)
    let now = tests.map { read($0, $1, usage, at: last) }
    guard usage.rule.period == .eitherOfLastTwo else { return now }
    let before = tests.map { read($0, $1, usage, at: last - 1) }
    return worst(before).isBetter(than: worst(now)) ? before : now
  }

  private func worst(_ readings: [TestReading]) -> Reach {
    readings.map(\.reach).reduce(Reach.unbounded) { $0.combined(with: $1) }
  }

  private func nearer(_ left: Int64, than right: Int64, _ bounds: Bounds) -> Bool {
    let (l, r) = (Reach(left, in: bounds), Reach(right, in: bounds))
    if bounds.contains(left) != bounds.contains(right) { return bounds.contains(left) }
    return bounds.contains(left) ? l.spare > r.spare : l.reached > r.reached
  }
}

extension Span<Int64> {
  fileprivate var array: [Int64] {
    var array: [Int64] = []
    array.reserveCapacity(count)
    for index in indices { array.append(self[index]) }
    return array
  }
}
