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
  /// By column, the tenant that it was last written for: what it holds of others is not there.
  private var writtenFor: [Int]
  /// Which tenant is at hand, counted.
  private var tenant = 0
  /// The measures of tenants that read what it has, a bit for each in
  /// ``EvaluationPlan/tenantMeasures``, in words.
  private(set) var measures: [UInt64]
  private let zeros: [Int64]

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
    writtenFor = [Int](repeating: -1, count: plan.columns.count)
    measures = [UInt64](repeating: 0, count: plan.tenantMeasureWords)
    zeros = [Int64](repeating: 0, count: plan.lanes)
  }

  /// Turns to the next tenant, of whom nothing is known.
  mutating func clear() {
    tenant &+= 1
    for word in measures.indices { measures[word] = 0 }
  }

  /// Adds V of a workload to the columns of a pass.
  @inline(__always)
  mutating func take(
    _ values: Span<Int64>, _ pass: EvaluationPasses.Pass, _ passes: EvaluationPasses
  ) {
    for index in pass.sums {
      let column = passes.sums[Int(index)]
      if writtenFor[column] == tenant {
        LaneKernels.add(values, in: held[column], to: &sums, at: column * lanes)
      } else {
        writtenFor[column] = tenant
        LaneKernels.copy(values, in: held[column], to: &sums, at: column * lanes)
      }
    }
    // Several scopes ask the same question.
    var answered = -1
    var answer: UInt64 = 0
    for index in pass.searches {
      let search = passes.searches[Int(index)]
      if search.question != answered {
        answered = search.question
        answer = LaneKernels.met(values, passes.questions[answered], in: testedLanes)
      }
      if writtenFor[search.column] == tenant {
        hits[search.column] |= answer
      } else {
        writtenFor[search.column] = tenant
        hits[search.column] = answer
      }
    }
    for word in measures.indices {
      measures[word] |= passes.touched[Int(pass.touched.lowerBound) &+ word]
    }
  }

  /// Whether the tenant has rows for a column.
  @inline(__always)
  func touches(_ column: Int) -> Bool { writtenFor[column] == tenant }

  /// The months of a column that adds up.
  @inline(__always)
  func months<Result>(of column: Int, _ body: (Span<Int64>) -> Result) -> Result {
    touches(column)
      ? body(sums.span.extracting(column * lanes..<(column + 1) * lanes)) : body(zeros.span)
  }

  /// The lanes in which a workload lies in the range of a column, a bit each.
  func hits(of column: Int) -> UInt64 { touches(column) ? hits[column] : 0 }

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
