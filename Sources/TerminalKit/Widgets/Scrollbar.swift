/// How much of a list is in sight, and where; nothing when all of it is.
public struct Scrollbar: Sendable {
  /// The first row in sight.
  public var first: Int
  /// How many rows are in sight.
  public var visible: Int
  /// How many rows there are.
  public var total: Int

  public init(first: Int, visible: Int, total: Int) {
    self.first = first
    self.visible = visible
    self.total = total
  }

  /// Draws in the first column of `rect`.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty, visible > 0, total > visible else { return }
    let track = Rect(rect.column, rect.row, 1, rect.rows)
    canvas.fill(track, glyphs.vertical, role: .scrollbar)
    let length = max(1, track.rows * visible / total)
    let travel = track.rows - length
    let start = min(travel, max(0, travel * first / max(1, total - visible)))
    let thumb = Rect(track.column, track.row + start, 1, length)
    canvas.fill(thumb, glyphs.full, role: .scrollbar)
  }
}
