/// The loops over months that scoring spends its time in.
///
/// Ranges are checked once a row, not once a month: with a check in each step the loops are not
/// vectorised, which makes a full score about twice as slow.
enum LaneKernels {
  /// Copies a row of a table.
  @inline(__always)
  static func copy(
    _ source: Span<Int64>, row: Int, lanes: Int, to target: inout MutableSpan<Int64>
  ) {
    let start = row * lanes
    precondition(start >= 0 && start + lanes <= source.count && lanes <= target.count)
    for lane in 0..<lanes { target[unchecked: lane] = source[unchecked: start + lane] }
  }

  /// Keeps the larger of each month, and tells whether the row has a negative one.
  @inline(__always)
  static func keepLarger(
    _ source: Span<Int64>, row: Int, lanes: Int, in target: inout MutableSpan<Int64>
  ) -> Bool {
    let start = row * lanes
    precondition(start >= 0 && start + lanes <= source.count && lanes <= target.count)
    var signs: Int64 = 0
    for lane in 0..<lanes {
      let value = source[unchecked: start + lane]
      signs |= value
      target[unchecked: lane] = max(target[unchecked: lane], value)
    }
    return signs < 0
  }

  @inline(__always)
  static func scale(_ target: inout MutableSpan<Int64>, lanes: Int, by factor: Int64) {
    precondition(lanes <= target.count)
    for lane in 0..<lanes { target[unchecked: lane] &*= factor }
  }

  /// Adds `sign × values` to a run of months.
  @inline(__always)
  static func add(
    _ values: Span<Int64>, lanes: Int, sign: Int64, to target: inout MutableSpan<Int64>,
    at start: Int
  ) {
    precondition(lanes <= values.count && start >= 0 && start + lanes <= target.count)
    for lane in 0..<lanes {
      target[unchecked: start + lane] &+= sign &* values[unchecked: lane]
    }
  }

  @inline(__always)
  static func add(
    _ values: Span<Int64>, lanes: Int, to target: inout MutableSpan<Int64>, at start: Int
  ) {
    precondition(lanes <= values.count && start >= 0 && start + lanes <= target.count)
    for lane in 0..<lanes { target[unchecked: start + lane] &+= values[unchecked: lane] }
  }

  /// Sets 1 where a value lies in `least...greatest`.
  @inline(__always)
  static func hit(
    _ values: Span<Int64>, lanes: Int, least: Int64, greatest: Int64,
    in target: inout MutableSpan<Int64>, at start: Int
  ) {
    precondition(lanes <= values.count && start >= 0 && start + lanes <= target.count)
    for lane in 0..<lanes {
      let value = values[unchecked: lane]
      target[unchecked: start + lane] |= value >= least && value <= greatest ? 1 : 0
    }
  }

  /// The lanes in which a value, or the sum of so many up to it, lies in `least...greatest`, a bit each.
  @inline(__always)
  static func met(
    _ values: Span<Int64>, at start: Int, lanes: Int, least: Int64, greatest: Int64,
    summing months: Int
  ) -> UInt64 {
    precondition(start >= 0 && start + lanes <= values.count && lanes <= UInt64.bitWidth)
    var met: UInt64 = 0
    var sum: Int64 = 0
    for lane in 0..<lanes {
      if months == 1 {
        sum = values[unchecked: start + lane]
      } else {
        sum &+= values[unchecked: start + lane]
        if lane >= months { sum &-= values[unchecked: start + lane - months] }
      }
      met |= (sum >= least && sum <= greatest ? 1 : 0) << UInt64(lane)
    }
    return met
  }

  @inline(__always)
  static func clear(_ target: inout MutableSpan<Int64>, at start: Int, lanes: Int) {
    precondition(start >= 0 && start + lanes <= target.count)
    for lane in start..<start + lanes { target[unchecked: lane] = 0 }
  }
}
