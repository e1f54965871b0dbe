/// What the rules read of one tenant, month by month: a column for each sum and each hit.
///
/// Columns hold the months that tests may be asked about, those of trailing years all.
struct TenantColumns {
  private let lanes: Int
  private let testedLanes: Range<Int>
  /// By column, the lanes that it holds.
  private let held: [Range<Int>]
  /// `[column × lanes + lane]`, for columns that add up.
  private var sums: [Int64]
  /// By column, for those that look for a workload in a range: a bit for each lane that has one.
  private var hits: [UInt64]
  /// Columns that the tenant has rows for.
  private(set) var touched: [Bool]
  /// By question, what the row at hand answers: several scopes ask the same of it.
  private var answers: [(row: Int, hits: UInt64)]

  init(_ plan: EvaluationPlan, _ months: ScoringMonths) {
    lanes = plan.lanes
    testedLanes = months.testedLanes
    var held = plan.columns.map { _ in months.testedLanes }
    for usage in plan.measures {
      guard let usage, usage.rule.period == .trailingYear else { continue }
      for column in usage.columns { held[column] = 0..<plan.lanes }
    }
    self.held = held
    sums = [Int64](repeating: 0, count: plan.columns.count * plan.lanes)
    hits = [UInt64](repeating: 0, count: plan.columns.count)
    touched = [Bool](repeating: false, count: plan.columns.count)
    answers = plan.questions.map { _ in (-1, 0) }
  }

  mutating func clear() {
    for column in touched.indices where touched[column] {
      touched[column] = false
      hits[column] = 0
      LaneKernels.clear(&sums, at: column * lanes, lanes: lanes)
    }
    for question in answers.indices { answers[question].row = -1 }
  }

  /// Adds V of a workload to the columns of a pass.
  ///
  /// - Parameter row: The row of the tenant's table that these values are; nil where they are of several.
  @inline(__always)
  mutating func take(
    _ values: Span<Int64>, ofRow row: Int?, _ pass: EvaluationPlan.Pass, _ plan: EvaluationPlan
  ) {
    for index in pass.steps {
      let step = plan.passSteps[index]
      touched[step.column] = true
      if let range = step.range {
        hits[step.column] |= answer(step.question, range, values, row)
      } else {
        LaneKernels.add(values, in: held[step.column], to: &sums, at: step.column * lanes)
      }
    }
  }

  @inline(__always)
  private mutating func answer(
    _ question: Int, _ range: ClosedRange<Int64>, _ values: Span<Int64>, _ row: Int?
  ) -> UInt64 {
    guard let row else { return LaneKernels.met(values, range, in: testedLanes) }
    if answers[question].row != row {
      answers[question] = (row, LaneKernels.met(values, range, in: testedLanes))
    }
    return answers[question].hits
  }

  /// The months of a column that adds up.
  @inline(__always)
  func months<Result>(of column: Int, _ body: (Span<Int64>) -> Result) -> Result {
    body(sums.span.extracting(column * lanes..<(column + 1) * lanes))
  }

  /// The lanes in which a workload lies in the range of a column, a bit each.
  func hits(of column: Int) -> UInt64 { hits[column] }

  /// The same of one month; none outside the window.
  func hits(of column: Int, at lane: Int) -> Bool {
    lane >= 0 && lane < lanes && hits[column] >> UInt64(lane) & 1 != 0
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
