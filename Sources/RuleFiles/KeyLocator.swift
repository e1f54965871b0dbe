/// Finds the line of every key in a TOML text: the parser gives positions only for syntax errors.
///
/// One scan: table headers set the path, keys are added to it, and whatever lies inside multi-line
/// strings and arrays is passed over. Paths are `area.0.track.1.points`.
struct KeyLocator {
  private(set) var lines: [String: Int] = [:]
  private var table: [String] = []
  private var arrayCounts: [String: Int] = [:]

  init(_ text: String) {
    var scanner = LineScanner(text)
    while let line = scanner.next() {
      if line.startsInsideValue { continue }
      if line.isHeader {
        enterTable(line)
      } else if line.hasKey {
        record(table + KeyLocator.keys(line.text), line: line.number)
      }
    }
  }

  private mutating func enterTable(_ line: LineScanner.Line) {
    let inner = line.text.drop { $0 == UInt8(ascii: "[") }
    let isArray = inner.startIndex - line.text.startIndex == 2
    var path: [String] = []
    let keys = KeyLocator.keys(inner)
    for (position, key) in keys.enumerated() {
      path.append(key)
      let name = path.joined(separator: ".")
      let isLast = position == keys.count - 1
      if isLast && isArray {
        arrayCounts[name, default: -1] += 1
      }
      if let index = arrayCounts[name] { path.append(String(index)) }
    }
    table = path
    record(path, line: line.number)
  }

  private mutating func record(_ path: [String], line: Int) {
    for length in path.indices {
      let name = path[...length].joined(separator: ".")
      if lines[name] == nil { lines[name] = line }
    }
  }

  /// Splits a possibly dotted, possibly quoted key, which ends before `=` or `]`.
  static func keys(_ text: some Sequence<UInt8>) -> [String] {
    var keys: [[UInt8]] = [[]]
    var quote: UInt8?
    var isEscaped = false
    for byte in text {
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\""), !isEscaped {
          isEscaped = true
          continue
        }
        if byte == open && !isEscaped { quote = nil } else { keys[keys.count - 1].append(byte) }
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "."): keys.append([])
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "="), UInt8(ascii: "]"):
        return keys.map { String(decoding: $0, as: UTF8.self) }
      default: keys[keys.count - 1].append(byte)
      }
    }
    return keys.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The lines of a TOML text, each with whether it continues a value begun on an earlier line.
///
/// It reads bytes: only a line feed ends a line of TOML, and marks that combine with a quote or a
/// bracket do not change what it means.
struct LineScanner {
  struct Line {
    var number: Int
    var text: ArraySlice<UInt8>
    var startsInsideValue: Bool
    /// Whether there is an `=` outside strings.
    var hasKey: Bool
    /// A mistake that the parser must not see; others it reports itself.
    var problem: String?

    /// Whether it begins as a table header does.
    var isHeader: Bool { text.first == UInt8(ascii: "[") }

    /// Whether a key begins behind the brackets of a header.
    var isNamedHeader: Bool {
      let inner = text.dropFirst(text.starts(with: Array("[[".utf8)) ? 2 : 1)
        .drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let first = inner.first else { return false }
      switch first {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        return true
      default: return false
      }
    }
  }

  /// A string that has not ended: its quote, and how many of them end it.
  private struct OpenString {
    var quote: UInt8
    var length: Int
  }

  private var rest: ArraySlice<UInt8>
  private var number = 0
  /// The brackets that are open.
  private var brackets: [UInt8] = []
  private var openString: OpenString?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    rest = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
  }

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    let text = rest[..<end].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    rest = rest[end...].dropFirst()
    var line = Line(
      number: number, text: text, startsInsideValue: !brackets.isEmpty || openString != nil,
      hasKey: false)
    if line.startsInsideValue || !line.isHeader {
      follow(&line)
    } else if !line.isNamedHeader {
      line.problem = "a table header needs a name, such as [area] or [[area.track]]"
    }
    if text.contains(0) { line.problem = "has a NUL character" }
    return line
  }

  /// Walks over a line, keeping track of strings and brackets.
  private mutating func follow(_ line: inout Line) {
    var tail = line.text
    while let byte = tail.first {
      var step = 1
      if let open = openString {
        step = stepInside(open, tail)
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          step = tail.starts(with: [byte, byte, byte]) ? 3 : 1
          openString = OpenString(quote: byte, length: step)
        case UInt8(ascii: "#"): return
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append(byte)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          let open = brackets.popLast()
          if byte == UInt8(ascii: "}"), open == UInt8(ascii: "[") {
            line.problem = "has a } where the list needs a ]"
          }
        case UInt8(ascii: "="): line.hasKey = true
        default:
          if byte >= 0x80, LineScanner.lineSeparators.contains(where: { tail.starts(with: $0) }) {
            line.problem = "has a line separator that ends no line of TOML"
          }
        }
      }
      tail = tail.dropFirst(step)
    }
    if openString?.length == 1 { openString = nil }
  }

  /// U+0085, U+2028 and U+2029.
  private static let lineSeparators: [[UInt8]] = [
    [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
  ]

  /// How far to go on inside a string; up to two quotes may stand before the three that end it.
  private mutating func stepInside(_ open: OpenString, _ tail: ArraySlice<UInt8>) -> Int {
    if tail.first == UInt8(ascii: "\\"), open.quote == UInt8(ascii: "\"") { return 2 }
    let quotes = tail.prefix(5).prefix { $0 == open.quote }.count
    guard quotes >= open.length else { return 1 }
    openString = nil
    return open.length == 3 ? quotes : 1
  }
}
