/// A screen in memory: a grid of cells that views draw on and a `Screen` shows.
///
/// Drawing clips: nothing outside the canvas traps or wraps.
public struct Canvas: Equatable, Sendable {
  /// How many cells there are.
  public let size: Size
  /// Where the hardware cursor stands, or nil to hide it.
  public var cursor: Point?
  private(set) var cells: [Cell]

  /// A blank canvas.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// All of it, from its origin on.
  public var bounds: Rect { Rect(0, 0, size.columns, size.rows) }

  /// The cell there; a blank one outside the canvas.
  public subscript(column: Int, row: Int) -> Cell {
    guard bounds.contains(Point(column: column, row: row)) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cell there; a blank one outside the canvas.
  public subscript(point: Point) -> Cell { self[point.column, point.row] }

  /// Writes one line of text and returns the columns it took.
  ///
  /// - Parameters:
  ///   - ground: What lies under the text; nil is the role itself where it is a ground, else keeps
  ///     the ground that is there.
  ///   - limit: The most columns to use. A wide glyph that would cross the limit or an edge of the
  ///     canvas becomes a blank.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, role: Role = .text, ground: Role? = nil,
    columns limit: Int? = nil
  ) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    let ground = ground ?? (role.isGround ? role : nil)
    let end = min(size.columns, limit.map { point.column + max(0, $0) } ?? size.columns)
    guard point.column < end else { return 0 }
    if TextWidth.isPlain(text) {
      return writePlain(text, at: point, end: end, role: role, ground: ground)
    }
    var column = point.column
    for character in text {
      if column >= end { break }
      Glyph.each(in: character) { glyph in
        put(glyph, column, point.row, end: end, role: role, ground: ground)
        column += Int(glyph.columns)
      }
    }
    return min(column, end) - point.column
  }

  private mutating func writePlain(
    _ text: String, at point: Point, end: Int, role: Role, ground: Role?
  ) -> Int {
    let first = max(0, point.column)
    let last = min(end, point.column + text.utf8.count)
    guard first < last else { return max(0, last - point.column) }
    heal(first, point.row)
    heal(last, point.row)
    let start = point.row * size.columns
    var index = start + first
    for byte in text.utf8.dropFirst(first - point.column).prefix(last - first) {
      let glyph = Glyph(scalar: Unicode.Scalar(byte), columns: 1)
      cells[index] = Cell(glyph, role: role, ground: ground ?? cells[index].ground)
      index += 1
    }
    return last - point.column
  }

  /// Puts one glyph, or blanks where an edge would cut it.
  mutating func put(
    _ glyph: Glyph, _ column: Int, _ row: Int, end: Int, role: Role, ground: Role?
  ) {
    let width = Int(glyph.columns)
    let first = max(0, column)
    let last = min(end, column + width)
    guard first < last, row >= 0, row < size.rows else { return }
    heal(first, row)
    heal(last, row)
    let isWhole = last - first == width
    for place in first..<last {
      let index = row * size.columns + place
      let isRightHalf = isWhole && place > first
      cells[index] = Cell(
        isWhole && !isRightHalf ? glyph : .space, role: role,
        ground: ground ?? cells[index].ground, isRightHalf: isRightHalf)
    }
  }

  /// Gives the cells of `area` a new content; `change` must keep blanks one column wide.
  mutating func update(_ area: Rect, _ change: (inout Cell) -> Void) {
    let area = area.intersection(bounds)
    for row in area.row..<area.bottom {
      let start = row * size.columns
      for index in (start + area.column)..<(start + area.right) { change(&cells[index]) }
    }
  }

  /// Blanks the wide glyph that straddles the left edge of a cell about to change: half a glyph
  /// cannot be shown.
  mutating func heal(_ column: Int, _ row: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].isRightHalf else { return }
    cells[index - 1].glyph = .space
    cells[index].isRightHalf = false
  }
}
