/// A rulebook resolved against the names of some usage: what to add up for each row of a tenant.
///
/// Rows of one tenant and field are ordered by workload, so that one walk over them yields V of every
/// workload (scoring.md §1) in every scope, from which columns of months are built; tests then read
/// single months.
struct EvaluationPlan: Sendable {
  /// Sums or hits over the workloads of a scope, one value for each month.
  struct Column: Hashable, Sendable {
    var scope: Int
    var amount: Amount
    var reduction: Reduction
  }

  enum Reduction: Hashable, Sendable {
    case sum
    /// 1 in the months in which a workload's value lies in the bounds.
    case anyWithin(Bounds)
  }

  enum Test: Sendable {
    case total(column: Int, Bounds)
    case anyWorkload(column: Int)
    case share(part: Int, whole: Int, percent: Int64, isInclusive: Bool)
  }

  struct Usage: Sendable {
    var rule: UsageRule
    var tests: [Test]
    /// All columns that the measure reads: a tenant that touched none of them does not count.
    var columns: [Int]
    /// What evaluating a tenant needs of the measure.
    var core: Core
    /// Where the measure's workloads begin in ``Tally/workloadMonths``, for those that count them.
    var workloadBlock: Int?
    /// By the workload's number in the names, whether it never counts.
    var isExcepted: [Bool]
  }

  /// A measure of tenants without anything that is counted by reference: it is read for each tenant.
  struct Core: Sendable {
    var period: UsageRule.Period
    /// Where its tests lie in ``EvaluationPlan/tests``; in 32 bits, because it is copied for each tenant.
    var tests: Range<Int32>
    /// The column of a total; nil where tenants are counted.
    var sum: Int?
    /// The field that a total adds up; nil where tenants are counted.
    var totalField: Field?
    var scope: Int32
    var isQualified: Bool
    var comparison: Measure.Comparison

    /// Whether months can be added up over tenants before periods are taken of them.
    var addsMonths: Bool {
      sum != nil && comparison != .bothPeriods && (period == .lastMonth || tests.isEmpty)
    }
  }

  let lanes: Int
  let workloadCount: Int
  let associationCount: Int
  private(set) var columns: [Column] = []
  /// What the measures read, by scope: passes are made of it.
  private(set) var drafts: [PassDraft] = []
  private(set) var passes = EvaluationPasses()
  /// By the measure's number in the rulebook; nil for skills.
  private(set) var measures: [Usage?] = []
  /// The measures of tenants and totals, by number.
  private(set) var tenantMeasures: [(number: Int, core: Core)] = []
  private(set) var tests: [Test] = []
  /// What the tests of totals ask for, by the test's number in ``tests``.
  private(set) var testedRanges: [ValueRange] = []
  private(set) var workloadBlocks = 0
  /// Scopes that admit (workload, association), a bit each.
  private(set) var admission: [UInt64]
  /// By workload: millionths of MCV per unit, 0 without a rate; and the field of its units.
  private(set) var rates: [Int64]
  private(set) var unitFields: [Field]

  init(rulebook: Rulebook, names: UsageNames, lanes: Int) {
    self.lanes = lanes
    workloadCount = names.workloads.count
    associationCount = names.associations.count
    let numbers = RuleNumbers(rulebook: rulebook, names: names)
    rates = numbers.workloads.map { $0.flatMap { rulebook.workloads[$0].rate?.millionths } ?? 0 }
    unitFields = numbers.workloads.map { $0.map { rulebook.workloads[$0].unitsField } ?? .users }
    admission = [UInt64](repeating: 0, count: workloadCount * associationCount)
    for (number, scope) in rulebook.scopes.enumerated() { admit(scope, number, numbers) }
    for measure in rulebook.measures {
      measures.append(measure.usage.map { resolve($0, measure.comparison, names) })
    }
    for (number, usage) in measures.enumerated() {
      if let usage, !usage.columns.isEmpty { tenantMeasures.append((number, usage.core)) }
    }
    passes = EvaluationPasses(drafts, of: self)
  }

  /// The measures of tenants that one may count in who has any of these columns: a bit for each in
  /// ``tenantMeasures``, those from ``sharedBit`` on have one together.
  func tenantMeasures(of columns: Set<Int>) -> UInt64 {
    tenantMeasures.indices.reduce(0) { bits, index in
      guard let usage = measures[tenantMeasures[index].number],
        !columns.isDisjoint(with: usage.keys)
      else { return bits }
      return bits | 1 << UInt64(min(index, EvaluationPlan.sharedBit))
    }
  }

  static let sharedBit = UInt64.bitWidth - 1

  /// Whether trailing years are taken of a column.
  func isYearly(_ column: Int) -> Bool {
    measures.contains { $0?.rule.period == .trailingYear && $0?.columns.contains(column) ?? false }
  }

  private mutating func admit(_ scope: Scope, _ number: Int, _ numbers: RuleNumbers) {
    for pair in scope.pairs {
      let associations = Set(pair.associations)
      let rules = pair.workloads.map(Set.init)
      let workloads = numbers.workloads.indices.filter { workload in
        guard let rules else { return true }
        return numbers.workloads[workload].map(rules.contains) ?? false
      }
      for (association, rule) in numbers.associations.enumerated() {
        guard let rule, associations.contains(rule) else { continue }
        for workload in workloads {
          admission[workload * associationCount + association] |= 1 << UInt64(number)
        }
      }
    }
  }

