/// What the rules read of one tenant, month by month: a column for each sum and each hit.
///
/// Columns hold the months that tests may be asked about, those of trailing years all.
struct TenantColumns {
  private let lanes: Int
  private let testedLanes: Range<Int>
  /// Column behind column: at first the tenant that it was last written for, since what it holds of others
  /// is not there. Then for those that add up a word for each lane; for those that look for a workload in
  /// a range one word with a bit for each lane that has one.
  private var words: [Int64]
  /// How many words a column takes.
  private let stride: Int
  /// Which tenant is at hand, counted.
  private var tenant: Int64 = 1
  /// The measures that the tenant may count in; see ``EvaluationPlan/tenantMeasures(of:)``.
  private(set) var measures: UInt64 = 0
  private let zeros: [Int64]

  init(_ plan: EvaluationPlan, _ months: ScoringMonths) {
    lanes = plan.lanes
    testedLanes = months.testedLanes
    stride = 1 + max(1, plan.lanes)
    words = [Int64](repeating: 0, count: plan.columns.count * stride)
    zeros = [Int64](repeating: 0, count: plan.lanes)
  }

  /// Turns to the next tenant, of whom nothing is known.
  mutating func clear() {
    tenant &+= 1
    measures = 0
  }

  /// Adds V of a workload to the columns of a pass.
  @inline(__always)
  mutating func take(
    _ values: Span<Int64>, _ pass: EvaluationPasses.Pass, _ passes: EvaluationPasses
  ) {
    measures |= pass.touched
    let (lanes, testedLanes, stride, tenant) = (lanes, testedLanes, stride, tenant)
    var words = words.mutableSpan
    // Several scopes ask the same question.
    var answered: Int32 = -1
    var answer: UInt64 = 0
    for index in pass.orders.places {
      let order = passes.orders[index]
      let start = Int(order.column) &* stride
      // One way for both, because a processor cannot guess whether the tenant had something here.
      let kept: Int64 = words[start] == tenant ? -1 : 0
      words[start] = tenant
      if order.question < 0 {
        let held = order.isYearly ? 0..<lanes : testedLanes
        LaneKernels.add(values, in: held, to: &words, at: start &+ 1, keeping: kept)
      } else {
        if order.question != answered {
          answered = order.question
          answer = LaneKernels.met(values, passes.questions[Int(answered)], in: testedLanes)
        }
        words[start &+ 1] = words[start &+ 1] & kept | Int64(bitPattern: answer)
      }
    }
  }

  /// Whether the tenant has rows for a column.
  @inline(__always)
  func touches(_ column: Int) -> Bool { words[column &* stride] == tenant }

  /// The months of a column that adds up.
  @inline(__always)
  func months<Result>(of column: Int, _ body: (Span<Int64>) -> Result) -> Result {
    let first = column &* stride &+ 1
    return touches(column) ? body(words.span.extracting(first..<first + lanes)) : body(zeros.span)
  }

  /// The lanes in which a workload lies in the range of a column, a bit each.
  @inline(__always)
  func hits(of column: Int) -> UInt64 {
    touches(column) ? UInt64(bitPattern: words[column &* stride &+ 1]) : 0
  }

  /// The same of one month; none outside the window.
  func hits(of column: Int, at lane: Int) -> Bool {
    lane >= 0 && lane < lanes && hits(of: column) >> UInt64(lane) & 1 != 0
  }

  /// A month of a column that adds up, or for the trailing year the sum of its twelve; 0 outside the
  /// window.
  func value(of column: Int, at lane: Int, _ period: UsageRule.Period) -> Int64 {
    months(of: column) { $0.value(at: lane, period) }
  }
}

extension Span<Int64> {
  /// A month, or for the trailing year the sum of the twelve that end with it; 0 outside the window.
  func value(at lane: Int, _ period: UsageRule.Period) -> Int64 {
    let first = period == .trailingYear ? lane - ScoringMonths.year + 1 : lane
    var sum: Int64 = 0
    for month in Swift.max(0, first)..<Swift.max(0, first, Swift.min(count, lane + 1)) {
      sum &+= self[month]
    }
    return sum
  }
}
