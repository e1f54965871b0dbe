/// One line of text being edited.
public struct LineEditor: Equatable, Sendable {
  private var characters: [Character]
  /// The characters before the cursor.
  public private(set) var cursor: Int

  /// Begins with the cursor behind the text.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// What was typed so far.
  public var text: String { String(characters) }
  /// Whether nothing was.
  public var isEmpty: Bool { characters.isEmpty }

  /// Puts text at the cursor; line ends become spaces.
  public mutating func insert(_ text: String) {
    let added = text.map { $0.isNewline ? " " : $0 }
    characters.insert(contentsOf: added, at: cursor)
    // A combining mark joins the letter before it, so count again.
    let before = String(characters[..<(cursor + added.count)]).count
    characters = Array(String(characters))
    cursor = min(before, characters.count)
  }

  /// Does what the key asks for; false if it is no editing key.
  public mutating func apply(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.backspace, []): erase((cursor - 1)..<cursor)
    case (.delete, []), (.character("d"), .control): erase(cursor..<(cursor + 1))
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(characters.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = characters.count
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd
    case (.character("w"), .control), (.backspace, .alt): erase(wordStart..<cursor)
    case (.character("d"), .alt): erase(cursor..<wordEnd)
    case (.character("u"), .control): erase(0..<cursor)
    case (.character("k"), .control): erase(cursor..<characters.count)
    default: return false
    }
    return true
  }

  private mutating func erase(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    if cursor > range.lowerBound { cursor = range.lowerBound }
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !characters[place - 1].isWordPart { place -= 1 }
    while place > 0, characters[place - 1].isWordPart { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !characters[place].isWordPart { place += 1 }
    while place < characters.count, characters[place].isWordPart { place += 1 }
    return place
  }

  /// Draws in the first row of `rect` and puts the canvas's cursor there. Long text scrolls so that
  /// the cursor stays in sight.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let field = rect.row(0)
    canvas.fill(field, role: .input, ground: .input)
    var first = 0
    var before = TextWidth.columns(String(characters[..<cursor]))
    while before >= field.columns, first < cursor {
      before -= TextWidth.columns(characters[first])
      first += 1
    }
    canvas.write(
      String(characters[first...]), at: field.origin, role: .input, ground: .input,
      columns: field.columns)
    canvas.cursor = Point(column: field.column + before, row: field.row)
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
