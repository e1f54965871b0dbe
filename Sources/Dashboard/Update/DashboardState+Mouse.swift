import CapabilityScore
import TerminalKit

extension DashboardState {
  mutating func apply(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelDown where overlay == nil: moveCursor(.rowDown)
    case .wheelUp where overlay == nil: moveCursor(.rowUp)
    case .press(.left) where overlay == nil: return click(mouse.point)
    default: break
    }
    return []
  }

  /// A click puts the cursor on a row; on the row of the cursor it opens it.
  private mutating func click(_ point: Point) -> [Effect] {
    let layout = PageLayout(self)
    if point.row == layout.tabs.row {
      if let tab = DashboardView(state: self).tab(at: point) { goToTab(tab == 0 ? nil : tab - 1) }
      return []
    }
    guard let page, let row = layout.row(at: point, self) else { return [] }
    if row == page.table.position { return perform(.open) }
    changePage { $0.table.move(to: row) }
    return []
  }
}
