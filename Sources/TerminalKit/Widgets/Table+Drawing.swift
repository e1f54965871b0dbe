extension Table {
  /// Draws headings, the rows in sight, totals and the scroll bar.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let layout = layout(width: rect.columns)
    drawHeader(layout, on: &canvas, in: rect.row(0), glyphs: glyphs)
    let body = body(in: rect)
    let first = top(visible: body.rows)
    for offset in 0..<max(0, min(body.rows, rowCount - first)) {
      drawRow(first + offset, layout, on: &canvas, in: body.row(offset), glyphs: glyphs)
    }
    Scrollbar(first: first, visible: body.rows, total: rowCount)
      .draw(on: &canvas, in: Rect(rect.right - 1, body.row, 1, body.rows), glyphs: glyphs)
    guard footer != nil, rect.rows > 1 else { return }
    drawFooter(layout, on: &canvas, in: rect.row(rect.rows - 1), glyphs: glyphs)
  }

  private func drawHeader(
    _ layout: TableLayout, on canvas: inout Canvas, in row: Rect, glyphs: Glyphs
  ) {
    for placement in layout.placements {
      let column = columns[placement.index]
      let area = area(placement, in: row)
      let rank = sort.firstIndex { $0.column == column.id }
      let order = rank.map { "\($0 + 1)\(sort[$0].ascending ? glyphs.up : glyphs.down)" } ?? ""
      let title = heading(column, order: order, width: area.columns, glyphs: glyphs)
      canvas.write(
        title, at: area.origin, role: rank == nil ? .tableHeader : .tableHeaderSorted,
        columns: area.columns)
    }
    if layout.hidesColumns {
      canvas.writeRight(String(glyphs.moreRight), right: row.right, row: row.row, role: .textDim)
    }
  }

  /// The title, its unit where there is room, and the sort order, which is never cut.
  private func heading(
    _ column: TableColumn, order: String, width: Int, glyphs: Glyphs
  ) -> String {
    let room = width - (order.isEmpty ? 0 : TextWidth.columns(order) + 1)
    let full = column.unit.map { "\(column.title) \($0)" } ?? column.title
    let title = TextWidth.columns(full) <= room ? full : column.title
    let cut = TextWidth.truncate(title, to: room, ellipsis: glyphs.ellipsis)
    let text = order.isEmpty ? cut : cut.isEmpty ? order : "\(cut) \(order)"
    return TextWidth.fit(text, to: width, align: column.alignment, ellipsis: glyphs.ellipsis)
  }

  private func drawRow(
    _ row: Int, _ layout: TableLayout, on canvas: inout Canvas, in line: Rect, glyphs: Glyphs
  ) {
    let isSelected = row == selectedRow
    let isMarked = isMarked(row)
    let (body, _) = line.splitRight(1)
    if isSelected {
      canvas.paint(hasFocus ? .tableCursor : .tableCursorBlur, in: body)
    } else if isMarked {
      canvas.paint(.tableMarked, in: body)
    }
    let signs = "\(isSelected ? glyphs.selection : " ")\(isMarked ? glyphs.marked : " ")"
    canvas.write(signs, at: body.origin, columns: body.columns)
    for placement in layout.placements {
      drawCell(row, placement, on: &canvas, in: area(placement, in: line), glyphs: glyphs)
    }
    guard isSelected, hasFocus, !body.isEmpty else { return }
    let focused = focusedColumn.flatMap(layout.placement(of:))
    canvas.cursor = focused.map { area($0, in: line).origin } ?? body.origin
  }

  private func drawCell(
    _ row: Int, _ placement: TableLayout.Placement, on canvas: inout Canvas, in area: Rect,
    glyphs: Glyphs
  ) {
    let content = cell(row, placement.index)
    let column = columns[placement.index]
    let shown =
      column.cutsBefore.map {
        TextWidth.truncate(content.text, to: area.columns, before: $0, ellipsis: glyphs.ellipsis)
      } ?? TextWidth.truncate(content.text, to: area.columns, ellipsis: glyphs.ellipsis)
    let spare = area.columns - TextWidth.columns(shown)
    let indent =
      switch column.alignment {
      case .left: 0
      case .right: spare
      case .center: spare / 2
      }
    let start = Point(column: area.column + indent, row: area.row)
    canvas.write(shown, at: start, role: content.role, columns: area.columns)
    // What is behind a cut in the middle has moved to the left.
    let mark = column.cutsBefore.flatMap { content.text.lastIndex(of: $0) }
    let kept = mark.map { content.text.distance(from: content.text.startIndex, to: $0) } ?? .max
    let shift = content.text.count - shown.count
    for match in content.matches {
      let moved =
        match.lowerBound < kept ? match : match.lowerBound - shift..<match.upperBound - shift
      let range = moved.clamped(to: 0..<shown.count)
      let before = TextWidth.columns(shown.prefix(range.lowerBound))
      let width = TextWidth.columns(shown.prefix(range.upperBound)) - before
      canvas.paint(role: .tableMatch, in: Rect(start.column + before, area.row, width, 1))
    }
  }

  private func drawFooter(
    _ layout: TableLayout, on canvas: inout Canvas, in row: Rect, glyphs: Glyphs
  ) {
    for placement in layout.placements {
      guard let footer, placement.index < footer.count else { continue }
      let area = area(placement, in: row)
      let text = TextWidth.fit(
        footer[placement.index], to: area.columns, align: columns[placement.index].alignment,
        ellipsis: glyphs.ellipsis)
      canvas.write(text, at: area.origin, role: .textStrong, columns: area.columns)
    }
  }

  private func area(_ placement: TableLayout.Placement, in row: Rect) -> Rect {
    Rect(row.column + Self.gutter + placement.column, row.row, placement.width, row.rows)
      .intersection(row)
  }
}
