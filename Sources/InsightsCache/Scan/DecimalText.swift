import CapabilityScore

/// A number as exports write it, in millionths.
///
/// Forms: `1234.5`, `1,234.50`, `$1,234.50`, `(12.30)`, `-12.30` and what they combine to,
/// such as `($1,234.50)` and `-$5`. No exponents; commas only between groups of three.
struct DecimalText: Equatable {
  /// Ties at the seventh place round away from zero. Limited to ``limit``, which stands for more.
  let magnitude: Int64
  let isNegative: Bool
  /// No digit behind the point is other than 0.
  let isWhole: Bool

  /// 10¹² in millionths: the first amount that is no longer taken.
  static let limit = mostWhole * Quantity.one
  private static let mostWhole: Int64 = 1_000_000_000_000

  var value: Int64 { isNegative ? -magnitude : magnitude }

  /// - Parameter text: Without spaces around it, and not empty.
  init?(_ text: Span<UInt8>) {
    var (start, end) = (0, text.count)
    var isNegative = false
    if start < end, text[start] == UInt8(ascii: "(") {
      guard end - start > 2, text[end - 1] == UInt8(ascii: ")") else { return nil }
      (start, end, isNegative) = (start + 1, end - 1, true)
    } else if start < end, text[start] == UInt8(ascii: "-") {
      (start, isNegative) = (start + 1, true)
    }
    if start < end, text[start] == UInt8(ascii: "$") { start += 1 }
    guard let whole = DecimalText.whole(text, &start, end) else { return nil }
    guard let fraction = DecimalText.fraction(text, &start, end), start == end,
      whole.digits + fraction.digits > 0
    else { return nil }
    magnitude =
      whole.value >= DecimalText.mostWhole
      ? DecimalText.limit : whole.value * Quantity.one + fraction.millionths
    self.isNegative = isNegative
    isWhole = fraction.isZero
  }

  /// The digits before the point; nil where commas do not part groups of three.
  private static func whole(
    _ text: Span<UInt8>, _ at: inout Int, _ end: Int
  ) -> (value: Int64, digits: Int)? {
    var value: Int64 = 0
    var digits = 0
    var group = 0
    var hasCommas = false
    while at < end {
      let digit = text[at] &- UInt8(ascii: "0")
      if digit <= 9 {
        value = min(value &* 10 &+ Int64(digit), mostWhole)
        digits &+= 1
        group &+= 1
      } else if text[at] == UInt8(ascii: ",") {
        guard hasCommas ? group == 3 : (1...3).contains(group) else { return nil }
        hasCommas = true
        group = 0
      } else {
        break
      }
      at &+= 1
    }
    return hasCommas && group != 3 ? nil : (value, digits)
  }

  /// The point and the digits behind it, if there are any.
  private static func fraction(
    _ text: Span<UInt8>, _ at: inout Int, _ end: Int
  ) -> (millionths: Int64, digits: Int, isZero: Bool)? {
    guard at < end, text[at] == UInt8(ascii: ".") else { return (0, 0, true) }
    at &+= 1
    var place = Quantity.one / 10
    var millionths: Int64 = 0
    var digits = 0
    var isZero = true
    while at < end {
      let digit = text[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      if digits == 6 && digit >= 5 { millionths &+= 1 }
      millionths &+= Int64(digit) &* place
      place /= 10
      isZero = isZero && digit == 0
      digits &+= 1
      at &+= 1
    }
    return (millionths, digits, isZero)
  }
}
