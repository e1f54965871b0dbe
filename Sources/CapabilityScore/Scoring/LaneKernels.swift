/// The loops over months that scoring spends its time in.
///
/// Ranges are checked once a row, not once a month: with a check in each step the loops are not
/// vectorised, which makes a full score about twice as slow.
enum LaneKernels {
  /// Copies each month; negative where any of them is.
  @inline(__always)
  static func copy(_ source: Span<Int64>, to target: inout [Int64]) -> Int64 {
    let lanes = source.count
    precondition(lanes <= target.count)
    var target = target.mutableSpan
    var signs: Int64 = 0
    for lane in 0..<lanes {
      let value = source[unchecked: lane]
      signs |= value
      target[unchecked: lane] = value
    }
    return signs
  }

  @inline(__always)
  static func scale(_ target: inout [Int64], by factor: Int64) {
    var target = target.mutableSpan
    for lane in 0..<target.count { target[unchecked: lane] &*= factor }
  }

  /// Keeps the larger of each month; negative where any of the row's is.
  @inline(__always)
  static func keepLarger(_ source: Span<Int64>, in target: inout [Int64]) -> Int64 {
    let lanes = source.count
    precondition(lanes <= target.count)
    var target = target.mutableSpan
    var signs: Int64 = 0
    for lane in 0..<lanes {
      let value = source[unchecked: lane]
      signs |= value
      target[unchecked: lane] = max(target[unchecked: lane], value)
    }
    return signs
  }

  /// Adds values to a run of months.
  @inline(__always)
  static func add(_ values: Span<Int64>, to target: inout [Int64], at start: Int) {
    add(values, in: 0..<values.count, to: &target, at: start)
  }

  /// The same for some lanes.
  @inline(__always)
  static func add(
    _ values: Span<Int64>, in lanes: Range<Int>, to target: inout [Int64], at start: Int
  ) {
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= values.count)
    precondition(start >= 0 && start + lanes.upperBound <= target.count)
    var target = target.mutableSpan
    for lane in lanes { target[unchecked: start &+ lane] &+= values[unchecked: lane] }
  }

  /// Puts some lanes of values at a run of months.
  @inline(__always)
  static func copy(
    _ values: Span<Int64>, in lanes: Range<Int>, to target: inout [Int64], at start: Int
  ) {
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= values.count)
    precondition(start >= 0 && start + lanes.upperBound <= target.count)
    var target = target.mutableSpan
    for lane in lanes { target[unchecked: start &+ lane] = values[unchecked: lane] }
  }

  /// Takes values away from a run of months.
  @inline(__always)
  static func subtract(_ values: Span<Int64>, from target: inout [Int64], at start: Int) {
    let lanes = values.count
    precondition(start >= 0 && start + lanes <= target.count)
    var target = target.mutableSpan
    for lane in 0..<lanes { target[unchecked: start &+ lane] &-= values[unchecked: lane] }
  }

  /// Adds those values whose lane has a bit to a run of months.
  @inline(__always)
  static func add(
    _ values: Span<Int64>, where bits: UInt64, to target: inout [Int64], at start: Int
  ) {
    let lanes = values.count
    precondition(start >= 0 && start + lanes <= target.count && lanes <= UInt64.bitWidth)
    var target = target.mutableSpan
    var rest = bits
    for lane in 0..<lanes {
      target[unchecked: start &+ lane] &+= values[unchecked: lane] & (0 &- Int64(rest & 1))
      rest &>>= 1
    }
  }

  /// Those of some lanes in which a value lies in a range, a bit each.
  @inline(__always)
  static func met(
    _ values: Span<Int64>, _ range: ClosedRange<Int64>, in lanes: Range<Int>
  ) -> UInt64 {
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= min(values.count, UInt64.bitWidth))
    let least = range.lowerBound
    // One comparison for both bounds.
    let width = UInt64(bitPattern: range.upperBound &- least)
    var met: UInt64 = 0
    for lane in lanes {
      let isInside = UInt64(bitPattern: values[unchecked: lane] &- least) <= width
      met |= (isInside ? 1 : 0) &<< UInt64(truncatingIfNeeded: lane)
    }
    return met
  }

  /// The lanes in which the sum of so many values up to each lies in a range, a bit each.
  @inline(__always)
  static func met(
    _ values: Span<Int64>, _ range: ClosedRange<Int64>, summing months: Int
  ) -> UInt64 {
    let lanes = values.count
    precondition(lanes <= UInt64.bitWidth && months > 0)
    let least = range.lowerBound
    let width = UInt64(bitPattern: range.upperBound &- least)
    var met: UInt64 = 0
    var sum: Int64 = 0
    for lane in 0..<lanes {
      sum &+= values[unchecked: lane]
      if lane >= months { sum &-= values[unchecked: lane &- months] }
      let isInside = UInt64(bitPattern: sum &- least) <= width
      met |= (isInside ? 1 : 0) &<< UInt64(truncatingIfNeeded: lane)
    }
    return met
  }

  @inline(__always)
  static func clear(_ target: inout [Int64], at start: Int, lanes: Int) {
    precondition(start >= 0 && start + lanes <= target.count)
    var target = target.mutableSpan
    for lane in start..<start + lanes { target[unchecked: lane] = 0 }
  }
}
