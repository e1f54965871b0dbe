import TerminalKit
import Testing

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int) -> Canvas {
    Canvas(Size(columns: columns, rows: rows))
  }

  @Test func `text is clipped at both edges and says how far it went`() {
    var canvas = canvas(5, 1)
    #expect(canvas.write("abcdefgh", at: Point(column: -2, row: 0)) == 7)
    #expect(canvas.text == "cdefg")
    #expect(canvas.write("xyz", at: Point(column: 1, row: 0), columns: 2) == 2)
    #expect(canvas.text == "cxyfg")
    #expect(canvas.write("no", at: Point(column: 0, row: 1)) == 0)
  }

  @Test func `a wide glyph at an edge becomes a blank`() {
    var canvas = canvas(3, 2)
    canvas.write("日本", at: Point(column: 0, row: 0))
    #expect(canvas.text == "日\n")
    canvas.write("日", at: Point(column: -1, row: 1))
    #expect(canvas.text == "日\n")
  }

  @Test(arguments: [(0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x")])
  func `no half of a wide glyph is left behind`(column: Int, expected: String) {
    var canvas = canvas(4, 1)
    canvas.write("日本", at: Point(column: 0, row: 0))
    canvas.write("x", at: Point(column: column, row: 0))
    #expect(canvas.text == expected)
  }

  @Test func `words of a role with a ground of its own lie on it`() {
    var canvas = canvas(6, 1)
    canvas.write("日a", at: Point(column: 0, row: 0), role: .tabActive)
    canvas.write("b", at: Point(column: 3, row: 0), role: .tabActive, ground: .overlay)
    canvas.write("c", at: Point(column: 4, row: 0), role: .tab)
    let grounds = (0..<5).map { canvas[$0, 0].ground }
    #expect(grounds == [.tabActive, .tabActive, .tabActive, .overlay, .background])
  }

  @Test func `filling over a wide glyph heals both its ends`() {
    var canvas = canvas(6, 1)
    canvas.write("日本語", at: Point(column: 0, row: 0))
    canvas.fill(Rect(1, 0, 4, 1), "-")
    #expect(canvas.text == " ----")
  }

  @Test func `control characters never get through`() {
    var canvas = canvas(20, 1)
    canvas.write("a\u{1B}[31mb\r\n\u{7F}\u{9B}c", at: Point(column: 0, row: 0))
    #expect(canvas.text == "a␛[31mb␍␊␡?c")
    let scalars = canvas.text.unicodeScalars
    #expect(scalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
  }

  @Test func `text that changes direction cannot reorder its neighbours`() {
    var canvas = canvas(12, 1)
    canvas.write("\u{202E}abc\u{2066}مرحبا", at: Point(column: 0, row: 0))
    #expect(canvas.text == "abcمرحبا")
    #expect(canvas[3, 0].text == "م")
    #expect(canvas[7, 0].text == "ا")
  }

  @Test(arguments: [
    ("e\u{301}", "e\u{301}", 1), ("👩‍👩‍👧", "👩", 2), ("👍🏽", "👍", 2), ("🇩🇪", "DE", 2),
    ("❤\u{FE0F}", "❤", 1),
    ("क्षे", "क्षे", 2), ("한", "한", 2), ("1\u{FE0F}\u{20E3}", "1", 1), ("\u{301}", "\u{25CC}\u{301}", 1),
    ("\u{200B}", "", 0), ("می\u{200C}خ", "میخ", 3),
  ])
  func `clusters are cut to what every terminal agrees on`(
    text: String, shown: String, columns: Int
  ) {
    var canvas = canvas(8, 1)
    #expect(canvas.write(text, at: Point(column: 0, row: 0)) == columns)
    #expect(Array(canvas.text.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(TextWidth.columns(text) == columns)
  }

  @Test func `a fourth mark on a letter is dropped`() {
    var canvas = canvas(2, 1)
    canvas.write("a\u{300}\u{301}\u{302}\u{303}", at: Point(column: 0, row: 0))
    #expect(canvas[0, 0].glyph.scalars == ["a", "\u{300}", "\u{301}", "\u{302}"])
  }

  @Test func `writing keeps the ground unless it is given one`() {
    var canvas = canvas(4, 1)
    canvas.paint(.tableCursor, in: Rect(0, 0, 2, 1))
    canvas.write("abcd", at: Point(column: 0, row: 0), role: .statusMet)
    canvas.write("d", at: Point(column: 3, row: 0), role: .key, ground: .overlay)
    #expect(
      canvas.roleMap == """
        aabc
        a status.met on table.cursor
        b status.met on background
        c key on overlay
        """)
  }

  @Test func `text written to the right ends before the column`() {
    var canvas = canvas(6, 1)
    #expect(canvas.writeRight("日b", right: 5, row: 0) == 3)
    #expect(canvas.text == "  日b")
  }

  @Test func `a frame has a title that fits`() {
    var canvas = canvas(12, 3)
    canvas.frame(canvas.bounds, title: "Scenarios", role: .border, glyphs: .unicode)
    #expect(
      canvas.text == """
        ┌─ Scena… ─┐
        │          │
        └──────────┘
        """)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `drawing on a canvas too small for it does nothing wrong`(side: Int) {
    var canvas = canvas(side, side)
    canvas.frame(canvas.bounds, title: "Title", role: .border, glyphs: .ascii)
    canvas.hline(at: Point(column: 0, row: 0), columns: 9, caption: "x", glyphs: .ascii)
    canvas.paint(.overlay, in: Rect(-5, -5, 20, 20))
    canvas.fill(Rect(-1, side - 1, 5, 5), "#")
    #expect(canvas.text.split(separator: "\n").count <= side)
    #expect(canvas[99, 99].text == " ")
  }

  @Test func `equal pictures are equal canvases`() {
    var left = canvas(6, 2)
    var right = canvas(6, 2)
    left.write("e\u{301}日", at: Point(column: 0, row: 0))
    right.write("xxx", at: Point(column: 0, row: 0))
    #expect(left != right)
    right.write("e\u{301}日", at: Point(column: 0, row: 0))
    #expect(left == right)
    right.cursor = Point(column: 0, row: 0)
    #expect(left != right)
  }
}
