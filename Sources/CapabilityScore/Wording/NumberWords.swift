/// Numbers as people read them: grouped thousands, fixed places, a real minus sign never.
public enum NumberWords {
  /// `1234567` → `1,234,567`.
  public static func grouped(_ number: Int64) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
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
    return fixed(Double(millionths) / 1e6, places: millionths % Quantity.one == 0 ? 0 : 2)
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
