import CapabilityScore
import TerminalKit

/// Why a page shows no rows, and what to do about it.
struct EmptyText {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let page = state.page else { return }
    let lines = TextWidth.wrap(text(page), to: max(1, area.columns - 4))
    for (row, line) in lines.enumerated() where row < area.rows {
      canvas.write(
        line, at: Point(column: area.column + 2, row: area.row + row), role: .textDim)
    }
  }

  private func text(_ page: Page) -> String {
    if !page.table.filter.isEmpty {
      let columns = page.rows.columns
      let unknown = FilterQuery.unknownColumn(in: page.table.filter, columns: columns).map {
        "There is no column \($0) here, but \(EmptyText.names(columns)). "
      }
      return "No row matches \(page.table.filter). \(unknown ?? "")\(key(.back)) clears the filter."
    }
    if page.segment != .all {
      return "Nobody in this segment. \(key(.nextSegment)) goes to the next one."
    }
    return page.rows.emptyText(key)
  }

  private func key(_ command: Command) -> String { state.keymap.name(command, state.glyphs) }

  /// What may stand before the colon of a filter, each in a word.
  private static func names(_ columns: [TableColumn]) -> String {
    columns.map { column in
      let word = column.title.split(separator: " ").first.map(String.init) ?? column.id
      return word.lowercased()
    }
    .joined(separator: ", ")
  }
}
