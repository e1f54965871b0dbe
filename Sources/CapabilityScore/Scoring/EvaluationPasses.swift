/// What is read of the rows of a field in a scope, while the rules are resolved.
struct PassDraft: Sendable {
  var scope: Int
  var field: Field
  /// Values are weighted with the workload's rate.
  var isWeighted: Bool
  var columns: [Int] = []
  /// Measures that count pairs, by number.
  var pairs: [Int] = []
  /// Measures that count workloads, by number.
  var workloads: [Int] = []

  init(scope: Int, field: Field, isWeighted: Bool) {
    self.scope = scope
    self.field = field
    self.isWeighted = isWeighted
  }

  func isSamePass(as other: PassDraft) -> Bool {
    scope == other.scope && field == other.field && isWeighted == other.isWeighted
  }
}

/// What to do with the rows of a tenant, field by field.
///
/// It lies in flat runs of numbers, without anything that is counted by reference, because it is read
/// for each row.
struct EvaluationPasses: Sendable {
  /// The passes over the rows of a field.
  struct Walk: Sendable {
    var field: Field
    /// All scopes of its passes, a bit each.
    var scopes: UInt64 = 0
    /// One pass for each scope; in 32 bits, like the following, because a walk is copied for each tenant.
    var passes: Range<Int32> = 0..<0
    /// The same where values are weighted.
    var weighted: Range<Int32> = 0..<0
    /// Where its workloads begin in ``EvaluationPasses/workloadTurns``.
    var workloads: Int32 = 0
  }

  /// What two rows of a workload are read for, or one: then it is the first.
  ///
  /// Numbers of passes, each for all scopes that are concerned; −1 where there is none.
  struct Turn: Sendable {
    /// By the scopes that admit the first row only.
    var first: Int32
    /// By those that admit the second only.
    var second: Int32
    /// By those that admit both: they read the larger of each month.
    var both: Int32
  }

  /// What V of a workload is read for in some scopes.
  struct Pass: Sendable {
    /// A bit for each scope.
    var scopes: UInt64 = 0
    var field: Field
    var isWeighted = false
    /// What it does to columns, in ``EvaluationPasses/orders``; in 32 bits, like the following, because a
    /// pass is handed on for each row.
    var orders: Range<Int32> = 0..<0
    /// The measures that count V itself, in ``EvaluationPasses/counts``.
    var counts: Range<Int32> = 0..<0
    /// The measures of tenants that may count then; see ``EvaluationPlan/tenantMeasures(of:)``.
    var touched: UInt64 = 0
  }

  /// What V of a workload does to a column.
  struct Order: Sendable {
    var column: Int32
    /// The number of the range that the column looks for a value in, in ``EvaluationPasses/questions``;
    /// −1 for one that adds up.
    var question: Int32
    /// Whether the column holds every month, for trailing years, or only those that tests are asked about.
    var isYearly: Bool
  }

  /// A measure that counts V of workloads itself.
  enum Count: Sendable {
    case pairs(CountedPairs)
    /// See ``EvaluationPlan/Usage/workloadBlock``.
    case workloads(block: Int)
  }

  private(set) var walks: [Walk] = []
  private(set) var passes: [Pass] = []
  /// For each walk and workload where its turns begin in ``turns``: workloads whose rows the same scopes
  /// admit share them.
  private(set) var workloadTurns: [Int32] = []
  /// By the association of the first row; for each of them at first the turn of that row alone, then those
  /// by the association of the second.
  private(set) var turns: [Turn] = []
  /// Those of a pass ordered by question.
  private(set) var orders: [Order] = []
  /// What values must lie in, each range once.
  private(set) var questions: [ValueRange] = []
  private(set) var counts: [Count] = []

  init() {}

