public import CapabilityScore

extension JSONNode {
  /// An exact decimal, read from its digits: never through a floating-point number.
  public func quantity() throws(JSONFileError) -> Quantity {
    guard case .number(let text) = value else { throw failure("must be a number") }
    guard let plain = JSONNode.withoutExponent(text), let quantity = Quantity(decimal: plain) else {
      throw failure("\(text) is too large")
    }
    return quantity
  }

  /// `1.25e3` → `1250`; nil where the exponent alone is beyond any amount.
  private static func withoutExponent(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e")
    guard parts.count == 2, let mantissa = parts.first else { return text }
    guard let exponent = Int(parts[1]), abs(exponent) <= 40 else { return nil }
    let isNegative = mantissa.first == "-"
    let halves = mantissa.drop { $0 == "-" }.split(separator: ".")
    var whole = String(halves.first ?? "")
    var fraction = halves.count > 1 ? String(halves[1]) : ""
    if exponent >= 0 {
      fraction += String(repeating: "0", count: max(0, exponent - fraction.count))
      whole += fraction.prefix(exponent)
      fraction.removeFirst(exponent)
    } else {
      whole = String(repeating: "0", count: max(0, -exponent - whole.count)) + whole
      fraction = whole.suffix(-exponent) + fraction
      whole.removeLast(-exponent)
    }
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole)
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
