import CapabilityScore
import TerminalKit

/// A page with a table, and with a pane of text where there is something to explain.
struct TablePageView {
  let state: DashboardState
  let layout: PageLayout

  init(_ state: DashboardState, _ layout: PageLayout) {
    self.state = state
    self.layout = layout
  }

  func draw(on canvas: inout Canvas) {
    guard let page = state.page else { return }
    PageHeading(state).draw(on: &canvas, in: layout.heading)
    if !layout.table.isEmpty, let view = TableView(state, layout) {
      view.table.draw(on: &canvas, in: layout.table, glyphs: state.glyphs)
      let below = layout.table.splitTop(2).1
      if page.table.order.isEmpty { EmptyText(state).draw(on: &canvas, in: below) }
    }
    guard !layout.detail.isEmpty else { return }
    let text = DetailText(state)
    canvas.frame(
      layout.detail, title: text.title, role: page.focus == .detail ? .borderFocus : .border,
      glyphs: state.glyphs)
    let inside = layout.detail.inset(columns: 2, rows: 1)
    let chart = text.chart
    let block = TextBlock(lines: text.lines, scroll: page.scroll)
    // The words come first, up to what explains a row.
    let words = min(8, block.rowCount(columns: inside.columns))
    let chartRows = chart == nil ? 0 : min(9, inside.rows - words)
    let (above, below) = inside.splitBottom(chartRows >= 4 ? chartRows : 0)
    block.draw(on: &canvas, in: above, glyphs: state.glyphs)
    if let chart { chart.draw(on: &canvas, in: below, glyphs: state.glyphs) }
    if page.focus == .detail, state.overlay == nil { canvas.cursor = inside.origin }
  }
}

/// A page of text: criteria.
struct TextPageView {
  let state: DashboardState
  let layout: PageLayout

  init(_ state: DashboardState, _ layout: PageLayout) {
    self.state = state
    self.layout = layout
  }

  func draw(on canvas: inout Canvas) {
    PageHeading(state).draw(on: &canvas, in: layout.heading)
    let inside = layout.body.inset(columns: 1)
    TextBlock(lines: DetailText(state).lines, scroll: state.page?.scroll ?? 0)
      .draw(on: &canvas, in: inside, glyphs: state.glyphs)
    if state.overlay == nil { canvas.cursor = inside.origin }
  }
}
