import CapabilityScore

/// How a quantity goes through the months: a size at the newest month, a steady trend behind it, the
/// seasons, and chance. In whole numbers, so that every machine gets the same.
struct Course {
  var months: Range<Int>
  /// The size at the newest month of the window, whether it is reached or not.
  var size: Int
  /// Per mille of `size` in a month.
  let trend: Int
  /// Per mille, by calendar month.
  let season: [Int]
  /// The most that chance adds or takes away, per mille.
  let wobble: Int
  let seed: UInt64

  static let evenSeason = [Int](repeating: 1000, count: 12)
  /// However steep a trend, something was there when it began.
  private static let leastShare = 60

  func value(_ month: Int, in window: Window) -> Int {
    let grown = max(1000 - trend * window.monthsAgo(month), Course.leastShare)
    return size * grown / 1000 * season[window.month(month).month - 1] / 1000
      * (1000 + chance(month, in: window)) / 1000
  }

  /// Tied to the month, not to its place in the window: a longer window has the same newest months.
  private func chance(_ month: Int, in window: Window) -> Int {
    guard wobble > 0 else { return 0 }
    var dice = Dice(seed: seed, stream: UInt64(window.monthsAgo(month)))
    return dice.within(-wobble...wobble)
  }
}
