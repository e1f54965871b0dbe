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
    let keepsValues: Bool
    var values: [Values]
    var count = 0

    mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values lanes: Span<Int64>)
    {
      if !keepsValues { return }
      let amount: Amount = pass.isWeighted ? .consumption : .field(pass.field)
      if count == values.count {
        values.append(
          Values(
            scopes: pass.scopes, amount: amount, workload: workload,
            lanes: [Int64](repeating: 0, count: lanes.count)))
      }
      values[count].scopes = pass.scopes
      values[count].amount = amount
      values[count].workload = workload
      var target = values[count].lanes.mutableSpan
      _ = LaneKernels.copy(lanes, to: &target)
      count += 1
    }
  }

  private(set) var evaluator: TenantEvaluator
  /// Those of the tenant at hand, and behind them room of tenants that had more.
  private var room: [Values] = []
  private var count = 0
  private let keepsValues: Bool

  /// V of every workload of the tenant at hand.
  var values: ArraySlice<Values> { room[..<count] }

  /// - Parameter measure: The only one that will be asked about; nil for all.
  init(_ scorer: Scorer, measure: Int? = nil) {
    evaluator = scorer.evaluator(of: measure)
    let usage = measure.flatMap { scorer.rulebook.measures[$0].usage }
    keepsValues = usage?.looksAtWorkloads ?? true
  }

  mutating func read(_ tenant: Int, of series: SeriesTables) {
    series.at(tenant) { table, number in read(number, of: table) }
  }

  mutating func read(_ tenant: Int, of table: borrowing SeriesTable) {
    // Their room is used again: a list is made of all tenants.
    var collector = Collector(keepsValues: keepsValues, values: [])
    swap(&collector.values, &room)
    evaluator.read(tenant, of: table, for: &collector)
    swap(&collector.values, &room)
    count = collector.count
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
      let best = nearest(usage.rule.scope, amount, bounds, at: lane)
      return TestReading(
        value: best?.value ?? 0, workload: best?.workload,
        reach: Reach(best?.value ?? 0, in: bounds), isMet: isMet)
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

  /// All tests of a measure; of two months that both may serve, in the one that does better.
  func readings(_ usage: EvaluationPlan.Usage, at last: Int) -> [TestReading] {
    let lane = betterLane(usage, at: last)
    return zip(usage.rule.tests, usage.tests).map { read($0, $1, usage, at: lane) }
  }

  /// The first of these readings, and how near all of them are: without a list, for long lists.
  func summary(
    _ usage: EvaluationPlan.Usage, at last: Int
  ) -> (first: TestReading?, reach: Reach) {
    guard let test = usage.rule.tests.first, let resolved = usage.tests.first else {
      return (nil, .unbounded)
    }
    let lane = betterLane(usage, at: last)
    return (read(test, resolved, usage, at: lane), reach(usage, at: lane))
  }

  private func betterLane(_ usage: EvaluationPlan.Usage, at last: Int) -> Int {
    guard usage.rule.period == .eitherOfLastTwo else { return last }
    return reach(usage, at: last - 1).isBetter(than: reach(usage, at: last)) ? last - 1 : last
  }

  /// The worst of all tests.
  private func reach(_ usage: EvaluationPlan.Usage, at lane: Int) -> Reach {
    var reach = Reach.unbounded
    for (test, resolved) in zip(usage.rule.tests, usage.tests) {
      reach = reach.combined(with: read(test, resolved, usage, at: lane).reach)
    }
    return reach
  }

  /// Of the workloads of a scope the one that does best.
  private func nearest(
    _ scope: Int, _ amount: Amount, _ bounds: Bounds, at lane: Int
  ) -> (value: Int64, workload: Int)? {
    var best: (value: Int64, workload: Int)?
    for values in values where values.isIn(scope) && values.amount == amount {
      let value = values.lanes.indices.contains(lane) ? values.lanes[lane] : 0
      if let known = best, !isNearer(value, than: known.value, bounds) { continue }
      best = (value, values.workload)
    }
    return best
  }

  private func isNearer(_ left: Int64, than right: Int64, _ bounds: Bounds) -> Bool {
    let (l, r) = (Reach(left, in: bounds), Reach(right, in: bounds))
    if bounds.contains(left) != bounds.contains(right) { return bounds.contains(left) }
    return bounds.contains(left) ? l.spare > r.spare : l.reached > r.reached
  }
}

extension UsageRule {
  /// Whether V of single workloads is asked for, not only sums over them.
  fileprivate var looksAtWorkloads: Bool {
    switch counted {
    case .pairs, .workloads: true
    case .tenants, .total:
      tests.contains { if case .anyWorkload = $0 { true } else { false } }
    }
  }
}
