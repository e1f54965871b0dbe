import CapabilityScore
import TerminalKit

/// Where the parts of a page lie on a screen of some size; views and cursor movement agree on it.
struct PageLayout {
  let title: Rect
  let tabs: Rect
  let heading: Rect
  let body: Rect
  let status: Rect
  let footer: Rect
  /// The table, and the pane beside or below it.
  let table: Rect
  let detail: Rect
  private let state: DashboardState

  /// Below this size there is only a line that asks for more room.
  static let least = Size(columns: 60, rows: 15)

  init(_ state: DashboardState) {
    self.state = state
    let screen = Rect(0, 0, state.size.columns, state.size.rows)
    var rest = screen
    (title, rest) = rest.splitTop(1)
    (tabs, rest) = rest.splitTop(1)
    rest = rest.splitTop(1).1
    (rest, footer) = rest.splitBottom(1)
    (rest, status) = rest.splitBottom(1)
    (heading, rest) = rest.splitTop(Self.headingRows(state.page?.kind))
    body = rest
    (table, detail) = Self.panes(rest, state.page)
  }

  private static func headingRows(_ kind: PageKind?) -> Int {
    switch kind {
    case .overview, nil: 1
    case .area: 3
    case .contributors, .workload: 3
    case .tenant, .usage, .individual, .plan, .history, .scenarios: 2
    default: 1
    }
  }

  private static func panes(_ body: Rect, _ page: Page?) -> (Rect, Rect) {
    guard let page, hasDetail(page.kind) else { return (body, Rect(0, 0, 0, 0)) }
    if page.isZoomed {
      let none = Rect(0, 0, 0, 0)
      return page.focus == .table ? (body, none) : (none, body)
    }
    // Too low for two panes: Tab, or i, changes between them.
    if body.rows < leastStacked, body.columns < sideBySide {
      let none = Rect(0, 0, 0, 0)
      return page.focus == .table ? (body, none) : (none, body)
    }
    if body.columns >= sideBySide {
      let (left, right) = body.splitRight(min(54, detailColumns(body.columns, page.kind)))
      return (left, right)
    }
    let (top, bottom) = body.splitBottom(max(isChart(page.kind) ? 8 : 5, body.rows * 2 / 5))
    return (top, bottom)
  }

  /// Names of metrics are long, and months of usage narrower than reasons.
  private static func detailColumns(_ columns: Int, _ kind: PageKind) -> Int {
    if case .tenant = kind { columns * 3 / 8 } else { columns * 2 / 5 }
  }

  private static let sideBySide = 110
  private static let leastStacked = 12

  private static func hasDetail(_ kind: PageKind) -> Bool {
    switch kind {
    case .contributors, .tenant, .usage, .workload, .individual, .edits: true
    default: false
    }
  }

  /// Whether the pane is there for its chart.
  private static func isChart(_ kind: PageKind) -> Bool {
    switch kind {
    case .usage, .workload: true
    default: false
    }
  }

  /// Rows of the table in sight.
  var tableRows: Int {
    switch state.page?.kind {
    case .overview, .area: body.rows
    case .criteria: body.rows
    default: max(0, table.rows - 2)
    }
  }

  /// How far the text of the page, or of its pane, can be scrolled.
  var scrollLimit: Int {
    let area = detail.isEmpty ? body : detail.inset(columns: 2, rows: 1)
    let text = DetailText(state)
    return max(0, TextBlock(lines: text.lines).rowCount(columns: area.columns) - area.rows)
  }

  /// The position in the table's order that is shown at a point.
  func row(at point: Point, _ state: DashboardState) -> Int? {
    guard let page = state.page else { return nil }
    switch page.kind {
    case .overview:
      let rows = OverviewView(state, self)
      return rows.position(at: point)
    case .area: return AreaView(state, self).position(at: point)
    default: return TableView(state, self)?.table.row(at: point, in: table)
    }
  }
}