  /// - Parameter plan: Resolved, but for its passes.
  init(_ drafts: [PassDraft], of plan: EvaluationPlan) {
    for field in Field.allCases {
      let plain = drafts.filter { $0.field == field && !$0.isWeighted }
      let weighted = drafts.filter { $0.field == field && $0.isWeighted }
      if plain.isEmpty, weighted.isEmpty { continue }
      var walk = Walk(field: field)
      walk.passes = add(plain, of: plan)
      walk.weighted = add(weighted, of: plan)
      walk.scopes = (plain + weighted).reduce(0) { $0 | 1 << UInt64($1.scope) }
      walk.workloads = Int32(workloadTurns.count)
      addTurns(plain, field, of: plan)
      walks.append(walk)
    }
  }

  private mutating func add(_ drafts: [PassDraft], of plan: EvaluationPlan) -> Range<Int32> {
    let first = Int32(passes.count)
    for draft in drafts { add(joining: [draft], draft.field, of: plan) }
    return first..<Int32(passes.count)
  }

  private mutating func addTurns(
    _ drafts: [PassDraft], _ field: Field, of plan: EvaluationPlan
  ) {
    let read = drafts.reduce(UInt64(0)) { $0 | 1 << UInt64($1.scope) }
    var passes: [UInt64: Int32] = [0: -1]
    func pass(_ scopes: UInt64) -> Int32 {
      if let known = passes[scopes] { return known }
      let number = Int32(self.passes.count)
      passes[scopes] = number
      add(joining: drafts.filter { scopes & (1 << UInt64($0.scope)) != 0 }, field, of: plan)
      return number
    }
    var known: [[UInt64]: Int32] = [:]
    for workload in 0..<plan.workloadCount {
      let start = workload * plan.associationCount
      let admitted = plan.admission[start..<start + plan.associationCount].map { $0 & read }
      if let turns = known[admitted] {
        workloadTurns.append(turns)
        continue
      }
      known[admitted] = Int32(turns.count)
      workloadTurns.append(Int32(turns.count))
      for first in admitted {
        for second in [0] + admitted {
          turns.append(
            Turn(
              first: pass(first & ~second), second: pass(second & ~first),
              both: pass(first & second)))
        }
      }
    }
  }

  /// Adds one pass that does what these do, of the same field.
  private mutating func add(joining drafts: [PassDraft], _ field: Field, of plan: EvaluationPlan) {
    var pass = Pass(field: field, isWeighted: drafts.contains(where: \.isWeighted))
    pass.scopes = drafts.reduce(0) { $0 | 1 << UInt64($1.scope) }
    pass.orders = EvaluationPasses.append(
      drafts.flatMap(\.columns).map { order($0, of: plan) }.sorted { $0.question < $1.question },
      to: &orders)
    let pairs = drafts.flatMap(\.pairs).compactMap { number in
      plan.measures[number].map {
        Count.pairs(CountedPairs(number, $0.rule, $0.core.comparison))
      }
    }
    let workloads = drafts.flatMap(\.workloads).compactMap { number in
      plan.measures[number]?.workloadBlock.map { Count.workloads(block: $0) }
    }
    pass.counts = EvaluationPasses.append(pairs + workloads, to: &counts)
    pass.touched = plan.tenantMeasures(of: Set(drafts.flatMap(\.columns)))
    passes.append(pass)
  }

  private mutating func order(_ column: Int, of plan: EvaluationPlan) -> Order {
    var order = Order(column: Int32(column), question: -1, isYearly: plan.isYearly(column))
    if case .anyWithin(let bounds) = plan.columns[column].reduction {
      let range = ValueRange(bounds.range)
      if !questions.contains(range) { questions.append(range) }
      order.question = Int32(questions.firstIndex(of: range) ?? 0)
    }
    return order
  }

  private static func append<Element>(
    _ elements: [Element], to all: inout [Element]
  ) -> Range<Int32> {
    all += elements
    return Int32(all.count - elements.count)..<Int32(all.count)
  }
}

extension Range<Int32> {
  /// The same as places of an array.
  var places: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
