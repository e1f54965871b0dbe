import TerminalKit

/// Writes along a line, one piece after the other, up to a right edge.
struct Pen {
  var column: Int
  let row: Int
  let right: Int
  let glyphs: Glyphs

  init(_ area: Rect, row: Int = 0, glyphs: Glyphs) {
    column = area.column
    self.row = area.row + row
    right = area.right
    self.glyphs = glyphs
  }

  var room: Int { max(0, right - column) }

  mutating func write(_ text: String, _ role: Role = .text, on canvas: inout Canvas) {
    let shown = TextWidth.truncate(text, to: room, ellipsis: glyphs.ellipsis)
    column += canvas.write(shown, at: Point(column: column, row: row), role: role, columns: room)
  }

  /// A piece of a fixed width.
  mutating func write(
    _ text: String, _ role: Role = .text, columns: Int, align: TextWidth.Alignment = .left,
    on canvas: inout Canvas
  ) {
    let width = min(columns, room)
    let shown = TextWidth.fit(text, to: width, align: align, ellipsis: glyphs.ellipsis)
    canvas.write(shown, at: Point(column: column, row: row), role: role, columns: width)
    column += width
  }

  mutating func skip(_ columns: Int) { column += columns }

  /// The next columns as an area to draw in.
  mutating func take(_ columns: Int) -> Rect {
    let area = Rect(column, row, min(columns, room), 1)
    column += area.columns
    return area
  }
}
