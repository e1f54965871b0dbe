/// Finds the tenants and pairs that are nearest to counting, and those that are about to be lost, in
/// one walk over the portfolio.
///
/// It only estimates: who is kept is raised and scored exactly afterwards.
struct ShortfallScan {
  struct Find {
    var tenant: Int
    /// The workload, where pairs are counted.
    var workload: Int?
    /// The relative shortfall, 0…1; of those at risk what they have to spare.
    var shortfall: Double
  }

  /// Sees V while columns are built: the largest value below the bounds, and pairs that fall short.
  private struct Visitor: WorkloadVisitor {
    let plan: EvaluationPlan
    let last: Int
    /// By column: the largest value of a workload at L that is below the bounds.
    var nearest: [Int64]
    /// By column: the most that a workload inside the bounds has to spare.
    var spare: [Double]
    var pairs: [(measure: Int, workload: Int, shortfall: Double)] = []
    var risks: [(measure: Int, workload: Int, reach: Reach)] = []

    mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values: Span<Int64>) {
      for index in pass.orders.places where plan.passes.orders[index].question >= 0 {
        let column = Int(plan.passes.orders[index].column)
        guard case .anyWithin(let bounds) = plan.columns[column].reduction else { continue }
        if bounds.contains(values[last]) {
          spare[column] = max(spare[column], Reach(values[last], in: bounds).spare)
        } else if values[last] < bounds.least {
          nearest[column] = max(nearest[column], values[last])
        }
      }
      for index in pass.counts.places {
        guard case .pairs(let counted) = plan.passes.counts[index],
          let usage = plan.measures[counted.number],
          let bounds = usage.rule.tests.first?.bounds
        else { continue }
        let measure = counted.number
        let value = usage.pairValue(values, at: last)
        if usage.pairMeets(values, at: last) {
          risks.append((measure, workload, Reach(value, in: bounds)))
        } else {
          pairs.append((measure, workload, ShortfallScan.shortfall(value, bounds)))
        }
      }
    }
  }

  /// A tenant that a total comes from, and how much.
  struct Source {
    var tenant: Int
    var amount: Int64
  }

  private let scorer: Scorer
  private let nearness: NearnessRule
  private let last: Int
  /// How many finds of a measure are kept.
  private let limit: Int
  /// By measure, the nearest first.
  private(set) var finds: [[Find]]
  /// By measure, for totals: the largest first.
  private(set) var sources: [[Source]]
  /// By measure: who counts with little to spare (scoring.md §10), the least first.
  private(set) var risks: [[Find]]
  private var evaluator: TenantEvaluator
  private var visitor: Visitor

  init(_ scorer: Scorer, last: Int, limit: Int) {
    self.scorer = scorer
    nearness = scorer.rulebook.nearness
    self.last = last
    self.limit = limit
    finds = scorer.plan.measures.map { _ in [] }
    sources = scorer.plan.measures.map { _ in [] }
    risks = scorer.plan.measures.map { _ in [] }
    evaluator = scorer.evaluator()
    visitor = Visitor(
      plan: scorer.plan, last: last, nearest: scorer.plan.columns.map { _ in 0 },
      spare: scorer.plan.columns.map { _ in 0 })
  }

  mutating func read(_ tenant: Int, row: Int, of table: borrowing SeriesTable) {
    for column in visitor.nearest.indices {
      visitor.nearest[column] = 0
      visitor.spare[column] = 0
    }
    visitor.pairs.removeAll(keepingCapacity: true)
    visitor.risks.removeAll(keepingCapacity: true)
    evaluator.read(row, of: table, for: &visitor)
    for pair in visitor.pairs {
      let find = Find(tenant: tenant, workload: pair.workload, shortfall: pair.shortfall)
      ShortfallScan.keep(find, limit, in: &finds[pair.measure])
    }
    for risk in visitor.risks {
      keepRisk(risk.reach, tenant, workload: risk.workload, risk.measure)
    }
    for (measure, usage) in scorer.plan.measures.enumerated() {
      guard let usage, evaluator.touches(usage) else { continue }
      let isMet = evaluator.meets(usage, at: last)
      switch usage.rule.counted {
      case .tenants where !isMet:
        let find = Find(tenant: tenant, workload: nil, shortfall: shortfall(usage))
        ShortfallScan.keep(find, limit, in: &finds[measure])
      case .tenants: keepRisk(reach(usage), tenant, workload: nil, measure)
      case .total where isMet:
        keep(Source(tenant: tenant, amount: evaluator.current(usage, at: last, nil)), measure)
      default: break
      }
    }
  }

  /// The worst of the tests that are not met.
  private func shortfall(_ usage: EvaluationPlan.Usage) -> Double {
    var worst = 0.0
    for (test, rule) in zip(usage.tests, usage.rule.tests)
    where !evaluator.isMet(test, at: last, usage.rule.period) {
      switch test {
      case .total(let column, let bounds):
        let value = evaluator.columns.value(of: column, at: last, usage.rule.period)
        worst = max(worst, ShortfallScan.shortfall(value, bounds))
      case .anyWorkload(let column):
        let bounds = rule.bounds ?? Bounds()
        worst = max(worst, ShortfallScan.shortfall(visitor.nearest[column], bounds))
      case .share(let part, let whole, let percent, _):
        let reach = Reach(
          part: evaluator.columns.value(of: part, at: last, .lastMonth),
          whole: evaluator.columns.value(of: whole, at: last, .lastMonth), percent: percent)
        worst = max(worst, 1 - reach.reached)
      }
    }
    return worst
  }

  static func shortfall(_ value: Int64, _ bounds: Bounds) -> Double {
    value > bounds.greatest ? .infinity : max(0, 1 - Reach(value, in: bounds).reached)
  }

  /// The least that any of the tests has to spare; of two months that both may serve, in the one that
  /// does better.
  private func reach(_ usage: EvaluationPlan.Usage) -> Reach {
    let now = reach(usage, at: last)
    guard usage.rule.period == .eitherOfLastTwo else { return now }
    let before = reach(usage, at: last - 1)
    return before.isBetter(than: now) ? before : now
  }

  private func reach(_ usage: EvaluationPlan.Usage, at last: Int) -> Reach {
    zip(usage.tests, usage.rule.tests).map { test, rule in
      switch test {
      case .total(let column, let bounds):
        Reach(evaluator.columns.value(of: column, at: last, usage.rule.period), in: bounds)
      case .anyWorkload(let column): Reach(reached: 1, spare: visitor.spare[column])
      case .share(let part, let whole, let percent, _):
        Reach(
          part: evaluator.columns.value(of: part, at: last, .lastMonth),
          whole: evaluator.columns.value(of: whole, at: last, .lastMonth), percent: percent)
      }
    }.reduce(.unbounded) { $0.combined(with: $1) }
  }

  private mutating func keepRisk(_ reach: Reach, _ tenant: Int, workload: Int?, _ measure: Int) {
    guard case .atRisk(let distance) = nearness.of(reach, qualifies: true) else { return }
    let find = Find(tenant: tenant, workload: workload, shortfall: distance)
    ShortfallScan.keep(find, limit, in: &risks[measure])
  }

  private static func keep(_ find: Find, _ limit: Int, in list: inout [Find]) {
    guard find.shortfall.isFinite else { return }
    if list.count == limit, find.shortfall >= list[limit - 1].shortfall { return }
    list.insert(find, at: list.firstIndex { $0.shortfall > find.shortfall } ?? list.count)
    if list.count > limit { list.removeLast() }
  }

  private mutating func keep(_ source: Source, _ measure: Int) {
    let place =
      sources[measure].firstIndex { $0.amount < source.amount } ?? sources[measure].count
    guard source.amount > 0, place < ShortfallScan.sourceLimit else { return }
    sources[measure].insert(source, at: place)
    if sources[measure].count > ShortfallScan.sourceLimit { sources[measure].removeLast() }
  }

  /// A total is made to grow at few customers, the largest.
  private static let sourceLimit = 3
}
