import CapabilityScore
import TerminalKit

/// A metric on one line: points, gauge, what was counted, what is wrong, six months.
struct MetricLine {
  private let state: DashboardState
  private let standings: Standings
  private let place: MetricNumber
  private let isSelected: Bool

  init(_ state: DashboardState, _ standings: Standings, _ place: MetricNumber, isSelected: Bool) {
    self.state = state
    self.standings = standings
    self.place = place
    self.isSelected = isSelected
  }

  func draw(on canvas: inout Canvas, in line: Rect) {
    let glyphs = state.glyphs
    let rule = standings.rule(place)
    let score = standings.score(place)
    var pen = Pen(line.inset(columns: 1), glyphs: glyphs)
    pen.write(isSelected ? "\(glyphs.selection) " : "  ", on: &canvas)
    let isWide = line.columns >= 100
    pen.write(rule.name, columns: isWide ? 29 : 28, on: &canvas)
    if rule.isInformation {
      pen.write(gateWords(rule, score), .textDim, on: &canvas)
      return
    }
    pen.write(score.points.words, .textStrong, columns: 5, align: .right, on: &canvas)
    pen.write(" / \(rule.maxPoints)", .textDim, columns: 6, on: &canvas)
    let gauge = pen.take(isWide ? 20 : 10)
    let baseline = standings.baselinePoints(place)
    let full = Double(max(1, rule.maxPoints))
    Gauge(value: score.points.value / full, baseline: baseline.map { $0.value / full })
      .draw(on: &canvas, in: gauge, glyphs: glyphs)
    pen.skip(2)
    let trend = isWide ? 8 : 0
    let words = Rect(pen.column, line.row, max(0, pen.room - trend), 1)
    var inner = Pen(words, glyphs: glyphs)
    if let baseline, baseline != score.points {
      let change = score.points - baseline
      inner.write(
        "\(baseline.words) \(glyphs.right) \(score.points.words) (\(change.signedWords))  ",
        .delta(change), on: &canvas)
    }
    let (sign, role) = sign(rule, score)
    inner.write(sign, role, on: &canvas)
    inner.write(counts(rule, score), .text, on: &canvas)
    guard isWide else { return }
    var last = Pen(line.splitRight(trend).1, glyphs: glyphs)
    Sparkline(values: standings.trend(place), scale: 0...Double(max(1, rule.maxPoints)))
      .draw(on: &canvas, in: last.take(6), glyphs: glyphs)
  }

  private func sign(_ rule: MetricRule, _ score: MetricScore) -> (String, Role) {
    let glyphs = state.glyphs
    if score.points == .zero {
      let reason = score.reason.map { "\($0.words); " } ?? ""
      return ("\(glyphs.unmet) \(reason)", .statusUnmet)
    }
    if score.points >= Points(rule.maxPoints) { return ("\(glyphs.met) full  ", .statusMet) }
    return ("", .text)
  }

  private func counts(_ rule: MetricRule, _ score: MetricScore) -> String {
    zip(rule.components, score.components).map { component, part in
      let name = rule.components.count > 1 ? "\(component.shortName) " : ""
      return name + standings.words(component, part)
    }.joined(separator: " \(state.glyphs.separator) ")
  }

  private func gateWords(_ rule: MetricRule, _ score: MetricScore) -> String {
    zip(rule.components, score.components).map { component, part in
      let test = standings.rulebook.measures[component.measure].usage?.tests.first
      let unit = standings.rulebook.measures[component.measure].unit
      let before = part.baseline.map { " (\(unit.number($0)) a year ago)" } ?? ""
      return "\(unit.words(part.current)) with \(test?.words ?? "usage") in a workload\(before)"
    }.joined(separator: ", ")
  }
}
