import CapabilityScore

/// A JSON document whose keys keep their order and whose decimals stay exact.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int64)
  case decimal(Quantity)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// A value that is written already, by whoever knows its form.
  case written(String)

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The document as text, indented by one space a level.
  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .decimal(let quantity): text += quantity.description
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): JSONValue.write(string, to: &text)
    case .written(let document):
      for scalar in document.unicodeScalars {
        // Between values; inside of strings it is escaped already.
        if scalar == "\n" { text += "\n" } else { JSONValue.write(scalar, to: &text) }
      }
    case .array(let elements):
      JSONValue.write(elements, "[", "]", to: &text, indent) { element, text in
        element.write(to: &text, indent: indent + 1)
      }
    case .object(let members):
      JSONValue.write(members, "{", "}", to: &text, indent) { member, text in
        JSONValue.write(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, _ indent: Int,
    _ writeElement: (Element, inout String) -> Void
  ) {
    text += open
    for (number, element) in elements.enumerated() {
      text += number == 0 ? "\n" : ",\n"
      text += String(repeating: " ", count: indent + 1)
      writeElement(element, &text)
    }
    if !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: write(scalar, to: &text)
      }
    }
    text += "\""
  }

  /// Controls and line separators would reach a terminal, or break a reader: they are escaped.
  private static func write(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
      let hex = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: text.unicodeScalars.append(scalar)
    }
  }
}
