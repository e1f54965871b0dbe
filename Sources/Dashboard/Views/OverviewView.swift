import CapabilityScore
import TerminalKit

/// All areas at once: score, the line to reach, status, what holds it back, and where it is going.
struct OverviewView {
  let state: DashboardState
  let layout: PageLayout

  init(_ state: DashboardState, _ layout: PageLayout) {
    self.state = state
    self.layout = layout
  }

  /// Lines an area takes: as many as there is room for.
  private var height: Int {
    let count = max(1, state.page?.table.order.count ?? 1)
    return max(1, min(4, layout.body.rows / count))
  }

  func position(at point: Point) -> Int? {
    guard layout.body.contains(point) else { return nil }
    let position = (point.row - layout.body.row) / height
    return position < state.page?.table.order.count ?? 0 ? position : nil
  }

  func draw(on canvas: inout Canvas) {
    guard let standings = state.standings, let page = state.page else { return }
    let qualified = standings.scorecard.areas.count { $0.isQualified }
    var heading = Pen(layout.heading.inset(columns: 1), glyphs: state.glyphs)
    heading.write("Overview", .textHeading, on: &canvas)
    heading.write(
      "  \(qualified) of \(standings.scorecard.areas.count) areas qualify; "
        + "\(standings.rulebook.passMark) points and no metric at 0 are needed", .textDim,
      on: &canvas)
    if page.table.order.isEmpty { EmptyText(state).draw(on: &canvas, in: layout.body) }
    for (position, area) in page.table.order.enumerated() {
      let top = layout.body.row + position * height
      guard top < layout.body.bottom else { break }
      let lines = Rect(layout.body.column, top, layout.body.columns, height)
        .intersection(layout.body)
      let isSelected = position == page.table.position
      if isSelected { canvas.paint(.tableCursor, in: lines.row(0)) }
      draw(area, standings, lines, isSelected, on: &canvas)
      if isSelected { canvas.cursor = Point(column: 1, row: top) }
    }
  }

  private func draw(
    _ area: Int, _ standings: Standings, _ lines: Rect, _ isSelected: Bool,
    on canvas: inout Canvas
  ) {
    let glyphs = state.glyphs
    let score = standings.scorecard.areas[area]
    var pen = Pen(lines.inset(columns: 1), glyphs: glyphs)
    pen.write(isSelected ? "\(glyphs.selection) " : "  ", on: &canvas)
    let isWide = lines.columns >= 100
    pen.write(
      standings.rulebook.areas[area].name, .textStrong, columns: isWide ? 26 : 24, on: &canvas)
    pen.write(score.points.words, .textStrong, columns: 6, align: .right, on: &canvas)
    pen.skip(2)
    let statusWidth = isWide ? 34 : 18
    let gauge = pen.take(max(8, pen.room - statusWidth - 18))
    let baseline = standings.baseline?.areas[area].points
    let full = Double(standings.rulebook.trackPoints)
    Gauge(
      value: score.points.value / full, baseline: baseline.map { $0.value / full },
      threshold: Double(standings.rulebook.passMark) / full
    ).draw(on: &canvas, in: gauge, glyphs: glyphs)
    pen.skip(2)
    let (text, role) = status(area, standings, isWide: isWide)
    pen.write(text, role, columns: statusWidth, on: &canvas)
    let trend = standings.scorecard.months.reversed().map { Optional($0.areas[area].points.value) }
    Sparkline(values: trend, scale: 0...full).draw(on: &canvas, in: pen.take(6), glyphs: glyphs)
    pen.skip(1)
    // In a scenario the change it makes, else the one since the month before.
    let change = score.points - (baseline ?? standings.scorecard.months[1].areas[area].points)
    pen.write(
      change.changeWords, .delta(change), columns: 6, align: .right, on: &canvas)
    guard lines.rows > 1 else { return }
    drawWeakest(area, standings, lines.row(1), on: &canvas)
  }

  private func status(_ area: Int, _ standings: Standings, isWide: Bool) -> (String, Role) {
    let standing = standings.standing(area)
    let isQualified = standings.scorecard.areas[area].isQualified
    let wasQualified = standings.scorecard.qualifiedMonths(ofArea: area) > 0
    let glyph =
      isQualified ? state.glyphs.met : wasQualified ? state.glyphs.near : state.glyphs.unmet
    let role: Role = isQualified ? .statusMet : wasQualified ? .statusNear : .statusUnmet
    let months = standings.scorecard.qualifiedMonths(ofArea: area)
    let window =
      isWide ? " \(state.glyphs.separator) window \(months) of \(Scorecard.windowLength)" : ""
    return ("\(glyph) \(standing.name)\(window)", role)
  }

  private func drawWeakest(
    _ area: Int, _ standings: Standings, _ line: Rect, on canvas: inout Canvas
  ) {
    var pen = Pen(line.inset(columns: 1), glyphs: state.glyphs)
    pen.skip(2)
    let short = standings.shortage(area)
    if standings.scorecard.areas[area].isQualified {
      pen.write("\(state.glyphs.met) qualifies", .statusMet, on: &canvas)
    } else if short > .zero {
      pen.write("\(short.wordsRoundedUp) short", .statusUnmet, on: &canvas)
    } else {
      pen.write("enough points, but a metric is at 0", .statusUnmet, on: &canvas)
    }
    guard let weakest = standings.weakestMetric(area) else { return }
    let score = standings.score(weakest)
    let rule = standings.rule(weakest)
    if score.points >= Points(rule.maxPoints) { return }
    pen.write("  \(state.glyphs.separator)  weakest: ", .textDim, on: &canvas)
    pen.write("\(rule.name) \(score.points.words) / \(rule.maxPoints)", .text, on: &canvas)
    if score.points == .zero { pen.write(" \(state.glyphs.unmet)", .statusUnmet, on: &canvas) }
  }
}
