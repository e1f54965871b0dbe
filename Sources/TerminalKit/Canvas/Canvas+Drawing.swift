extension Canvas {
  /// Writes text that ends before column `right`, and returns the columns it took.
  @discardableResult
  public mutating func writeRight(
    _ text: String, right: Int, row: Int, role: Role = .text, ground: Role? = nil
  ) -> Int {
    let column = right - TextWidth.columns(text)
    return write(text, at: Point(column: column, row: row), role: role, ground: ground)
  }

  /// Fills with one glyph; a ground of nil keeps the grounds that are there.
  public mutating func fill(
    _ rect: Rect, _ glyph: Character = " ", role: Role = .text, ground: Role? = nil
  ) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    var shown = Glyph.space
    Glyph.each(in: glyph) { if $0.columns == 1 { shown = $0 } }
    for row in area.row..<area.bottom {
      heal(area.column, row)
      heal(area.right, row)
    }
    update(area) { cell in
      cell = Cell(shown, role: role, ground: ground ?? cell.ground)
    }
  }

  /// Changes what lies under the text, and nothing else.
  public mutating func paint(_ ground: Role, in rect: Rect) {
    update(rect) { $0.ground = ground }
  }

  /// Changes what the text means, and nothing else.
  public mutating func paint(role: Role, in rect: Rect) {
    update(rect) { $0.role = role }
  }

  /// Draws a box on the edge of `rect`, with a title in its top line.
  public mutating func frame(
    _ rect: Rect, title: String? = nil, role: Role = .border, glyphs: Glyphs
  ) {
    guard rect.columns > 1, rect.rows > 1 else { return }
    let (last, low) = (rect.right - 1, rect.bottom - 1)
    fill(Rect(rect.column, rect.row, rect.columns, 1), glyphs.horizontal, role: role)
    fill(Rect(rect.column, low, rect.columns, 1), glyphs.horizontal, role: role)
    fill(Rect(rect.column, rect.row, 1, rect.rows), glyphs.vertical, role: role)
    fill(Rect(last, rect.row, 1, rect.rows), glyphs.vertical, role: role)
    fill(Rect(rect.column, rect.row, 1, 1), glyphs.topLeft, role: role)
    fill(Rect(last, rect.row, 1, 1), glyphs.topRight, role: role)
    fill(Rect(rect.column, low, 1, 1), glyphs.bottomLeft, role: role)
    fill(Rect(last, low, 1, 1), glyphs.bottomRight, role: role)
    guard let title, rect.columns > 6 else { return }
    let text = " \(TextWidth.truncate(title, to: rect.columns - 6, ellipsis: glyphs.ellipsis)) "
    write(text, at: Point(column: rect.column + 2, row: rect.row), role: role)
  }

  /// Draws a horizontal line, with a caption in it if one is given.
  public mutating func hline(
    at point: Point, columns: Int, caption: String? = nil, role: Role = .border, glyphs: Glyphs
  ) {
    fill(Rect(point.column, point.row, columns, 1), glyphs.horizontal, role: role)
    guard let caption, columns > 6 else { return }
    let text = " \(TextWidth.truncate(caption, to: columns - 6, ellipsis: glyphs.ellipsis)) "
    write(text, at: Point(column: point.column + 2, row: point.row), role: role)
  }
}
