import CapabilityScore
import TerminalKit

extension DashboardState {
  /// The rows that are shown, or the marked ones, as they are on the screen.
  func export(to path: String) -> [Effect] {
    guard let page else { return [] }
    let marked = page.markedRows
    let shown = page.shownColumns
    let rows = (marked.isEmpty ? page.table.order : marked).map { row in
      shown.map { plain(page.rows.cell(row, $0).text, page.rows.sortKey(row, $0)) }
    }
    return [
      .export(
        FileExport(
          path: path,
          content: .table(columns: shown.map { heading(page.rows.columns[$0]) }, rows: rows)))
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

  func heading(_ column: TableColumn) -> String {
    let title = column.title.isEmpty ? column.id : column.title
    return column.unit.map { "\(title) \($0)" } ?? title
  }

  mutating func tell(_ outcome: ExportOutcome, of export: FileExport) {
    switch outcome {
    case .written:
      switch export.content {
      case .table(_, let rows):
        notice = Notice("\(NumberWords.counted(rows.count, "row")) in \(export.path)")
      case .scenario(let scenario): notice = Notice("\(scenario.name) is in \(export.path)")
      }
    case .failed(let words): notice = Notice(words, .error)
    case .exists:
      var again = export
      again.replaces = true
      overlay = .confirm(
        Confirmation(
          question: "\(export.path) is there already. Replace it?", answer: .effect(.export(again)))
      )
    }
  }
}
