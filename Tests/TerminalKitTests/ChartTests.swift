import TerminalKit
import Testing

@Suite struct ChartTests {
  private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]

  private func chart(_ columns: Int, _ rows: Int, _ values: [Double?], _ glyphs: Glyphs) -> String {
    let chart = ColumnChart(values: values, labels: months, threshold: 70) {
      "\(Int(max(-1e9, min(1e9, $0))))"
    }
    return picture(columns, rows) { chart.draw(on: &$0, in: $1, glyphs: glyphs) }
  }

  @Test func `a chart has both axes, its threshold and a gap where a value is missing`() {
    #expect(
      chart(30, 8, [10, 20, 35, nil, 80, 62], .unicode) == """
        80┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄███┄┄┄┄┄┄┄┄
          │                ███ ▃▃▃
          │                ███ ███
        40┤        ▁▁▁     ███ ███
          │        ███     ███ ███
          │    ▆▆▆ ███     ███ ███
         0┤▇▇▇ ███ ███     ███ ███
           Jan Feb Mar Apr May Jun
        """)
  }

  @Test func `a narrow chart drops labels, in ASCII too`() {
    #expect(
      chart(20, 4, [10, 20, 35, nil, 80, 62], .ascii) == """
        80+--------#-:------
        40+    :   # #
         0+: + #   # #
           Jan Mar May
        """)
  }

  @Test func `values below zero hang from it`() {
    let chart = ColumnChart(values: [10, -20, 35, -5, 1], labels: ["a", "b", "c", "d", "e"]) {
      "\(Int($0))"
    }
    #expect(
      picture(30, 9) { chart.draw(on: &$0, in: $1, glyphs: .unicode) } == """
         35┤          ████
           │          ████
           │          ████
           │▃▃▃▃      ████
          0┤████      ████      ▁▁▁▁
           │     ████      ████
           │     ████
        -21┤     ████
            a    b    c    d    e
        """)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 7])
  func `no size and no value is too odd for a chart`(side: Int) {
    for values: [Double?] in [[], [nil], [0], [.nan, .infinity, 1], [-1, -2], [1e300, -1e300]] {
      for glyphs in [Glyphs.unicode, .ascii] {
        let lines = chart(side, side, values, glyphs).split(separator: "\n")
        #expect(lines.count <= side)
      }
    }
  }

  @Test func `a sparkline shows the last values, and a gap for a missing one`() {
    let spark = Sparkline(values: [1, 2, nil, 4, 8, 8])
    #expect(picture(8, 1) { spark.draw(on: &$0, in: $1, glyphs: .unicode) } == "  ▁▂ ▄██")
    #expect(picture(2, 1) { spark.draw(on: &$0, in: $1, glyphs: .ascii) } == "--")
  }

  @Test func `a sparkline's scale can be given`() {
    let spark = Sparkline(values: [0, 4, 8, 99], scale: 0...8)
    #expect(picture(4, 1) { spark.draw(on: &$0, in: $1, glyphs: .unicode) } == "▁▅██")
  }
}
