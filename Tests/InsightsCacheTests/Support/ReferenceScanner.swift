/// The rules of the scanner, character by character over the whole text: slow, and plain to see.
struct ReferenceScanner {
  private(set) var rows: [ScannedRow] = []
  private let text: [UInt8]

  /// - Parameter body: What follows a header of one line.
  init(_ body: String) {
    text = Array(body.utf8)
    var position = 0
    var line = 2
    while position < text.count {
      if let row = row(at: position) {
        if row.fields != [""] || row.isQuoted {
          rows.append(.row(line, Array(row.fields.prefix(9))))
        }
        line += text[position..<row.end].count { $0 == UInt8(ascii: "\n") }
        position = row.end
      } else {
        let end = text[position...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        rows.append(.broken(line, string(stripped(Array(text[position..<end])))))
        line += 1
        position = min(end + 1, text.count)
      }
    }
  }

  /// Nil where a quoted field does not end as one.
  private func row(at start: Int) -> (fields: [String], end: Int, isQuoted: Bool)? {
    var fields: [String] = []
    var position = start
    var isQuoted = false
    while true {
      var field: [UInt8] = []
      if byte(position) == UInt8(ascii: "\"") {
        isQuoted = true
        position += 1
        while true {
          guard let next = byte(position) else { return nil }
          position += 1
          if next != UInt8(ascii: "\"") {
            field.append(next)
          } else if byte(position) == UInt8(ascii: "\"") {
            field.append(next)
            position += 1
          } else {
            break
          }
        }
        if byte(position) == UInt8(ascii: "\r"),
          [nil, UInt8(ascii: "\n")].contains(byte(position + 1))
        {
          position += 1
        }
      } else {
        while let next = byte(position), next != UInt8(ascii: ","), next != UInt8(ascii: "\n") {
          field.append(next)
          position += 1
        }
        if byte(position) != UInt8(ascii: ",") { field = stripped(field) }
      }
      fields.append(string(field))
      switch byte(position) {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "\n"): return (fields, position + 1, isQuoted)
      case nil: return (fields, position, isQuoted)
      default: return nil
      }
    }
  }

  private func byte(_ position: Int) -> UInt8? { position < text.count ? text[position] : nil }

  /// Without a carriage return at the end.
  private func stripped(_ bytes: [UInt8]) -> [UInt8] {
    bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
