/// Finds tenants whose usage is there, but under associations that a measure does not admit.
///
/// The same evaluator looks at them once by the rules, and once by rules that admit every association.
struct AssociationScan {
  private let scorer: Scorer
  private let last: Int
  private let limit: Int
  /// By measure.
  private(set) var tenants: [[Int]]
  private var evaluator: TenantEvaluator
  private var widened: TenantEvaluator
  /// A bit for each scope that tenants are counted in.
  private let scopes: UInt64
  private var nobody = IgnoringVisitor()

  private struct IgnoringVisitor: WorkloadVisitor {
    mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values: Span<Int64>) {}
  }

  init(_ scorer: Scorer, last: Int, limit: Int) {
    self.scorer = scorer
    self.last = last
    self.limit = limit
    var rules = scorer.rulebook
    for scope in rules.scopes.indices {
      for pair in rules.scopes[scope].pairs.indices {
        rules.scopes[scope].pairs[pair].associations = Array(rules.associations.indices)
      }
    }
    let wide = Scorer(
      rulebook: rules, names: scorer.names, window: scorer.window, asOf: scorer.asOf,
      lastMonth: scorer.lastMonth, prefetch: scorer.prefetch)
    evaluator = scorer.evaluator()
    widened = wide.evaluator()
    tenants = scorer.plan.measures.map { _ in [] }
    scopes = scorer.plan.measures.reduce(0) { bits, usage in
      guard let usage, case .tenants = usage.rule.counted else { return bits }
      return bits | 1 << UInt64(usage.rule.scope)
    }
  }

  mutating func read(_ tenant: Int, row: Int, of table: borrowing SeriesTable) {
    guard hasMore(row, table), scorer.plan.measures.indices.contains(where: { isOpen($0) }) else {
      return
    }
    widened.read(row, of: table, for: &nobody)
    let found = scorer.plan.measures.indices.filter { isOpen($0) && meets(widened, $0) }
    if found.isEmpty { return }
    evaluator.read(row, of: table, for: &nobody)
    for measure in found where !meets(evaluator, measure) { tenants[measure].append(tenant) }
  }

  /// Whether a row of the tenant is in scope but for its association: few have one.
  private func hasMore(_ tenant: Int, _ table: borrowing SeriesTable) -> Bool {
    let (narrow, wide) = (scorer.plan.admission, widened.plan.admission)
    for row in table.rows(of: tenant) {
      let place =
        Int(table.workload[row]) * scorer.plan.associationCount + Int(table.association[row])
      if wide[place] & ~narrow[place] & scopes != 0 { return true }
    }
    return false
  }

  /// Whether the measure counts tenants, and more of them are wanted.
  private func isOpen(_ measure: Int) -> Bool {
    guard let usage = scorer.plan.measures[measure], case .tenants = usage.rule.counted else {
      return false
    }
    return tenants[measure].count < limit
  }

  private func meets(_ evaluator: TenantEvaluator, _ measure: Int) -> Bool {
    guard let usage = evaluator.plan.measures[measure], evaluator.touches(usage) else {
      return false
    }
    return evaluator.meets(usage, at: last)
  }
}
