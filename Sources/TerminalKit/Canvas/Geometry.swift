/// A width and a height in cells; never negative.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// Cells from the left edge, from 0.
  public var column: Int
  /// Cells from the upper edge, from 0.
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells. Every operation clamps: none gives a negative width or height.
public struct Rect: Hashable, Sendable {
  /// Where it begins, in cells from the left edge.
  public var column: Int
  /// Where it begins, in cells from the upper edge.
  public var row: Int
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  public init(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The first column past the right edge.
  public var right: Int { column + columns }
  /// The first row past the bottom edge.
  public var bottom: Int { row + rows }
  /// Whether it has no cell.
  public var isEmpty: Bool { columns <= 0 || rows <= 0 }
  /// Its upper left corner.
  public var origin: Point { Point(column: column, row: row) }
  /// Its extent, wherever it lies.
  public var size: Size { Size(columns: columns, rows: rows) }

  /// Whether a cell lies in it.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < right && point.row >= row && point.row < bottom
  }

  /// The part that lies in both; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(left, top, min(right, other.right) - left, min(bottom, other.bottom) - top)
  }

  /// Takes `columns` off the left and the right, and `rows` off the top and the bottom.
  public func inset(columns dx: Int = 0, rows dy: Int = 0) -> Rect {
    let dx = min(max(0, dx), columns / 2)
    let dy = min(max(0, dy), rows / 2)
    return Rect(column + dx, row + dy, columns - 2 * dx, rows - 2 * dy)
  }

  /// The leftmost `count` columns, and the rest.
  public func splitLeft(_ count: Int) -> (Rect, Rect) {
    let cut = min(max(0, count), columns)
    return (Rect(column, row, cut, rows), Rect(column + cut, row, columns - cut, rows))
  }

  /// The topmost `count` rows, and the rest.
  public func splitTop(_ count: Int) -> (Rect, Rect) {
    let cut = min(max(0, count), rows)
    return (Rect(column, row, columns, cut), Rect(column, row + cut, columns, rows - cut))
  }

  /// The rest, and the rightmost `count` columns.
  public func splitRight(_ count: Int) -> (Rect, Rect) {
    splitLeft(columns - min(max(0, count), columns))
  }

  /// The rest, and the lowest `count` rows.
  public func splitBottom(_ count: Int) -> (Rect, Rect) {
    splitTop(rows - min(max(0, count), rows))
  }

  /// Row `index` of the rectangle, one cell high; empty where there is no such row.
  public func row(_ index: Int) -> Rect {
    let exists = index >= 0 && index < rows
    return Rect(column, row + min(max(0, index), rows), columns, exists ? 1 : 0)
  }

  /// A rectangle of at most this size in the middle.
  public func centered(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(column + (columns - width) / 2, row + (rows - height) / 2, width, height)
  }
}
