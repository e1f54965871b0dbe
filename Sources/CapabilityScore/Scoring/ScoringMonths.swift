/// The months a score reads, as lanes of a portfolio's window (scoring.md §1, §9).
struct ScoringMonths: Sendable, Equatable {
  /// L in each of the six months of the window, newest first; empty where there is no usage.
  let last: [Int]

  /// A year in months: the distance to the baseline, and the length of a TTM.
  static let year = 12

  init(window: MonthWindow, lastMonth: Month?) {
    guard let lastMonth else {
      last = []
      return
    }
    last = (0..<Scorecard.windowLength).map { window.lane(lastMonth) - $0 }
  }
}
