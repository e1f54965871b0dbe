/// The months a score reads, as lanes of a portfolio's window (scoring.md §1, §9).
struct ScoringMonths: Sendable, Equatable {
  /// L in each of the six months of the window, newest first; empty where there is no usage.
  let last: [Int]
  /// Whether the window holds every month that a test may read, with its lanes in the bits of a word.
  let areDeep: Bool

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
      return
    }
    let last = (0..<Scorecard.windowLength).map { window.lane(lastMonth) - $0 }
    self.last = last
    // The oldest baseline may ask for the month before it, too.
    let oldest = (last.min() ?? 0) - ScoringMonths.year - 1
    areDeep =
      oldest >= 0 && last.allSatisfy { $0 < window.count } && window.count <= UInt64.bitWidth
  }
}
