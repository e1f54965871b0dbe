/// Which columns of a table are seen at a given width, and where.
public struct TableLayout: Hashable, Sendable {
  /// A column in sight.
  public struct Placement: Hashable, Sendable {
    /// The column's place in the table's list.
    public let index: Int
    /// The first cell, counted from the left edge of the layout.
    public let column: Int
    /// Cells across.
    public let width: Int
  }

  /// The columns that have room, from left to right.
  public let placements: [Placement]
  /// Whether there was no room for some of the columns.
  public let hidesColumns: Bool

  /// The cells between two columns.
  public static let gap = 2

  /// - Parameter focused: A column that stays in sight if anything does.
  public init(columns: [TableColumn], width: Int, focused: Int? = nil) {
    var shown = Array(columns.indices)
    while Self.least(shown, columns) > width,
      let victim = Self.leastNeeded(shown, columns, focused: focused)
    {
      shown.removeAll { $0 == victim }
    }
    placements = Self.place(shown, columns, width: width)
    hidesColumns = placements.count < columns.count
  }

  /// The place of a column, if it is in sight.
  public func placement(of index: Int) -> Placement? { placements.first { $0.index == index } }

  /// The column under a cell, for the mouse.
  public func index(at column: Int) -> Int? {
    placements.first { $0.column <= column && column < $0.column + $0.width }?.index
  }

  private static func least(_ shown: [Int], _ columns: [TableColumn]) -> Int {
    shown.reduce(gap * max(0, shown.count - 1)) { $0 + columns[$1].width.least }
  }

  private static func leastNeeded(
    _ shown: [Int], _ columns: [TableColumn], focused: Int?
  ) -> Int? {
    let candidates = shown.filter { $0 != focused && !columns[$0].frozen }
    return candidates.max { columns[$0].priority <= columns[$1].priority }
  }

  /// Gives every column its least width, then the spare cells one by one to those that may grow.
  private static func place(
    _ shown: [Int], _ columns: [TableColumn], width: Int
  ) -> [Placement] {
    var widths = shown.map { columns[$0].width.least }
    var spare = width - least(shown, columns)
    while spare > 0 {
      let growing = widths.indices.filter { widths[$0] < columns[shown[$0]].width.most }
      guard !growing.isEmpty else { break }
      for place in growing.prefix(spare) { widths[place] += 1 }
      spare -= min(spare, growing.count)
    }
    var placements: [Placement] = []
    var column = 0
    for (index, wanted) in zip(shown, widths) {
      let cells = min(wanted, width - column)
      guard cells > 0 else { continue }
      placements.append(Placement(index: index, column: column, width: cells))
      column += cells + gap
    }
    return placements
  }
}
