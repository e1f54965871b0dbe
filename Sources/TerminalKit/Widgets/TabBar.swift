/// Tabs in one row. The active one is always seen; markers say that there are more.
public struct TabBar: Sendable {
  /// One tab.
  public struct Tab: Hashable, Sendable {
    /// The name on the tab.
    public var title: String
    /// Whether its page is open.
    public var isActive: Bool

    public init(title: String, isActive: Bool = false) {
      self.title = title
      self.isActive = isActive
    }
  }

  /// The columns that a tab takes on screen, for the mouse.
  public struct Placement: Hashable, Sendable {
    /// The number of the tab.
    public let tab: Int
    /// The columns it takes.
    public let columns: Range<Int>
  }

  /// The tabs from left to right.
  public var tabs: [Tab]

  public init(tabs: [Tab]) { self.tabs = tabs }

  /// Draws in the first row of `rect` and says which tab is where.
  @discardableResult
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) -> [Placement] {
    guard !rect.isEmpty, !tabs.isEmpty else { return [] }
    let shown = visibleTabs(columns: rect.columns)
    var column = rect.column
    if shown.lowerBound > 0 {
      let marker = String(glyphs.moreLeft)
      column += canvas.write(marker, at: Point(column: column, row: rect.row), role: .textDim)
    }
    let hidesMore = shown.upperBound < tabs.count
    var placements: [Placement] = []
    for index in shown {
      let room = rect.right - column - (hidesMore ? 1 : 0)
      let start = column
      column += draw(tabs[index], at: Point(column: start, row: rect.row), room, &canvas, glyphs)
      placements.append(Placement(tab: index, columns: start..<column))
    }
    if hidesMore {
      canvas.writeRight(
        String(glyphs.moreRight), right: rect.right, row: rect.row, role: .textDim)
    }
    return placements
  }

  private func draw(
    _ tab: Tab, at point: Point, _ room: Int, _ canvas: inout Canvas, _ glyphs: Glyphs
  ) -> Int {
    let title = TextWidth.truncate(" \(tab.title) ", to: room, ellipsis: glyphs.ellipsis)
    let role: Role = tab.isActive ? .tabActive : .tab
    return canvas.write(title, at: point, role: role, ground: tab.isActive ? .tabActive : nil)
  }

  /// The tabs that fit around the active one: all before it while there is room, else the nearest.
  private func visibleTabs(columns: Int) -> Range<Int> {
    let widths = tabs.map { TextWidth.columns($0.title) + 2 }
    let active = tabs.firstIndex(where: \.isActive) ?? 0
    func fits(_ range: Range<Int>) -> Bool {
      let markers = (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < tabs.count ? 1 : 0)
      return range.reduce(markers) { $0 + widths[$1] } <= columns
    }
    let first = (0..<active).first { fits($0..<(active + 1)) } ?? active
    var shown = first..<(active + 1)
    while shown.upperBound < tabs.count, fits(first..<(shown.upperBound + 1)) {
      shown = first..<(shown.upperBound + 1)
    }
    return shown
  }
}
