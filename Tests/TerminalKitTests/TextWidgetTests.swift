import TerminalKit
import Testing

@Suite struct TextWidgetTests {
  private let block = TextBlock(lines: [
    [Span("Needs "), Span("20 more seats", .textStrong), Span(" in one workload.")], [],
    [Span("End")],
  ])

  @Test func `a block wraps at spaces, and a span keeps its role on the next row`() {
    let drawn = canvas(12, 5) { block.draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(drawn.text == "Needs 20\nmore seats\nin one\nworkload.\n")
    #expect(drawn[0, 1].role == .textStrong)
    #expect(drawn[0, 2].role == .text)
    #expect(block.rowCount(columns: 12) == 6)
  }

  @Test func `scrolling ends with the last row`() {
    var scrolled = block
    scrolled.scroll = 99
    #expect(picture(12, 2) { scrolled.draw(on: &$0, in: $1, glyphs: .ascii) } == "\nEnd")
    #expect(block.rowCount(columns: 0) == 0)
  }

  @Test func `a word in two roles is not broken while there is room`() {
    let rows = TextBlock(lines: [[Span("aa bb"), Span("cc", .key)]]).rows(columns: 6)
    #expect(rows.map { $0.map(\.text).joined() } == ["aa ", "bbcc"])
  }

  private let palette = ListOverlay(
    title: "Palette", filter: LineEditor("so"),
    rows: [
      .init("Sort by column", hint: "s"), .init("Go to a very long place indeed", hint: "g"),
      .init("Source"),
    ], selected: 1)

  @Test func `an overlay is a box with its filter, its rows and their keys`() {
    let drawn = canvas(30, 8) { palette.draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(
      drawn.text == """
        ┌─ Palette ──────────────────┐
        │ so                         │
        │ ────────────────────────── │
        │   Sort by column         s │
        │ ▸ Go to a very long pla… g │
        │   Source                   │
        │                            │
        └────────────────────────────┘
        """)
    #expect(drawn.cursor == Point(column: 4, row: 1))
    #expect(drawn[5, 4].ground == .tableCursor)
    #expect(drawn[3, 0].role == .overlayTitle)
  }

  @Test func `a long list scrolls with its selection, and a click finds its row`() {
    let list = ListOverlay(title: "", rows: (0..<50).map { .init("row \($0)") }, selected: 30)
    var canvas = Canvas(Size(columns: 20, rows: 7))
    let places = list.draw(on: &canvas, in: canvas.bounds, glyphs: .unicode)
    #expect(canvas.text.contains("▸ row 30"))
    #expect(places[1] == 28)
    #expect(canvas.cursor?.row == 3)
  }

  @Test func `an empty list says why`() {
    let list = ListOverlay(title: "Scenarios", rows: [], emptyText: "none yet")
    let text = picture(20, 3) { list.draw(on: &$0, in: $1, glyphs: .ascii) }
    #expect(text.contains("none yet"))
  }

  @Test(arguments: [0, 1, 2, 3, 5])
  func `no size is too small for an overlay`(side: Int) {
    let text = picture(side, side) { palette.draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(text.split(separator: "\n").count <= side)
  }

  @Test(arguments: [(0, "█││"), (50, "│█│"), (97, "││█")])
  func `a scrollbar shows where one is`(first: Int, expected: String) {
    let bar = Scrollbar(first: first, visible: 3, total: 100)
    let text = picture(1, 3) { bar.draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(text.filter { $0 != "\n" } == expected)
  }

  @Test func `a list that fits has no scrollbar`() {
    let bar = Scrollbar(first: 0, visible: 3, total: 3)
    #expect(picture(1, 3) { bar.draw(on: &$0, in: $1, glyphs: .unicode) } == "\n\n")
  }
}
