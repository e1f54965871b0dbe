/// Rows and columns of text. Only the rows in sight are asked for, so the number of rows is free.
///
/// The first two cells of a row are the selection sign and the mark; the last one is the scrollbar.
public struct Table {
  /// One key of the sort order.
  public struct SortKey: Hashable, Sendable {
    /// The id of the column.
    public var column: String
    /// Whether the least comes first.
    public var ascending: Bool

    public init(_ column: String, ascending: Bool) {
      self.column = column
      self.ascending = ascending
    }
  }

  /// All columns, from left to right.
  public var columns: [TableColumn]
  /// How many rows there are, in sight or not.
  public var rowCount: Int
  /// Gives the cell of a row and a column, both by their number.
  public var cell: (Int, Int) -> TableCell
  /// The position under the cursor.
  public var selectedRow: Int?
  /// The row at the top.
  public var firstRow: Int
  /// The most important key first.
  public var sort: [SortKey]
  /// Whether the row at a position is marked.
  public var isMarked: (Int) -> Bool
  /// The column that the cursor is in.
  public var focusedColumn: Int?
  /// One text for each column, under the rows.
  public var footer: [String]?
  /// Whether keys go to this table: it then has the strong cursor, and the hardware cursor.
  public var hasFocus: Bool

  public init(
    columns: [TableColumn], rowCount: Int, selectedRow: Int? = nil, firstRow: Int = 0,
    sort: [SortKey] = [], markedRows: @escaping (Int) -> Bool = { _ in false },
    focusedColumn: Int? = nil, footer: [String]? = nil,
    hasFocus: Bool = true, cell: @escaping (Int, Int) -> TableCell
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.cell = cell
    self.selectedRow = selectedRow
    self.firstRow = firstRow
    self.sort = sort
    isMarked = markedRows
    self.focusedColumn = focusedColumn
    self.footer = footer
    self.hasFocus = hasFocus
  }

  /// Where the columns are when the table is drawn `width` cells wide; counted from the table's
  /// left edge.
  public func layout(width: Int) -> TableLayout {
    TableLayout(columns: columns, width: width - Self.gutter - 1, focused: focusedColumn)
  }

  /// The rows of `rect` that hold rows of the table.
  public func body(in rect: Rect) -> Rect {
    rect.splitTop(1).1.splitBottom(footer == nil ? 0 : 1).0
  }

  /// The row of the table at a point of the screen.
  public func row(at point: Point, in rect: Rect) -> Int? {
    let body = body(in: rect)
    guard body.contains(point) else { return nil }
    let row = top(visible: body.rows) + point.row - body.row
    return row < rowCount ? row : nil
  }

  /// The column of the table at a point of the screen.
  public func column(at point: Point, in rect: Rect) -> Int? {
    layout(width: rect.columns).index(at: point.column - rect.column - Self.gutter)
  }

  /// The row to put at the top so that `selected` is in sight, near to the present one.
  public static func firstRow(
    showing selected: Int, from first: Int, visible: Int, of rowCount: Int
  ) -> Int {
    guard visible > 0 else { return max(0, selected) }
    let near = min(max(first, selected - visible + 1), selected)
    return max(0, min(near, rowCount - visible))
  }

  /// The selection sign and the mark.
  static let gutter = 2

  func top(visible: Int) -> Int { max(0, min(firstRow, rowCount - visible)) }
}
