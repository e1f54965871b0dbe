/// Numbers as people read them: grouped thousands, fixed places, a real minus sign never.
public enum NumberWords {
  /// `1234567` → `1,234,567`.
  public static func grouped(_ number: Int64) -> String {
    var text: [UInt8] = []
    append(number.magnitude, isNegative: number < 0, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ number: UInt64, isNegative: Bool, to text: inout [UInt8]) {
    if isNegative { text.append(UInt8(ascii: "-")) }
    let start = text.count
    var rest = number
    var digits = 0
    repeat {
      if digits > 0, digits % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      digits += 1
    } while rest > 0
    text[start...].reverse()
  }

  /// `1 row`, `1,234 rows`: a number of things whose plural ends in s.
  public static func counted(_ count: Int, _ thing: String) -> String {
    "\(grouped(Int64(count))) \(thing)\(count == 1 ? "" : "s")"
  }

  /// A decimal with a fixed number of places, rounded half away from zero.
  public static func fixed(_ number: Double, places: Int = 1) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "-" }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let scaled = Int64((number * factor).rounded())
    let whole = scaled.magnitude / UInt64(factor)
    let rest = String(scaled.magnitude % UInt64(factor))
    let text = grouped(Int64(whole))
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + text }
    return sign + text + "." + String(repeating: "0", count: places - rest.count) + rest
  }

  /// An amount in millionths: cents where they matter, all places where even cents would hide it.
  public static func money(_ millionths: Int64) -> String {
    if millionths % 10_000 != 0, millionths.magnitude < 10_000_000_000 {
      return exact(millionths)
    }
    var text: [UInt8] = []
    let cents = (millionths.magnitude + 5000) / 10_000
    append(cents / 100, isNegative: millionths < 0, to: &text)
    if millionths % Quantity.one != 0 {
      text.append(UInt8(ascii: "."))
      for digit in [cents % 100 / 10, cents % 10] {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Every place of an amount in millionths, grouped.
  private static func exact(_ millionths: Int64) -> String {
    let text = Quantity(millionths: millionths.magnitude > Int64.max ? .max : millionths)
      .description
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let whole = grouped(Int64(parts[0]) ?? 0)
    let sign = millionths < 0 && !whole.hasPrefix("-") ? "-" : ""
    return parts.count == 2 ? "\(sign)\(whole).\(parts[1])" : whole
  }
}
