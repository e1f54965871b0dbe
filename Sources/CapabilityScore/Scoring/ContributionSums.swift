/// What many tenants contribute, in a form that is quick to add to, until it goes into a ``Tally``.
///
/// Counts of the six months lie in the bytes of one word, so that a tenant is counted in all of them at
/// once; totals lie month by month, and periods are taken of their sums.
struct ContributionSums {
  /// By measure, a byte for each month, the oldest in the lowest.
  private var now: [UInt64]
  private var then: [UInt64]
  /// `[measure × lanes + lane]`, for measures that add up.
  private var months: [Int64]
  private let lanes: Int
  /// How often a byte may still be added to.
  private var room = Int(UInt8.max)

  init(_ plan: EvaluationPlan) {
    now = [UInt64](repeating: 0, count: plan.measures.count)
    then = now
    lanes = plan.lanes
    months = [Int64](repeating: 0, count: plan.measures.count * plan.lanes)
  }

  private init() {
    (now, then, months, lanes) = ([], [], [], 0)
  }

  /// Holds nothing: stands in while another owns the sums.
  static let empty = ContributionSums()

  /// Whether it must be settled before anything else is counted.
  var isFull: Bool { room == 0 }

  /// Counts one tenant or pair; each may be counted once in a measure before ``isFull`` is asked again.
  ///
  /// - Parameters:
  ///   - now: A bit for each month in which it counts, the oldest in the lowest.
  ///   - then: The same for the baselines.
  @inline(__always)
  mutating func count(
    _ measure: Int, _ comparison: Measure.Comparison, now: UInt64, then: UInt64
  ) {
    switch comparison {
    case .difference, .growth:
      self.now[measure] &+= ContributionSums.spread(now)
      self.then[measure] &+= ContributionSums.spread(then)
    case .current: self.now[measure] &+= ContributionSums.spread(now)
    case .bothPeriods: self.now[measure] &+= ContributionSums.spread(now & then)
    }
    room &-= 1
  }

  /// Adds the months of a total that have a bit.
  @inline(__always)
  mutating func add(_ values: Span<Int64>, where bits: UInt64, to measure: Int) {
    let start = measure * lanes
    var months = months.mutableSpan
    LaneKernels.add(values, where: bits, to: &months, at: start)
  }

  /// Adds all months of a total.
  @inline(__always)
  mutating func add(_ values: Span<Int64>, to measure: Int) {
    let start = measure * lanes
    var months = months.mutableSpan
    LaneKernels.add(values, to: &months, at: start)
  }

  /// Puts each of seven bits at the lower end of a byte of its own.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 {
    (bits &* 0x0002_0408_1020_4081) & 0x0101_0101_0101_0101
  }

  /// Adds everything to a tally, and is empty again.
  mutating func settle(
    into tally: inout Tally, _ plan: EvaluationPlan, _ scored: ScoringMonths, sign: Int64
  ) {
    for measure in now.indices where now[measure] | then[measure] != 0 {
      for month in scored.last.indices {
        let byte = UInt64(8 * (scored.last.count - 1 - month))
        tally.count(
          (Int64(now[measure] >> byte & 0xFF), Int64(then[measure] >> byte & 0xFF)),
          measure: measure, month: month, sign: sign)
      }
      now[measure] = 0
      then[measure] = 0
    }
    for (measure, core) in plan.tenantMeasures where core.addsMonths {
      for (month, last) in scored.last.enumerated() {
        let counted = core.comparison.compared(
          total(measure, at: last, core.period),
          total(measure, at: last - ScoringMonths.year, core.period))
        tally.count(counted, measure: measure, month: month, sign: sign)
      }
      let lanes = lanes
      var months = months.mutableSpan
      LaneKernels.clear(&months, at: measure * lanes, lanes: lanes)
    }
    room = Int(UInt8.max)
  }

  private func total(_ measure: Int, at lane: Int, _ period: UsageRule.Period) -> Int64 {
    months.span.extracting(measure * lanes..<(measure + 1) * lanes).value(at: lane, period)
  }
}
