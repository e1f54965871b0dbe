import CapabilityScore
import TerminalKit

/// What a page is about.
enum PageKind: Hashable, Sendable {
  case overview
  case area(Int)
  case contributors(MetricNumber, component: Int)
  case criteria(MetricNumber)
  case tenant(Int)
  /// The usage of a tenant, series by series, to be edited.
  case usage(Int)
  case edits
  /// The scenarios, and what each makes of every area.
  case scenarios
  case comparison(ScenarioSide, ScenarioSide)
  case plan(area: Int)
  case workload(Int)
  case individual(Int)
  case tenants
  case workloads
  case individuals
  /// The certifications that end soon.
  case expiring
  case history(area: Int)
  /// Who began and ceased to count for a metric in these months.
  case moves(MetricNumber)
  case datasets

  /// The tab that is lit while the page is open, if it belongs to one.
  var area: Int? {
    switch self {
    case .area(let area), .history(let area), .plan(let area): area
    case .contributors(let place, _), .criteria(let place), .moves(let place): place.area
    default: nil
    }
  }
}

/// One step of the way in: what is shown, and where the user is in it.
struct Page: Sendable {
  var kind: PageKind
  /// The rows of the page's table.
  var rows: any RowSource
  var table = TableState()
  /// The track looked at, where the area has several.
  var track: Int?
  var segment = Segment.all
  /// The scroll of the text pane.
  var scroll = 0
  /// Which pane keys go to: the table, or the text beside it.
  var focus = Focus.table
  var isZoomed = false
  /// The data has changed since the rows were taken.
  var isStale = false
  /// The row that the cursor was on when the page became stale.
  var keptID: RowID?

  enum Focus: Sendable { case table, detail }

  init(_ kind: PageKind, rows: any RowSource) {
    self.kind = kind
    self.rows = rows
    table.arrange(rows)
    // The overview has no columns to choose: what it is sorted by is the distance to qualifying.
    if kind == .overview { table.column = rows.columns.count - 1 }
  }

  /// The row under the cursor, by its number in the source.
  var selectedRow: Int? { table.selectedRow }

  var selectedID: RowID? { selectedRow.map(rows.identity) }

  /// The columns that are not hidden, by number in the source.
  var shownColumns: [Int] {
    rows.columns.indices.filter { !table.hiddenColumns.contains(rows.columns[$0].id) }
  }

  /// The marked rows that are shown, in their order, by number in the source.
  var markedRows: [Int] {
    table.marks.isEmpty ? [] : table.order.filter { table.marks.contains(rows.identity($0)) }
  }

  /// What a command is about: the marked rows, else the one under the cursor.
  var chosenRows: [Int] {
    let marked = markedRows
    return marked.isEmpty ? selectedRow.map { [$0] } ?? [] : marked
  }

  /// How many marked rows the filter and the segment leave out.
  var hiddenMarks: Int {
    table.order.count == rows.count ? 0 : table.marks.count - markedRows.count
  }
}