  private mutating func resolve(
    _ rule: UsageRule, _ comparison: Measure.Comparison, _ names: UsageNames
  ) -> Usage {
    var usage = Usage(
      rule: rule, tests: [], columns: [],
      core: Core(
        period: rule.period, tests: 0..<0, sum: nil, totalField: nil, scope: Int32(rule.scope),
        isQualified: rule.isQualified, comparison: comparison),
      workloadBlock: nil,
      isExcepted: [Bool](repeating: false, count: names.workloads.count))
    let number = measures.count
    switch rule.counted {
    case .pairs:
      for test in rule.tests {
        if case .total(let amount, _) = test { joinPass(rule.scope, amount, pairs: number) }
      }
      return usage
    case .workloads(let field, let except):
      usage.workloadBlock = workloadBlocks
      workloadBlocks += 1
      let excluded = Set(except.map { FoldedName($0) })
      usage.isExcepted = names.workloads.map { excluded.contains(FoldedName($0)) }
      joinPass(rule.scope, .field(field), workloads: number)
      return usage
    case .total(let amount):
      usage.core.sum = column(rule.scope, amount, .sum)
      if case .field(let field) = amount { usage.core.totalField = field }
    case .tenants: break
    }
    usage.tests = rule.tests.map { resolve($0, scope: rule.scope) }
    usage.columns = (usage.core.sum.map { [$0] } ?? []) + usage.tests.flatMap(\.columns)
    usage.core.tests = Int32(tests.count)..<Int32(tests.count + usage.tests.count)
    tests += usage.tests
    testedRanges += usage.tests.map(\.range)
    return usage
  }

  private mutating func resolve(_ test: UsageTest, scope: Int) -> Test {
    switch test {
    case .total(let amount, let bounds): .total(column: column(scope, amount, .sum), bounds)
    case .anyWorkload(let amount, let bounds):
      .anyWorkload(column: column(scope, amount, .anyWithin(bounds)))
    case .share(let part, let whole, let percent, let isInclusive):
      .share(
        part: column(scope, .field(part), .sum), whole: column(scope, .field(whole), .sum),
        percent: percent, isInclusive: isInclusive)
    }
  }

  /// The number of a column; equal ones are shared by measures.
  private mutating func column(_ scope: Int, _ amount: Amount, _ reduction: Reduction) -> Int {
    let wanted = Column(scope: scope, amount: amount, reduction: reduction)
    if let known = columns.firstIndex(of: wanted) { return known }
    columns.append(wanted)
    joinPass(scope, amount, column: columns.count - 1)
    return columns.count - 1
  }

  private mutating func joinPass(
    _ scope: Int, _ amount: Amount, column: Int? = nil, pairs: Int? = nil, workloads: Int? = nil
  ) {
    let fields: [Field] =
      switch amount {
      case .field(let field): [field]
      case .consumption: [.users, .capacity]
      }
    for field in fields {
      let wanted = PassDraft(scope: scope, field: field, isWeighted: amount == .consumption)
      let index = drafts.firstIndex { $0.isSamePass(as: wanted) } ?? drafts.endIndex
      if index == drafts.endIndex { drafts.append(wanted) }
      if let column { drafts[index].columns.append(column) }
      if let pairs, !drafts[index].pairs.contains(pairs) { drafts[index].pairs.append(pairs) }
      if let workloads { drafts[index].workloads.append(workloads) }
    }
  }

  /// The plan that reads no more of a tenant than a measure asks for; all numbers stay as they are.
  func narrowed(to measure: Int) -> EvaluationPlan {
    let wanted = Set(measures[measure]?.columns ?? [])
    var plan = self
    plan.drafts = drafts.filter {
      !wanted.isDisjoint(with: $0.columns) || $0.pairs.contains(measure)
        || $0.workloads.contains(measure)
    }
    plan.passes = EvaluationPasses(plan.drafts, of: plan)
    return plan
  }
}

extension EvaluationPlan.Test {
  var columns: [Int] {
    switch self {
    case .total(let column, _), .anyWorkload(let column): [column]
    case .share(let part, let whole, _, _): [part, whole]
    }
  }

  /// The column without which the test is not met; nil for a total that may be 0.
  fileprivate var key: Int? {
    switch self {
    case .total(let column, let bounds): bounds.contains(0) ? nil : column
    case .anyWorkload(let column): column
    case .share(_, let whole, _, _): whole
    }
  }

  /// What a total must lie in; all values for other tests.
  fileprivate var range: ValueRange {
    if case .total(_, let bounds) = self {
      ValueRange(bounds.range)
    } else {
      ValueRange(.min ... .max)
    }
  }
}

extension EvaluationPlan.Usage {
  /// Columns of which a tenant that counts has at least one: the one that a test needs, if there is such
  /// a test.
  fileprivate var keys: [Int] { tests.lazy.compactMap(\.key).first.map { [$0] } ?? columns }

  func compared(_ now: Int64, _ then: Int64) -> (now: Int64, then: Int64) {
    core.comparison.compared(now, then)
  }
}

extension Measure.Comparison {
  /// What counts of both periods: where they are not compared, nothing is a baseline.
  func compared(_ now: Int64, _ then: Int64) -> (now: Int64, then: Int64) {
    switch self {
    case .difference, .growth: (now, then)
    case .current: (now, 0)
    case .bothPeriods: (now != 0 && then != 0 ? now : 0, 0)
    }
  }
}
