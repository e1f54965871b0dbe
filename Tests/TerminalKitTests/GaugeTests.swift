import TerminalKit
import Testing

@Suite struct GaugeTests {
  private func draw(_ gauge: Gauge, _ columns: Int, _ glyphs: Glyphs = .unicode) -> String {
    picture(columns, 1) { gauge.draw(on: &$0, in: $1, glyphs: glyphs) }
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░"), (0.6, "██████░░░░"), (0.55, "█████▌░░░░"), (1, "██████████"),
    (1.7, "██████████"), (-3, "░░░░░░░░░░"), (.nan, "░░░░░░░░░░"), (.infinity, "██████████"),
  ])
  func `a gauge fills by eighths and stays within its ends`(value: Double, expected: String) {
    #expect(draw(Gauge(value: value), 10) == expected)
  }

  @Test func `what is gained on the baseline, and what is lost, shows as a ghost`() {
    #expect(draw(Gauge(value: 0.6, baseline: 0.3), 10) == "███▓▓▓░░░░")
    #expect(draw(Gauge(value: 0.3, baseline: 0.6), 10) == "███▒▒▒░░░░")
    #expect(draw(Gauge(value: 0.6, baseline: 0.6), 10) == "██████░░░░")
  }

  @Test func `the parts have roles of their own`() {
    let gauge = Gauge(value: 0.6, baseline: 0.3, threshold: 0.8)
    let cells = canvas(10, 1) { gauge.draw(on: &$0, in: $1, glyphs: .unicode) }
    let roles = (0..<10).map { cells[$0, 0].role }
    #expect(roles[0..<3].allSatisfy { $0 == .gaugeFill })
    #expect(roles[3..<6].allSatisfy { $0 == .gaugeGain })
    #expect(roles[6...] == [.gaugeEmpty, .gaugeEmpty, .gaugeThreshold, .gaugeEmpty])
  }

  @Test(arguments: [(0.7, "░░░░░░░┃░░"), (0, "┃░░░░░░░░░"), (1, "░░░░░░░░░┃"), (9, "░░░░░░░░░┃")])
  func `the threshold is always on the bar`(threshold: Double, expected: String) {
    #expect(draw(Gauge(value: 0, threshold: threshold), 10) == expected)
  }

  @Test func `ASCII says the same`() {
    #expect(
      draw(Gauge(value: 0.66, baseline: 0.5, threshold: 0.9), 12, .ascii) == "######==..|.")
    #expect(draw(Gauge(value: 0.3, baseline: 0.6), 10, .ascii) == "###---....")
  }

  @Test(arguments: [0, 1, 2])
  func `a narrow gauge fills what there is`(columns: Int) {
    let text = draw(Gauge(value: 1), columns)
    #expect(text == String(repeating: "█", count: columns))
  }
}
