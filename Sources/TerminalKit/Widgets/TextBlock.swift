/// Paragraphs of spans, wrapped at spaces and scrolled by rows.
public struct TextBlock: Sendable {
  /// One paragraph each.
  public var lines: [[Span]]
  /// The rows scrolled off the top.
  public var scroll: Int

  public init(lines: [[Span]], scroll: Int = 0) {
    self.lines = lines
    self.scroll = scroll
  }

  /// The rows that the text takes at this width.
  public func rowCount(columns: Int) -> Int { rows(columns: columns).count }

  /// Draws the lines in sight, wrapped at spaces.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    let all = rows(columns: rect.columns)
    let first = min(max(0, scroll), max(0, all.count - rect.rows))
    for (offset, row) in all.dropFirst(first).prefix(rect.rows).enumerated() {
      var column = rect.column
      for span in row {
        let point = Point(column: column, row: rect.row + offset)
        column += canvas.write(
          span.text, at: point, role: span.role, columns: rect.right - column)
      }
    }
  }

  /// The wrapped rows.
  public func rows(columns: Int) -> [[Span]] {
    guard columns > 0 else { return [] }
    return lines.flatMap { Self.wrap($0, to: columns) }
  }

  /// Rows after the first keep the paragraph's indent.
  private static func wrap(_ spans: [Span], to columns: Int) -> [[Span]] {
    var row = Row()
    var rows: [[Span]] = []
    let indent = Span(String(repeating: " ", count: indent(of: spans, in: columns)))
    for word in words(spans) {
      let width = word.reduce(0) { $0 + TextWidth.columns($1.text) }
      if !row.isBlank, row.columns + width > columns {
        rows.append(row.spans)
        row = Row(indent)
      }
      if row.isBlank, !rows.isEmpty, word.first?.text == " " { continue }
      for span in word {
        for part in parts(span, of: width, to: columns - indent.text.count) {
          if !row.isBlank, row.columns + TextWidth.columns(part.text) > columns {
            rows.append(row.spans)
            row = Row(indent)
          }
          row.append(part)
        }
      }
    }
    return rows + [row.spans]
  }

  private static func indent(of spans: [Span], in columns: Int) -> Int {
    var count = 0
    for span in spans {
      count += span.text.prefix { $0 == " " }.count
      if span.text.contains(where: { $0 != " " }) { break }
    }
    return min(count, columns / 2)
  }

  /// A word longer than a row is broken, any other is not.
  private static func parts(_ span: Span, of width: Int, to columns: Int) -> [Span] {
    guard width > columns, span.text != " " else { return [span] }
    return TextWidth.wrap(span.text, to: columns).map { Span($0, span.role) }
  }

  /// The words, and the single spaces between them. A word may be in several roles.
  private static func words(_ spans: [Span]) -> [[Span]] {
    var words: [[Span]] = []
    for span in spans {
      var isInside = words.last.map { $0.first?.text != " " } ?? false
      var text = ""
      func finish() {
        guard !text.isEmpty else { return }
        if isInside { words[words.count - 1].append(Span(text, span.role)) }
        if !isInside { words.append([Span(text, span.role)]) }
        text = ""
      }
      for character in span.text {
        guard character == " " else {
          text.append(character)
          continue
        }
        finish()
        words.append([Span(" ", span.role)])
        isInside = false
      }
      finish()
    }
    return words
  }

  /// A row being filled.
  private struct Row {
    private(set) var spans: [Span] = []
    private(set) var columns = 0
    /// Whether nothing but the indent is in it.
    private(set) var isBlank = true

    init() {}

    init(_ indent: Span) {
      guard !indent.text.isEmpty else { return }
      append(indent)
      isBlank = true
    }

    mutating func append(_ span: Span) {
      columns += TextWidth.columns(span.text)
      isBlank = false
      if spans.last?.role == span.role {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
  }
}
