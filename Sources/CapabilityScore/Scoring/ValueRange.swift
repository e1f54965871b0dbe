/// A range of values in the form in which many are asked at once: one subtraction for each of its ends,
/// whose signs tell, without a decision and without an overflow that would matter.
struct ValueRange: Hashable, Sendable {
  /// The first value of the range or, if that holds more than half of all values, of what lies outside.
  let least: Int64
  /// The last value less the first; −1 where there is none.
  let width: Int64
  /// Whether it is the values outside that ``least`` and ``width`` describe.
  let isOutside: Bool

  /// - Parameter range: Nil for one without any value.
  init(_ range: ClosedRange<Int64>?) {
    guard let range else {
      (least, width, isOutside) = (0, -1, false)
      return
    }
    let width = range.upperBound &- range.lowerBound
    isOutside = width < 0
    least = isOutside ? range.upperBound &+ 1 : range.lowerBound
    self.width = isOutside ? ~width &- 1 : width
  }

  /// Negative for values that ``least`` and ``width`` do not describe.
  @inline(__always)
  func sign(_ value: Int64) -> Int64 {
    let above = value &- least
    return above | (width &- above)
  }

  /// The same for two values.
  @inline(__always)
  func sign(_ values: SIMD2<Int64>) -> SIMD2<Int64> {
    let above = values &- SIMD2(repeating: least)
    return above | (SIMD2(repeating: width) &- above)
  }

  /// Whether a value lies in the range.
  func contains(_ value: Int64) -> Bool { (sign(value) < 0) == isOutside }
}
