/// A boxed list with a filter line: palette, help, pickers.
public struct ListOverlay: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What the row says.
    public var text: String
    /// Shown at the right: a key, a value.
    public var hint: String
    /// How the text is drawn.
    public var role: Role

    public init(_ text: String, hint: String = "", role: Role = .text) {
      self.text = text
      self.hint = hint
      self.role = role
    }
  }

  /// Written into the frame.
  public var title: String
  /// The filter being typed; nil for a list without one.
  public var filter: LineEditor?
  /// All rows, of which those around the selected one are shown.
  public var rows: [Row]
  /// The row under the cursor.
  public var selected: Int?
  /// Shown in place of the rows where there are none.
  public var emptyText: String

  public init(
    title: String, filter: LineEditor? = nil, rows: [Row], selected: Int? = nil,
    emptyText: String = ""
  ) {
    self.title = title
    self.filter = filter
    self.rows = rows
    self.selected = selected
    self.emptyText = emptyText
  }

  /// The size of a box that shows everything.
  public var preferredSize: Size {
    let widest = rows.map { TextWidth.columns($0.text) + TextWidth.columns($0.hint) + 3 }.max() ?? 0
    let columns = max(widest, TextWidth.columns(emptyText), TextWidth.columns(title) + 4) + 6
    return Size(columns: columns, rows: max(1, rows.count) + (filter == nil ? 2 : 4))
  }

  /// Draws the box on `rect` and says which row of the list is in which row of the screen.
  @discardableResult
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) -> [Int: Int] {
    canvas.fill(rect, ground: .overlay)
    canvas.frame(rect, title: title, role: .border, glyphs: glyphs)
    canvas.paint(role: .overlayTitle, in: titleArea(rect))
    let content = rect.inset(columns: 2, rows: 1)
    guard !content.isEmpty else { return [:] }
    let (field, inside) = content.splitTop(filter == nil ? 0 : 2)
    let first = firstRow(visible: inside.rows)
    var places: [Int: Int] = [:]
    for offset in 0..<max(0, min(inside.rows, rows.count - first)) {
      let index = first + offset
      draw(rows[index], isSelected: index == selected, &canvas, inside.row(offset), glyphs)
      places[inside.row + offset] = index
    }
    if rows.isEmpty, !inside.isEmpty {
      canvas.write(emptyText, at: inside.origin, role: .textDim, columns: inside.columns)
    }
    Scrollbar(first: first, visible: inside.rows, total: rows.count)
      .draw(on: &canvas, in: Rect(rect.right - 1, inside.row, 1, inside.rows), glyphs: glyphs)
    if let filter, !field.isEmpty {
      filter.draw(on: &canvas, in: field.row(0), glyphs: glyphs)
      canvas.hline(at: field.row(1).origin, columns: field.row(1).columns, glyphs: glyphs)
    }
    return places
  }

  private func draw(
    _ row: Row, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect, _ glyphs: Glyphs
  ) {
    if isSelected {
      canvas.paint(.tableCursor, in: area)
      canvas.write(String(glyphs.selection), at: area.origin, columns: area.columns)
      canvas.cursor = area.origin
    }
    let text = area.splitLeft(2).1
    let hint = TextWidth.truncate(row.hint, to: text.columns, ellipsis: glyphs.ellipsis)
    let room = text.columns - TextWidth.columns(hint) - (hint.isEmpty ? 0 : 1)
    canvas.write(
      TextWidth.truncate(row.text, to: room, ellipsis: glyphs.ellipsis), at: text.origin,
      role: row.role)
    canvas.writeRight(hint, right: text.right, row: text.row, role: .key)
  }

  private func titleArea(_ rect: Rect) -> Rect {
    let room = max(0, rect.columns - 6)
    return Rect(rect.column + 3, rect.row, min(room, TextWidth.columns(title)), min(1, rect.rows))
  }

  /// The first row shown, so that the selected one is in the middle where the list is longer.
  private func firstRow(visible: Int) -> Int {
    let wanted = (selected ?? 0) - visible / 2
    return max(0, min(wanted, rows.count - visible))
  }
}
