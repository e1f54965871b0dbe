import CapabilityScore
import TerminalKit

/// The table of a page, as its state has it.
struct TableView {
  let table: Table

  /// Nil for pages without a table.
  init?(_ state: DashboardState, _ layout: PageLayout) {
    guard let page = state.page, !page.rows.columns.isEmpty else { return nil }
    let rows = page.rows
    let order = page.table.order
    let shown = page.shownColumns
    let footer = rows.footer(order).map { texts in shown.map { texts[$0] } }
    let isMarked: (Int) -> Bool = { position in
      !page.table.marks.isEmpty && page.table.marks.contains(rows.identity(order[position]))
    }
    let words = FilterQuery(page.table.filter, columns: []).words
    table = Table(
      columns: shown.map { rows.columns[$0] }, rowCount: order.count,
      selectedRow: order.isEmpty ? nil : page.table.position, firstRow: page.table.firstRow,
      sort: page.table.sort,
      markedRows: isMarked,
      focusedColumn: shown.firstIndex(of: page.table.column),
      footer: footer,
      hasFocus: page.focus == .table && state.overlay == nil
    ) { position, column in
      var cell = rows.cell(order[position], shown[column])
      if !words.isEmpty { cell.matches = Self.matches(words, in: cell.text) }
      return cell
    }
  }

  private static func matches(_ words: [String], in text: String) -> [Range<Int>] {
    let characters = Array(text.lowercased())
    return words.compactMap { word in
      let wanted = Array(word.lowercased())
      guard !wanted.isEmpty, characters.count >= wanted.count else { return nil }
      return (0...characters.count - wanted.count).first {
        Array(characters[$0..<$0 + wanted.count]) == wanted
      }.map { $0..<$0 + wanted.count }
    }
  }
}
