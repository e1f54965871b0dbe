import CapabilityScore
public import TerminalKit

/// Draws the whole screen from the state; changes nothing.
public struct DashboardView {
  let state: DashboardState
  private let layout: PageLayout

  public init(state: DashboardState) {
    self.state = state
    layout = PageLayout(state)
  }

  public var canvas: Canvas {
    var canvas = Canvas(state.size)
    guard state.size.columns >= PageLayout.least.columns, state.size.rows >= PageLayout.least.rows
    else {
      let text =
        "Capstan needs \(PageLayout.least.columns)×\(PageLayout.least.rows); "
        + "this is \(state.size.columns)×\(state.size.rows)"
      canvas.write(
        TextWidth.truncate(text, to: state.size.columns, ellipsis: state.glyphs.ellipsis),
        at: Point(column: 0, row: 0))
      return canvas
    }
    TitleBar(state).draw(on: &canvas, in: layout.title)
    drawTabs(on: &canvas)
    canvas.hline(
      at: Point(column: 0, row: layout.tabs.row + 1), columns: state.size.columns,
      glyphs: state.glyphs)
    drawPage(on: &canvas)
    StatusLine(state).draw(on: &canvas, in: layout.status)
    Footer(state).draw(on: &canvas, in: layout.footer)
    OverlayView(state).draw(on: &canvas, in: layout)
    // Where no row has it, so that a screen reader finds the page.
    if canvas.cursor == nil { canvas.cursor = layout.body.origin }
    return canvas
  }

  private func drawPage(on canvas: inout Canvas) {
    guard state.standings != nil, let page = state.page else {
      WelcomeView(state).draw(on: &canvas, in: layout.body)
      return
    }
    switch page.kind {
    case .overview: OverviewView(state, layout).draw(on: &canvas)
    case .area: AreaView(state, layout).draw(on: &canvas)
    case .criteria: TextPageView(state, layout).draw(on: &canvas)
    default: TablePageView(state, layout).draw(on: &canvas)
    }
  }

  // MARK: Tabs

  /// As much as fits: all names, all names of areas, only the active one's.
  private var tabBar: TabBar {
    let forms = [TabNames.all, .areas, .active].map(tabs)
    let fitting = forms.first { tabs in
      tabs.reduce(0) { $0 + TextWidth.columns($1.title) + 2 } <= state.size.columns
    }
    return TabBar(tabs: fitting ?? tabs(.active))
  }

  private enum TabNames { case all, areas, active }

  private func tabs(_ names: TabNames) -> [TabBar.Tab] {
    guard let standings = state.standings else { return [] }
    let active = state.pages.reversed().lazy.compactMap(\.kind.area).first
    let overview = TabBar.Tab(
      title: names == .all ? "0 Overview" : "0 All", isActive: active == nil)
    let areas = standings.rulebook.areas.enumerated().map { number, area in
      let score = standings.scorecard.areas[number]
      let sign = score.isQualified ? String(state.glyphs.met) : ""
      let name = names == .active && active != number ? "" : "\(area.shortName) "
      return TabBar.Tab(
        title: "\(number + 1) \(name)\(Int(score.points.value))\(sign)",
        isActive: active == number)
    }
    return [overview] + areas
  }

  private func drawTabs(on canvas: inout Canvas) {
    tabBar.draw(on: &canvas, in: layout.tabs, glyphs: state.glyphs)
  }

  /// The number of the tab at a point: 0 is the overview.
  func tab(at point: Point) -> Int? {
    var canvas = Canvas(state.size)
    let placements = tabBar.draw(on: &canvas, in: layout.tabs, glyphs: state.glyphs)
    return placements.first { $0.columns.contains(point.column) }?.tab
  }
}
