import TerminalKit

extension DashboardState {
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
