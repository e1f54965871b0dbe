import CapabilityScore
import TerminalKit

extension DashboardState {
  mutating func moveCursor(_ command: Command) {
    let visible = max(1, PageLayout(self).tableRows)
    if page?.focus == .detail || page?.rows.columns.isEmpty ?? false {
      scroll(command, visible)
      return
    }
    changePage { page in
      switch command {
      case .rowDown: page.table.move(by: 1)
      case .rowUp: page.table.move(by: -1)
      case .halfPageDown: page.table.move(by: max(1, visible / 2))
      case .halfPageUp: page.table.move(by: -max(1, visible / 2))
      case .pageDown: page.table.move(by: visible)
      case .pageUp: page.table.move(by: -visible)
      case .firstRow: page.table.move(to: 0)
      default: page.table.move(to: page.table.order.count - 1)
      }
      page.scroll = 0
    }
    keepCursorInSight()
  }

  private mutating func scroll(_ command: Command, _ visible: Int) {
    let limit = PageLayout(self).scrollLimit
    changePage { page in
      switch command {
      case .rowDown: page.scroll += 1
      case .rowUp: page.scroll -= 1
      case .halfPageDown: page.scroll += visible / 2
      case .halfPageUp: page.scroll -= visible / 2
      case .pageDown: page.scroll += visible
      case .pageUp: page.scroll -= visible
      case .firstRow: page.scroll = 0
      default: page.scroll = limit
      }
      page.scroll = max(0, min(page.scroll, limit))
    }
  }

  mutating func keepCursorInSight() {
    let visible = max(1, PageLayout(self).tableRows)
    changePage { page in
      page.table.firstRow = Table.firstRow(
        showing: page.table.position, from: page.table.firstRow, visible: visible,
        of: page.table.order.count)
    }
  }

  mutating func moveColumn(_ step: Int) {
    // The overview has no columns to choose from.
    guard let page, page.kind != .overview, page.rows.columns.count > 1 else {
      if case .contributors? = page?.kind { stepSegment(step) }
      return
    }
    changePage { page in
      let shown = page.shownColumns
      let next =
        step < 0 ? shown.last { $0 < page.table.column } : shown.first { $0 > page.table.column }
      if let next { page.table.column = next }
    }
  }

  mutating func switchPane() {
    switch page?.kind {
    case .contributors(let place, let component):
      // From the table to the text beside it, then on to the metric's next component.
      if page?.focus == .table {
        changePage { $0.focus = .detail }
      } else {
        changePage { $0.focus = .table }
        switchComponent(place, component)
      }
    case .tenant, .workload, .usage, .individual, .edits:
      changePage { $0.focus = $0.focus == .table ? .detail : .table }
    default: notice = Notice("There is one pane here")
    }
  }

  private mutating func switchComponent(_ place: MetricNumber, _ component: Int) {
    guard let standings else { return }
    let count = standings.rule(place).components.count
    guard count > 1 else { return }
    pages.removeLast()
    go(.contributors(place, component: (component + 1) % count))
  }

  mutating func stepSegment(_ step: Int) {
    changePage { page in
      guard let rows = page.rows as? ContributorRows else { return }
      let present = rows.segments.firstIndex { $0.segment == page.segment } ?? 0
      let row = page.selectedRow
      page.segment =
        rows.segments[(present + step + rows.segments.count) % rows.segments.count]
        .segment
      page.table.arrange(page.rows, keeping: row, admits: page.admits)
    }
    keepCursorInSight()
  }

  mutating func setFilter(_ text: String) {
    changePage { page in
      page.table.filter(by: text, page.rows, admits: page.admits)
    }
    keepCursorInSight()
  }

  mutating func sort(adding: Bool) {
    changePage { page in
      guard page.rows.columns.indices.contains(page.table.column) else { return }
      let row = page.selectedRow
      page.table.sort(by: page.rows.columns[page.table.column].id, adding: adding)
      page.table.arrange(page.rows, keeping: row, admits: page.admits)
    }
    keepCursorInSight()
  }

  mutating func markRow() {
    changePage { page in
      guard let id = page.selectedID else { return }
      if page.table.marks.remove(id) == nil { page.table.marks.insert(id) }
      page.table.anchor = id
      page.table.move(by: 1)
    }
    keepCursorInSight()
    tellMarks()
  }

  /// Marks from the last mark, or the top, to the cursor.
  mutating func markRange() {
    changePage { page in
      let order = page.table.order
      let anchor = order.firstIndex { page.rows.identity($0) == page.table.anchor } ?? 0
      let range = min(anchor, page.table.position)...max(anchor, page.table.position)
      for position in range where order.indices.contains(position) {
        page.table.marks.insert(page.rows.identity(order[position]))
      }
      page.table.anchor = page.selectedID
    }
    tellMarks()
  }

  mutating func markAll() {
    changePage { page in
      let shown = Set(page.table.order.map(page.rows.identity))
      page.table.marks =
        shown.isSubset(of: page.table.marks)
        ? page.table.marks.subtracting(shown) : page.table.marks.union(shown)
    }
    tellMarks()
  }

  private mutating func tellMarks() {
    guard let page else { return }
    let hidden = page.hiddenMarks
    notice = Notice(
      "\(page.table.marks.count) marked" + (hidden > 0 ? ", \(hidden) hidden by the filter" : ""))
  }

  mutating func copyCell() -> [Effect] {
    guard let page, let row = page.selectedRow else { return [] }
    notice = Notice("Copied, if your terminal lets programs copy (OSC 52)")
    return [.copy(page.rows.cell(row, page.table.column).text)]
  }

  /// The marked rows, else the one under the cursor, as lines of tab-separated cells.
  mutating func copyRows() -> [Effect] {
    guard let page else { return [] }
    notice = Notice(
      "Copied \(NumberWords.counted(page.chosenRows.count, "row")), if your terminal lets programs "
        + "copy (OSC 52)")
    let lines = page.chosenRows.map { row in
      page.shownColumns.map { page.rows.cell(row, $0).text }.joined(separator: "\t")
    }
    return [.copy(lines.joined(separator: "\n"))]
  }
}
