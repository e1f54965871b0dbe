import TerminalKit
import Testing

@Suite struct GeometryTests {
  @Test func `splitting gives two parts that make the whole`() {
    let rect = Rect(2, 3, 10, 6)
    #expect(rect.splitLeft(4) == (Rect(2, 3, 4, 6), Rect(6, 3, 6, 6)))
    #expect(rect.splitTop(1) == (Rect(2, 3, 10, 1), Rect(2, 4, 10, 5)))
    #expect(rect.splitRight(4) == (Rect(2, 3, 6, 6), Rect(8, 3, 4, 6)))
    #expect(rect.splitBottom(2) == (Rect(2, 3, 10, 4), Rect(2, 7, 10, 2)))
  }

  @Test(arguments: [-3, 0, 5, 100])
  func `no split is ever negative`(count: Int) {
    let rect = Rect(0, 0, 5, 5)
    let parts = [rect.splitLeft(count), rect.splitTop(count), rect.splitRight(count)]
    for part in parts {
      #expect(part.0.columns >= 0 && part.1.columns >= 0 && part.0.rows >= 0 && part.1.rows >= 0)
    }
    #expect(rect.splitRight(count).1.columns == min(5, max(0, count)))
  }

  @Test func `sizes below zero are zero`() {
    #expect(Rect(1, 1, -4, 2).isEmpty)
    #expect(Size(columns: -1, rows: 3).columns == 0)
    #expect(Rect(0, 0, 3, 3).inset(columns: 5, rows: 5) == Rect(1, 1, 1, 1))
  }

  @Test func `a row that is not there is empty`() {
    let rect = Rect(1, 1, 4, 2)
    #expect(rect.row(1) == Rect(1, 2, 4, 1))
    #expect(rect.row(2).isEmpty && rect.row(-1).isEmpty)
  }

  @Test func `a box is centred, and cut to the room there is`() {
    #expect(Rect(0, 0, 10, 10).centered(Size(columns: 4, rows: 20)) == Rect(3, 0, 4, 10))
  }
}
