import TerminalKit
import Testing

@Suite struct TabBarTests {
  private func bar(active: Int) -> TabBar {
    let titles = ["0 Overview", "1 Data 74", "2 Apps", "3 Security", "4 Work"]
    return TabBar(
      tabs: titles.indices.map { TabBar.Tab(title: titles[$0], isActive: $0 == active) })
  }

  @Test(arguments: [
    (60, 2, " 0 Overview  1 Data 74  2 Apps  3 Security  4 Work"),
    (33, 2, " 0 Overview  1 Data 74  2 Apps  ›"), (33, 0, " 0 Overview  1 Data 74  2 Apps  ›"),
    (33, 4, "‹ 2 Apps  3 Security  4 Work"), (20, 2, "‹ 2 Apps           ›"), (8, 2, "‹ 2 Ap…›"),
    (0, 2, ""),
  ])
  func `the active tab is always seen`(columns: Int, active: Int, expected: String) {
    let text = picture(columns, 1) { bar(active: active).draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(text == expected)
  }

  @Test func `a click finds its tab`() {
    var canvas = Canvas(Size(columns: 33, rows: 1))
    let places = bar(active: 4).draw(on: &canvas, in: canvas.bounds, glyphs: .ascii)
    #expect(places.map(\.tab) == [2, 3, 4])
    #expect(places.first { $0.columns.contains(12) }?.tab == 3)
    #expect(canvas[20 + 5, 0].ground == .tabActive)
  }
}
