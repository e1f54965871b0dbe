import TerminalKit

extension DashboardState {
  /// The rows that are shown, or the marked ones, as they are on the screen.
  func export(to path: String) -> [Effect] {
    guard let page else { return [] }
    let marked = page.table.order.filter { page.table.marks.contains(page.rows.identity($0)) }
    let shown = page.rows.columns.indices.filter {
      !page.table.hiddenColumns.contains(page.rows.columns[$0].id)
    }
    let rows = (marked.isEmpty ? page.table.order : marked).map { row in
      shown.map { plain(page.rows.cell(row, $0).text, page.rows.sortKey(row, $0)) }
    }
    return [
      .export(
        TableExport(
          path: path, columns: shown.map { heading(page.rows.columns[$0]) }, rows: rows,
          replaces: false))
    ]
  }

  /// Numbers without groups, states without their sign.
  private func plain(_ text: String, _ key: SortKey) -> String {
    if case .number = key {
      let digits = text.replacing(",", with: "")
      if Double(digits) != nil { return digits }
    }
    guard let first = text.first,
      [glyphs.met, glyphs.unmet, glyphs.near, glyphs.dash].contains(first)
    else { return text }
    return String(text.dropFirst().drop { $0 == " " })
  }

  private func heading(_ column: TableColumn) -> String {
    let title = column.title.isEmpty ? column.id : column.title
    return column.unit.map { "\(title) \($0)" } ?? title
  }

  mutating func tell(_ outcome: ExportOutcome, of export: TableExport) {
    switch outcome {
    case .written: notice = Notice("\(export.rows.count) rows in \(export.path)")
    case .failed(let words): notice = Notice(words, .error)
    case .exists:
      var again = export
      again.replaces = true
      overlay = .confirm(
        Confirmation(
          question: "\(export.path) is there already. Replace it?", effect: .export(again)))
    }
  }

  // MARK: Columns

  mutating func chooseColumns() {
    guard let page else { return }
    overlay = .columns(
      ListPicker(
        title: "Columns", rows: columnRows(page),
        position: min(page.table.column, page.rows.columns.count - 1)))
  }

  private func columnRows(_ page: Page) -> [String] {
    page.rows.columns.map { column in
      let isHidden = page.table.hiddenColumns.contains(column.id)
      return "\(isHidden ? " " : glyphs.met) \(heading(column))"
    }
  }

  mutating func applyToColumns(_ key: Key, _ picker: inout ListPicker) {
    switch key.code {
    case .escape, .backspace, .character("q"): overlay = nil
    case .down, .character("j"):
      picker.move(by: 1)
      overlay = .columns(picker)
    case .up, .character("k"):
      picker.move(by: -1)
      overlay = .columns(picker)
    case .enter, .character(" "):
      changePage { page in
        // The first column says what the row is: it stays.
        guard picker.position > 0 else { return }
        let id = page.rows.columns[picker.position].id
        if page.table.hiddenColumns.remove(id) == nil { page.table.hiddenColumns.insert(id) }
      }
      if let page { picker.rows = columnRows(page) }
      overlay = .columns(picker)
    default: break
    }
  }
}
