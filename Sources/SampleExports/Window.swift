import CapabilityScore

/// The months of the exports, counted from 0.
struct Window {
  let lastMonth: Month
  let count: Int

  func month(_ index: Int) -> Month { lastMonth.advanced(by: index + 1 - count) }

  /// The months from `index` to the newest one.
  func monthsAgo(_ index: Int) -> Int { count - 1 - index }
}
