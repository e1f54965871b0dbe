/// An exact amount in units of 10⁻⁶: money in USD, MCV, or a rate (scoring.md §1).
///
/// Sums of integers do not depend on order, on threads, or on the machine that took them.
public struct Quantity: Hashable, Comparable, Sendable {
  /// The amount times 1,000,000.
  public var millionths: Int64

  /// An amount that is in millionths already, as facts hold money.
  public init(millionths: Int64) { self.millionths = millionths }
  /// A whole amount: 1,000 USD, 5 tenants, 20 percent.
  public init(_ whole: Int) { millionths = Int64(whole) &* Quantity.one }

  /// 1.0 in millionths.
  public static let one: Int64 = 1_000_000

  /// Reads a plain decimal such as `-1234.5`; ties beyond the sixth place round away from zero.
  ///
  /// Nil for anything else, and for amounts that do not fit.
  public init?(decimal text: some StringProtocol) {
    var digits = Array(text.utf8)[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty || parts.count == 2 && !parts[1].isEmpty else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : []
    var value: Int64 = 0
    for place in 0..<(whole.count + 6) {
      let digit: UInt8
      if place < whole.count {
        digit = whole[whole.startIndex + place]
      } else if place - whole.count < fraction.count {
        digit = fraction[fraction.startIndex + place - whole.count]
      } else {
        digit = UInt8(ascii: "0")
      }
      guard let next = Quantity.appending(digit, to: value) else { return nil }
      value = next
    }
    let rest = fraction.dropFirst(6)
    guard rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    if let next = rest.first, next >= UInt8(ascii: "5") {
      guard value < .max else { return nil }
      value += 1
    }
    millionths = isNegative ? -value : value
  }

  private static func appending(_ digit: UInt8, to value: Int64) -> Int64? {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
    return overflow || carry ? nil : sum
  }

  /// Exact, by millionths.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.millionths < right.millionths
  }

  /// The amount as near as a Double comes, for words; no score is computed from it.
  public var doubleValue: Double { Double(millionths) / Double(Quantity.one) }
}

extension Quantity: CustomStringConvertible {
  /// The exact decimal without trailing zeros: `4200`, `-0.5`, `150523.300933`.
  public var description: String {
    let magnitude = millionths.magnitude
    var text = String(magnitude / 1_000_000)
    var fraction = magnitude % 1_000_000
    if fraction > 0 {
      var places = 6
      while fraction % 10 == 0 {
        fraction /= 10
        places -= 1
      }
      let digits = String(fraction)
      text += "." + String(repeating: "0", count: places - digits.count) + digits
    }
    return millionths < 0 ? "-" + text : text
  }
}
