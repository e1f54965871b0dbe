/// The months a score reads, as lanes of a portfolio's window (scoring.md §1, §9).
struct ScoringMonths: Sendable, Equatable {
  /// L in each of the six months of the window, newest first; empty where there is no usage.
  let last: [Int]
  /// Whether the window holds every month that a test may read, with its lanes in the bits of a word.
  let areDeep: Bool

  /// The lanes that tests may be asked about where the months are deep, a bit each: those of L and of the
  /// year before, and each one's month before.
  let tested: UInt64
  /// A run of lanes that holds all that tests may be asked about, in whole runs of ``LaneKernels/run``
  /// where the window has room.
  let testedLanes: Range<Int>

  /// A year in months: the distance to the baseline, and the length of a TTM.
  static let year = 12

  /// The trailing years of all six months; nil without any month.
  var recentLanes: ClosedRange<Int>? {
    guard let oldest = last.min(), let newest = last.max() else { return nil }
    return oldest - ScoringMonths.year + 1...newest
  }

  init(window: MonthWindow, lastMonth: Month?) {
    guard let lastMonth else {
      last = []
      areDeep = false
      tested = 0
      testedLanes = 0..<window.count
      return
    }
    let last = (0..<Scorecard.windowLength).map { window.lane(lastMonth) - $0 }
    self.last = last
    // The oldest baseline may ask for the month before it, too.
    let oldest = (last.min() ?? 0) - ScoringMonths.year - 1
    areDeep =
      oldest >= 0 && last.allSatisfy { $0 < window.count } && window.count <= UInt64.bitWidth
    let now = areDeep ? last.reduce(UInt64(0)) { $0 | 3 << UInt64($1 - 1) } : 0
    tested = now | now >> UInt64(ScoringMonths.year)
    let run = LaneKernels.run
    let length = (last[0] - oldest + run) / run * run
    testedLanes = areDeep ? max(0, last[0] + 1 - length)..<last[0] + 1 : 0..<window.count
  }

  /// Of lanes, a bit each, those of L in the six months, the newest in the highest of six bits.
  @inline(__always)
  func now(_ lanes: UInt64) -> UInt64 { lanes >> UInt64(last[last.count - 1]) & ScoringMonths.six }

  /// The same a year before each.
  @inline(__always)
  func then(_ lanes: UInt64) -> UInt64 {
    lanes >> UInt64(last[last.count - 1] - ScoringMonths.year) & ScoringMonths.six
  }

  private static let six: UInt64 = 1 << UInt64(Scorecard.windowLength) - 1
}
