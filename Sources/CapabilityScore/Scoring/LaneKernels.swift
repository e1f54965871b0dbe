/// The loops over months that scoring spends its time in.
///
/// Ranges are checked once a row, not once a month. Months are taken two by two, because that is what
/// a register of every 64-bit processor holds, and in runs of ten without a test in between: loops that
/// the compiler makes by itself end month by month, which costs 7 % of a full score.
enum LaneKernels {
  /// Two months.
  private typealias Two = SIMD2<Int64>

  /// How many months are taken without a decision in between; half as many twos.
  static let run = 10

  /// Adds values to a run of months.
  @inline(__always)
  static func add(_ values: Span<Int64>, to target: inout MutableSpan<Int64>, at start: Int) {
    change(
      &target, at: start, by: values, in: 0..<values.count, two: { $0 &+ $1 }, one: { $0 &+ $1 })
  }

  /// Adds some lanes of values to what is kept of a run of months: all of it (−1) or nothing (0).
  @inline(__always)
  static func add(
    _ values: Span<Int64>, in lanes: Range<Int>, to target: inout MutableSpan<Int64>, at start: Int,
    keeping kept: Int64
  ) {
    let keptTwo = Two(repeating: kept)
    change(
      &target, at: start, by: values, in: lanes, two: { $0 & keptTwo &+ $1 },
      one: { $0 & kept &+ $1 })
  }

  /// Takes values away from a run of months.
  @inline(__always)
  static func subtract(_ values: Span<Int64>, from target: inout MutableSpan<Int64>, at start: Int)
  {
    change(
      &target, at: start, by: values, in: 0..<values.count, two: { $0 &- $1 }, one: { $0 &- $1 })
  }

