/// Finds the line of every key in a TOML text, because the parser gives positions only for syntax errors.
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
      if line.text.first == "[" {
        enterTable(line)
      } else if let equals = line.keyEnd {
        let keys = KeyLocator.keys(line.text.prefix(equals))
        record(table + keys, line: line.number)
      }
    }
  }

  private mutating func enterTable(_ line: LineScanner.Line) {
    let isArray = line.text.hasPrefix("[[")
    let inner = line.text.drop { $0 == "[" }.prefix { $0 != "]" }
    var path: [String] = []
    let keys = KeyLocator.keys(String(inner))
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

  /// Splits a possibly dotted, possibly quoted key.
  static func keys(_ text: some StringProtocol) -> [String] {
    var keys: [String] = []
    var current = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { current.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        keys.append(current)
        current = ""
      } else if !character.isWhitespace {
        current.append(character)
      }
    }
    return keys + [current]
  }
}

/// The lines of a TOML text, each with whether it continues a value begun on an earlier line.
struct LineScanner {
  struct Line {
    var number: Int
    var text: Substring
    var startsInsideValue: Bool
    /// Where the `=` of a key stands, as a count of characters; nil where there is none.
    var keyEnd: Int?
  }

  private var rest: Substring
  private var number = 0
  private var depth = 0
  private var openString: String?

  init(_ text: String) { rest = text[...] }

  mutating func next() -> Line? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
    let text = rest[..<end].drop { $0 == " " || $0 == "\t" }
    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
    let startsInside = depth > 0 || openString != nil
    var line = Line(number: number, text: text, startsInsideValue: startsInside, keyEnd: nil)
    line.keyEnd = follow(text, isHeader: !startsInside && text.first == "[")
    return line
  }

  /// Walks over a line, keeping track of strings and brackets; returns where its first `=` stands.
  private mutating func follow(_ text: Substring, isHeader: Bool) -> Int? {
    if isHeader { return nil }
    var equals: Int?
    var place = 0
    var index = text.startIndex
    while index < text.endIndex {
      let tail = text[index...]
      var step = 1
      if let open = openString {
        if tail.hasPrefix(open) {
          openString = nil
          step = open.count
        } else if open.first == "\"" && tail.first == "\\" {
          step = min(2, tail.count)
        }
      } else if let delimiter = ["\"\"\"", "'''", "\"", "'"].first(where: tail.hasPrefix) {
        openString = delimiter
        step = delimiter.count
      } else if tail.first == "#" {
        break
      } else if tail.first == "[" || tail.first == "{" {
        depth += 1
      } else if tail.first == "]" || tail.first == "}" {
        depth = max(0, depth - 1)
      } else if tail.first == "=" && equals == nil {
        equals = place
      }
      place += step
      index = text.index(index, offsetBy: step)
    }
    if openString == "\"" || openString == "'" { openString = nil }
    return equals
  }
}
