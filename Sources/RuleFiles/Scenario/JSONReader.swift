/// Reads JSON strictly, as RFC 8259 has it, keeping the line of every value.
struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var depth = 0

  /// Deeper texts are none of ours, and must not exhaust the stack.
  private static let deepest = 100

  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
  }

  mutating func readText() throws(JSONFileError) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let node = try readValue(path: "")
    skipSpace()
    guard position == bytes.count else { throw failure("there is more text after the end") }
    return node
  }

  // MARK: Values

  private mutating func readValue(path: String) throws(JSONFileError) -> JSONNode {
    skipSpace()
    let start = line
    guard let byte = next else { throw failure("the text ends where a value should be", path) }
    let value: JSONNode.Value
    switch byte {
    case UInt8(ascii: "{"): value = try readObject(path)
    case UInt8(ascii: "["): value = try readArray(path)
    case UInt8(ascii: "\""): value = .string(try readString(path))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      value = .number(try readNumber(path))
    default: value = try readWord(path)
    }
    return JSONNode(value, file: file, line: start, path: path)
  }

  private mutating func readObject(_ path: String) throws(JSONFileError) -> JSONNode.Value {
    try enter(path)
    var members: [(key: String, node: JSONNode)] = []
    if take("}") {
      depth -= 1
      return .object(members)
    }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("expected a key in quotes", path) }
      let key = try readString(path)
      let place = path.isEmpty ? key : "\(path).\(key)"
      guard !members.contains(where: { $0.key == key }) else {
        throw failure("the key is there twice", place)
      }
      guard take(":") else { throw failure("expected ':' after the key", place) }
      members.append((key, try readValue(path: place)))
    } while take(",")
    guard take("}") else { throw failure("expected ',' or '}'", path) }
    depth -= 1
    return .object(members)
  }

  private mutating func readArray(_ path: String) throws(JSONFileError) -> JSONNode.Value {
    try enter(path)
    var elements: [JSONNode] = []
    if take("]") {
      depth -= 1
      return .array(elements)
    }
    repeat {
      elements.append(try readValue(path: "\(path)[\(elements.count)]"))
    } while take(",")
    guard take("]") else { throw failure("expected ',' or ']'", path) }
    depth -= 1
    return .array(elements)
  }

  private mutating func enter(_ path: String) throws(JSONFileError) {
    position += 1
    depth += 1
    guard depth <= JSONReader.deepest else { throw failure("nested too deeply", path) }
  }

  private mutating func readNumber(_ path: String) throws(JSONFileError) -> String {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let whole = takeDigits()
    var isRight = whole == 1 || whole > 1 && bytes[position - whole] != UInt8(ascii: "0")
    if next == UInt8(ascii: ".") {
      position += 1
      isRight = isRight && takeDigits() > 0
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      isRight = isRight && takeDigits() > 0
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isRight else { throw failure("'\(text)' is no number", path) }
    return text
  }

  private mutating func takeDigits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func readWord(_ path: String) throws(JSONFileError) -> JSONNode.Value {
    let start = position
    while let byte = next, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { position += 1 }
    switch String(decoding: bytes[start..<position], as: UTF8.self) {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case let word:
      throw failure(word.isEmpty ? "expected a value" : "'\(word)' is no JSON value", path)
    }
  }

  // MARK: Strings

  private mutating func readString(_ path: String) throws(JSONFileError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += String(try readEscape(path)).utf8
      case 0..<0x20: throw failure("a control character in a text must be escaped", path)
      default: text.append(byte)
      }
    }
    throw failure("the text in quotes does not end", path)
  }

  private mutating func readEscape(_ path: String) throws(JSONFileError) -> Unicode.Scalar {
    guard let byte = next else { throw failure("the text in quotes does not end", path) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(path)
    default: throw failure("'\\\(Unicode.Scalar(byte))' is no escape", path)
    }
  }

  private mutating func readUnicodeEscape(_ path: String) throws(JSONFileError) -> Unicode.Scalar {
    let first = try readHex(path)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A surrogate: the second half follows.
    guard first < 0xDC00, bytes[position...].starts(with: [0x5C, 0x75]) else {
      throw failure("half of a surrogate pair", path)
    }
    position += 2
    let second = try readHex(path)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half of a surrogate pair", path) }
    return scalar
  }

  private mutating func readHex(_ path: String) throws(JSONFileError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("\\u needs four hexadecimal digits", path) }
    position += 4
    return value
  }

  // MARK: Bytes

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: wanted) else { return false }
    position += 1
    return true
  }

  private func failure(_ problem: String, _ path: String = "") -> JSONFileError {
    JSONFileError(file: file, line: line, path: path, problem: problem)
  }
}