  /// - Parameters:
  ///   - two: What comes in the place of two months, of what is there and two values.
  ///   - one: The same for each of the months that are left of a run.
  @inline(__always)
  private static func change(
    _ target: inout MutableSpan<Int64>, at start: Int, by values: Span<Int64>, in lanes: Range<Int>,
    two: (Two, Two) -> Two, one: (Int64, Int64) -> Int64
  ) {
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= values.count)
    precondition(start >= 0 && start + lanes.upperBound <= target.count)
    var lane = lanes.lowerBound
    while lane &+ run <= lanes.upperBound {
      for step in 0..<run / 2 {
        let next = lane &+ 2 &* step
        let changed = two(target.two(at: start &+ next), values.two(at: next))
        target.put(changed, at: start &+ next)
      }
      lane &+= run
    }
    while lane < lanes.upperBound {
      target[unchecked: start &+ lane] = one(
        target[unchecked: start &+ lane], values[unchecked: lane])
      lane &+= 1
    }
  }

  /// Copies each month; negative where any of them is.
  @inline(__always)
  static func copy(_ source: Span<Int64>, to target: inout MutableSpan<Int64>) -> Int64 {
    let lanes = source.count
    precondition(lanes <= target.count)
    var signs: Int64 = 0
    for lane in 0..<lanes {
      let value = source[unchecked: lane]
      signs |= value
      target[unchecked: lane] = value
    }
    return signs
  }

  @inline(__always)
  static func scale(_ target: inout MutableSpan<Int64>, by factor: Int64) {
    for lane in 0..<target.count { target[unchecked: lane] &*= factor }
  }

  /// Keeps the larger of each month; negative where any of the row's is.
  @inline(__always)
  static func keepLarger(_ source: Span<Int64>, in target: inout MutableSpan<Int64>) -> Int64 {
    let lanes = source.count
    precondition(lanes <= target.count)
    var signs: Int64 = 0
    for lane in 0..<lanes {
      let value = source[unchecked: lane]
      signs |= value
      target[unchecked: lane] = max(target[unchecked: lane], value)
    }
    return signs
  }

  /// Takes the larger of each month of two rows; negative where any month is, and then not to be used.
  @inline(__always)
  static func takeLarger(
    _ first: Span<Int64>, _ second: Span<Int64>, into target: inout MutableSpan<Int64>
  ) -> Int64 {
    let lanes = first.count
    precondition(lanes == second.count && lanes <= target.count)
    var signs = Two.zero
    var lane = 0
    while lane &+ 2 <= lanes {
      let (one, other) = (first.two(at: lane), second.two(at: lane))
      signs |= one | other
      // Less the difference, where it is negative.
      let difference = one &- other
      target.put(one &- (difference & (difference &>> 63)), at: lane)
      lane &+= 2
    }
    if lane < lanes {
      let (one, other) = (first[unchecked: lane], second[unchecked: lane])
      signs[0] |= one | other
      target[unchecked: lane] = max(one, other)
    }
    return signs[0] | signs[1]
  }

  /// Adds those values whose lane has a bit to a run of months.
  @inline(__always)
  static func add(
    _ values: Span<Int64>, where bits: UInt64, to target: inout MutableSpan<Int64>, at start: Int
  ) {
    let lanes = values.count
    precondition(start >= 0 && start + lanes <= target.count && lanes <= UInt64.bitWidth)
    var rest = bits & ((1 << UInt64(lanes)) &- 1)
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      target[unchecked: start &+ lane] &+= values[unchecked: lane]
      rest &= rest &- 1
    }
  }

  /// Those of some lanes in which a value lies in a range, a bit each.
  @inline(__always)
  static func met(_ values: Span<Int64>, _ range: ValueRange, in lanes: Range<Int>) -> UInt64 {
    precondition(lanes.lowerBound >= 0 && lanes.upperBound <= min(values.count, UInt64.bitWidth))
    // The bits of every other lane in a word, from the last lane on.
    var twos = SIMD2<UInt64>.zero
    var lane = lanes.upperBound
    while lane &- run >= lanes.lowerBound {
      for step in 1...run / 2 {
        let signs = SIMD2<UInt64>(
          truncatingIfNeeded: range.sign(values.two(at: lane &- 2 &* step)))
        twos = twos &<< 2 | signs &>> 63
      }
      lane &-= run
    }
    var signs = twos[0] | twos[1] &<< 1
    while lane > lanes.lowerBound {
      lane &-= 1
      signs = signs &<< 1 | UInt64(bitPattern: range.sign(values[unchecked: lane])) &>> 63
    }
    let asked: UInt64 = (1 << UInt64(lanes.count)) &- 1
    return (range.isOutside ? signs : signs ^ asked) << UInt64(lanes.lowerBound)
  }

  /// The lanes in which the sum of so many values up to each lies in a range, a bit each.
  @inline(__always)
  static func met(_ values: Span<Int64>, _ range: ValueRange, summing months: Int) -> UInt64 {
    let lanes = values.count
    precondition(lanes <= UInt64.bitWidth && months > 0)
    var signs: UInt64 = 0
    var sum: Int64 = 0
    for lane in 0..<lanes {
      sum &+= values[unchecked: lane]
      if lane >= months { sum &-= values[unchecked: lane &- months] }
      let sign = UInt64(bitPattern: range.sign(sum)) &>> 63
      signs |= sign &<< UInt64(truncatingIfNeeded: lane)
    }
    let asked: UInt64 = (1 << UInt64(lanes)) &- 1
    return range.isOutside ? signs : signs ^ asked
  }

  /// Those of some lanes, a bit each, in which a part makes up a share of the whole.
  @inline(__always)
  static func met(
    _ parts: Span<Int64>, of wholes: Span<Int64>, percent: Int64, isInclusive: Bool,
    in lanes: UInt64
  ) -> UInt64 {
    let count = min(parts.count, wholes.count, UInt64.bitWidth)
    var met: UInt64 = 0
    var rest = lanes & ((1 << UInt64(count)) &- 1)
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      let isMet = isShareMet(
        part: parts[unchecked: lane], whole: wholes[unchecked: lane], percent, isInclusive)
      met |= isMet ? rest & (0 &- rest) : 0
      rest &= rest &- 1
    }
    return met
  }

  /// Compares integers: `100 × part ≥ percent × whole`; without a whole it is not met.
  @inline(__always)
  static func isShareMet(
    part: Int64, whole: Int64, _ percent: Int64, _ isInclusive: Bool
  ) -> Bool {
    let (left, right) = (100 &* part, percent &* whole)
    let isLarge = isInclusive ? left >= right : left > right
    // Not `&&`, which makes a decision of it.
    return (whole > 0 ? 1 : 0) & (isLarge ? 1 : 0) != 0
  }

  @inline(__always)
  static func clear(_ target: inout MutableSpan<Int64>, at start: Int, lanes: Int) {
    precondition(start >= 0 && start + lanes <= target.count)
    for lane in start..<start + lanes { target[unchecked: lane] = 0 }
  }
}

extension Span<Int64> {
  /// Two months from a lane on, which must be there.
  @inline(__always)
  fileprivate func two(at lane: Int) -> SIMD2<Int64> {
    bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: lane &* MemoryLayout<Int64>.stride, as: SIMD2<Int64>.self)
  }
}

extension MutableSpan<Int64> {
  /// Two months from a lane on, which must be there.
  @inline(__always)
  fileprivate func two(at lane: Int) -> SIMD2<Int64> {
    bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: lane &* MemoryLayout<Int64>.stride, as: SIMD2<Int64>.self)
  }

  /// Puts two months at a lane; both must be there.
  @inline(__always)
  fileprivate mutating func put(_ two: SIMD2<Int64>, at lane: Int) {
    var bytes = mutableBytes
    bytes.storeBytes(
      of: two, toUncheckedByteOffset: lane &* MemoryLayout<Int64>.stride, as: SIMD2<Int64>.self)
  }
}
