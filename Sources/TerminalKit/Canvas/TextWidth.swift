/// How many columns text takes. Independent of the locale, and equal to what the terminal library
/// believes (Unicode data of glibc).
public enum TextWidth {
  /// Where text stands in a field wider than itself.
  public enum Alignment: Sendable { case left, right, center }

  /// The columns of `text` as a canvas would write it.
  public static func columns(_ text: some StringProtocol) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  /// Cuts to at most `limit` columns and marks the cut. A wide glyph is never halved, so the result
  /// may be one column short.
  public static func truncate(
    _ text: String, to limit: Int, ellipsis: Character = "…"
  ) -> String {
    guard limit > 0 else { return "" }
    if columns(text) <= limit { return text }
    let room = limit - columns(ellipsis)
    guard room >= 0 else { return "" }
    return prefix(of: text, columns: room) + String(ellipsis)
  }

  /// Cuts before the last `mark` as long as a few letters stay there, and only then at the end: of
  /// `Modern Work › Deployments`, the second name tells more.
  public static func truncate(
    _ text: String, to limit: Int, before mark: Character, ellipsis: Character = "…"
  ) -> String {
    guard columns(text) > limit, let start = text.lastIndex(of: mark) else {
      return truncate(text, to: limit, ellipsis: ellipsis)
    }
    let head = text[..<(text[..<start].lastIndex { $0 != " " }.map(text.index(after:)) ?? start)]
    let tail = text[head.endIndex...]
    let kept = truncate(
      String(head), to: max(leastHead, limit - columns(tail)), ellipsis: ellipsis)
    return truncate(kept + tail, to: limit, ellipsis: ellipsis)
  }

  private static let leastHead = 8

  /// Exactly `width` columns: cut or padded.
  public static func fit(
    _ text: String, to width: Int, align: Alignment = .left, ellipsis: Character = "…"
  ) -> String {
    let shown = truncate(text, to: width, ellipsis: ellipsis)
    let spare = max(0, width - columns(shown))
    let before =
      switch align {
      case .left: 0
      case .right: spare
      case .center: spare / 2
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: spare - before)
  }

  /// Breaks into lines of at most `width` columns, at spaces where there are any. A line feed always
  /// breaks; empty text is one empty line.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapParagraph($0, to: width) }
  }

  private static func wrapParagraph(_ paragraph: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      if line.isEmpty && lines.isEmpty && word.isEmpty { continue }
      if columns(line) + (line.isEmpty ? 0 : 1) + columns(word) <= width {
        line += line.isEmpty ? word : " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while columns(word) > width {
        let head = prefix(of: word, columns: width)
        guard !head.isEmpty else { return lines }
        lines.append(head)
        word.removeFirst(head.count)
      }
      line = word
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// The longest beginning that takes at most `limit` columns.
  static func prefix(of text: String, columns limit: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += columns(character)
        return used <= limit
      })
  }

  /// The columns of one character.
  public static func columns(_ character: Character) -> Int {
    var sum = 0
    Glyph.each(in: character) { sum += Int($0.columns) }
    return sum
  }

  /// Printable ASCII only: one column for one byte.
  static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// −1 for a control character, 0 for a mark, else 1 or 2.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300: 1
    case 0..<0xA0, 0x2028, 0x2029: -1
    // What a dashboard draws all day: arrows and mathematics, boxes, blocks and shapes, braille.
    case 0x2190..<0x231A, 0x2500..<0x25FD, 0x2800..<0x2900: 1
    case 0x4E00..<0xA000, 0xAC00..<0xD7A4: 2
    default:
      contains(WidthTable.zero, scalar.value) ? 0 : contains(WidthTable.wide, scalar.value) ? 2 : 1
    }
  }

  private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}

/// Where text stands in a field wider than itself.
public typealias Alignment = TextWidth.Alignment
