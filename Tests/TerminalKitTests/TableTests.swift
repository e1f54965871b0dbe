import TerminalKit
import Testing

@Suite struct TableTests {
  private static let columns = [
    TableColumn(id: "name", title: "Tenant", width: .flexible(min: 8, max: 16), frozen: true),
    TableColumn(
      id: "seats", title: "Seats", unit: "users", width: .fixed(11), alignment: .right,
      priority: 1),
    TableColumn(id: "delta", title: "Delta", width: .fixed(6), alignment: .right, priority: 3),
    TableColumn(id: "why", title: "Why", width: .flexible(min: 6, max: 20), priority: 2),
  ]

  private func table(focused: Int? = nil) -> Table {
    Table(
      columns: Self.columns, rowCount: 7, selectedRow: 1,
      sort: [.init("seats", ascending: false), .init("name", ascending: true)],
      markedRows: { $0 == 2 }, focusedColumn: focused,
      footer: ["Total", "99", "", ""],
      cell: { row, column in
        switch column {
        case 0: TableCell("Contoso \(row)", matches: [0..<3])
        case 3: TableCell("short of the line", role: .statusNear)
        default: TableCell("\(row * 10)")
        }
      })
  }

  private func draw(_ columns: Int, _ rows: Int, _ table: Table, _ glyphs: Glyphs) -> String {
    picture(columns, rows) { table.draw(on: &$0, in: $1, glyphs: glyphs) }
  }

  @Test func `a table shows order, selection, marks, totals and how much there is`() {
    #expect(
      draw(60, 6, table(), .unicode) == """
          Tenant 2▲            Seats 1▼   Delta  Why
          Contoso 0                   0       0  short of the line █
        ▸ Contoso 1                  10      10  short of the line █
         ●Contoso 2                  20      20  short of the line │
          Contoso 3                  30      30  short of the line │
          Total                      99
        """)
  }

  @Test func `what is found is painted where it stands behind a cut in the middle`() {
    let table = Table(
      columns: [
        TableColumn(id: "name", title: "", width: .flexible(min: 8, max: 22), cutsBefore: "›")
      ], rowCount: 1, cell: { _, _ in TableCell("Modern Work › Deployments", matches: [14..<20]) })
    var canvas = Canvas(Size(columns: 25, rows: 2))
    table.draw(on: &canvas, in: Rect(0, 0, 25, 2), glyphs: .unicode)
    let found = (0..<25).filter { canvas[$0, 1].role == .tableMatch }
    #expect(found == Array(13..<19))
  }

  @Test func `the unit is shown where there is room`() {
    var table = table()
    table.sort = []
    #expect(draw(60, 1, table, .unicode).contains("Seats users"))
  }

  @Test func `columns go by priority, and a marker says so, in ASCII too`() {
    #expect(
      draw(34, 3, table(), .ascii) == """
          Tenant 2^     Seats 1v  Why    >
          Contoso 0            0  short ~#
          Total               99
        """)
    #expect(draw(24, 1, table(), .unicode) == "  Tena… 2▲     Seats 1▼›")
  }

  @Test func `the focused column and the frozen one stay, another goes`() {
    #expect(draw(24, 1, table(focused: 2), .unicode) == "  Tenant 2▲       Delta›")
  }

  @Test func `the selected row is painted and holds the hardware cursor`() {
    let focused = canvas(60, 6) { table(focused: 1).draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(focused[0, 2].ground == .tableCursor)
    #expect(focused[0, 3].ground == .tableMarked)
    #expect(focused[0, 1].ground == .background)
    #expect(focused.cursor == Point(column: 20, row: 2))
    #expect(focused[2, 2].role == .tableMatch)
    #expect(focused[5, 2].role == .text)
    var blurred = table()
    blurred.hasFocus = false
    let other = canvas(60, 6) { blurred.draw(on: &$0, in: $1, glyphs: .unicode) }
    #expect(other[0, 2].ground == .tableCursorBlur)
    #expect(other.cursor == nil)
  }

  @Test func `only the rows in sight are asked for`() {
    var asked: Set<Int> = []
    let table = Table(columns: Self.columns, rowCount: 1_000_000, firstRow: 500_000) { row, _ in
      asked.insert(row)
      return TableCell("x")
    }
    _ = draw(60, 11, table, .unicode)
    #expect(asked == Set(500_000..<500_010))
  }

  @Test(arguments: [0, 1, 2, 3, 5, 9])
  func `no size is too small for a table`(side: Int) {
    for glyphs in [Glyphs.unicode, .ascii] {
      #expect(draw(side, side, table(), glyphs).split(separator: "\n").count <= side)
      #expect(draw(side, 24, table(focused: 3), glyphs).count < (side + 1) * 24)
    }
  }

  @Test func `points of the screen lead to rows and columns`() {
    let rect = Rect(5, 3, 60, 6)
    #expect(table().row(at: Point(column: 9, row: 4), in: rect) == 0)
    #expect(table().row(at: Point(column: 9, row: 3), in: rect) == nil)
    #expect(table().row(at: Point(column: 9, row: 8), in: rect) == nil)
    #expect(table().column(at: Point(column: 7, row: 3), in: rect) == 0)
    #expect(table().column(at: Point(column: 30, row: 3), in: rect) == 1)
  }

  @Test(arguments: [
    (0, 5, 10, 100, 0), (14, 5, 10, 100, 5), (15, 5, 10, 100, 6), (4, 5, 10, 100, 4),
    (99, 0, 10, 100, 90), (3, 50, 10, 4, 0), (7, 0, 0, 9, 7),
  ])
  func `scrolling moves no farther than it must`(
    selected: Int, first: Int, visible: Int, count: Int, expected: Int
  ) {
    let row = Table.firstRow(showing: selected, from: first, visible: visible, of: count)
    #expect(row == expected)
  }
}
