import CapabilityScore
import TerminalKit

/// One solution area: the track's total, its metrics with gauges, and what it takes.
struct AreaView {
  let state: DashboardState
  let layout: PageLayout

  init(_ state: DashboardState, _ layout: PageLayout) {
    self.state = state
    self.layout = layout
  }

  /// A line of the page: a caption, or a metric by its position in the table.
  private enum Line {
    case caption(String)
    case metric(Int)
    case blank
    case note(String)
  }

  func position(at point: Point) -> Int? {
    let lines = self.lines
    let index = point.row - layout.body.row + firstLine(lines)
    guard layout.body.contains(point), lines.indices.contains(index),
      case .metric(let position) = lines[index]
    else { return nil }
    return position
  }

  private var area: Int? {
    if case .area(let area)? = state.page?.kind { area } else { nil }
  }

  private var track: Int {
    guard let area, let standings = state.standings else { return 0 }
    return state.page?.track ?? standings.scorecard.areas[area].selectedTrack
  }

  func draw(on canvas: inout Canvas) {
    guard let standings = state.standings, let page = state.page, let area else { return }
    drawHeading(area, standings, on: &canvas)
    if page.table.order.isEmpty {
      EmptyText(state).draw(on: &canvas, in: layout.body)
      return
    }
    let lines = self.lines
    let shown = lines.dropFirst(firstLine(lines)).prefix(layout.body.rows)
    for (row, line) in shown.enumerated() {
      let rect = layout.body.row(row)
      switch line {
      case .caption(let text):
        canvas.write(text.uppercased(), at: Point(column: 1, row: rect.row), role: .textHeading)
      case .metric(let position):
        guard case .metric(let place) = page.rows.identity(page.table.order[position]) else {
          continue
        }
        let isSelected = position == page.table.position
        if isSelected {
          canvas.paint(.tableCursor, in: rect)
          canvas.cursor = Point(column: 1, row: rect.row)
        }
        MetricLine(state, standings, place, isSelected: isSelected).draw(on: &canvas, in: rect)
      case .note(let text):
        var pen = Pen(rect.inset(columns: 1), glyphs: state.glyphs)
        pen.write(text, .text, on: &canvas)
      case .blank: break
      }
    }
  }

  /// The lines from top to bottom: captions give way where there is little room.
  private var lines: [Line] {
    guard let standings = state.standings, let page = state.page, let area else { return [] }
    let rules = standings.rulebook.areas[area].tracks[track].metrics
    var lines: [Line] = []
    var caption = ""
    for (position, row) in page.table.order.enumerated() {
      guard case .metric(let place) = page.rows.identity(row) else { continue }
      let rule = rules[place.metric]
      let name = rule.isInformation ? "Gate" : rule.category.name
      if name != caption {
        if !lines.isEmpty && isRoomy(page) { lines.append(.blank) }
        lines.append(.caption(name))
        caption = name
      }
      lines.append(.metric(position))
    }
    lines.append(.blank)
    for need in needs(area, standings) {
      lines += TextWidth.wrap(need, to: max(10, layout.body.columns - 2)).map { .note($0) }
    }
    return lines
  }

  /// Where little room makes the page scroll: the cursor stays in sight, and behind the last metric
  /// everything is shown.
  private func firstLine(_ lines: [Line]) -> Int {
    guard let page = state.page, lines.count > layout.body.rows else { return 0 }
    if page.table.position == page.table.order.count - 1 { return lines.count - layout.body.rows }
    let selected = lines.firstIndex { line in
      if case .metric(page.table.position) = line { true } else { false }
    }
    return max(0, (selected ?? 0) - layout.body.rows + 1)
  }

  private func isRoomy(_ page: Page) -> Bool { layout.body.rows >= page.table.order.count + 12 }

  // MARK: Heading

  private func drawHeading(_ area: Int, _ standings: Standings, on canvas: inout Canvas) {
    let glyphs = state.glyphs
    let rule = standings.rulebook.areas[area]
    let score = standings.scorecard.areas[area]
    let shown = score.tracks[track]
    var pen = Pen(layout.heading.inset(columns: 1), glyphs: glyphs)
    pen.write(rule.name, .textHeading, on: &canvas)
    if rule.tracks.count > 1 {
      pen.write(" \(glyphs.crumb) \(rule.tracks[track].name) track", .textStrong, on: &canvas)
      pen.write(" (\(selectionWords(rule, score)))", .textDim, on: &canvas)
      let others = rule.tracks.indices.filter { $0 != track }.map {
        "\(rule.tracks[$0].name) \(score.tracks[$0].points.words)"
      }
      let key = state.keymap.hint(.track).map { "\($0): " } ?? ""
      let text = key + others.joined(separator: ", ")
      if pen.room > TextWidth.columns(text) + 1 {
        canvas.writeRight(
          text, right: layout.heading.right - 1, row: layout.heading.row, role: .textDim)
      }
    }
    var line = Pen(layout.heading.inset(columns: 1), row: 1, glyphs: glyphs)
    line.write(
      "\(shown.points.words) of \(standings.rulebook.trackPoints)", .textStrong, columns: 14,
      on: &canvas)
    let status = statusWords(area, standings)
    let gauge = line.take(max(10, line.room - TextWidth.columns(status) - 11))
    let baseline = standings.baseline?.areas[area].tracks[track].points
    let full = Double(standings.rulebook.trackPoints)
    Gauge(
      value: shown.points.value / full, baseline: baseline.map { $0.value / full },
      threshold: Double(standings.rulebook.passMark) / full
    ).draw(on: &canvas, in: gauge, glyphs: glyphs)
    line.skip(2)
    line.write(status, shown.isQualified ? .statusMet : .statusUnmet, on: &canvas)
    line.skip(2)
    let trend = standings.scorecard.months.reversed().map {
      Optional($0.areas[area].tracks[track].points.value)
    }
    Sparkline(values: trend, scale: 0...full).draw(on: &canvas, in: line.take(6), glyphs: glyphs)
    var below = Pen(layout.heading.inset(columns: 1), row: 2, glyphs: glyphs)
    below.skip(14)
    below.write(verdict(shown, standings), .textDim, on: &canvas)
    if let baseline, baseline != shown.points {
      let change = shown.points - baseline
      below.write(
        "   \(baseline.words) \(glyphs.right) \(shown.points.words) (\(change.signedWords))",
        .delta(change), on: &canvas)
    }
  }

  private func statusWords(_ area: Int, _ standings: Standings) -> String {
    let months = standings.scorecard.qualifiedMonths(ofArea: area)
    return "\(standings.standing(area).name) \(state.glyphs.separator) window \(months) of "
      + "\(Scorecard.windowLength)"
  }

  /// Which track is the partner's, and why.
  private func selectionWords(_ rule: AreaRule, _ score: AreaScore) -> String {
    let isOwn = track == score.selectedTrack
    switch rule.selection {
    case .only: return ""
    case .best: return isOwn ? "your track: the better one" : "not your track"
    case .classified(let classification):
      let reason = "\(score.classifyingCount ?? 0) of \(classification.atLeast) large workloads"
      return isOwn ? "your track: \(reason)" : "not your track: \(reason)"
    }
  }

  private func verdict(_ track: TrackScore, _ standings: Standings) -> String {
    let short = Points(standings.rulebook.passMark) - track.points
    let zero = zip(track.metrics, ruleMetrics(standings)).count { score, rule in
      !rule.isInformation && score.points == .zero
    }
    let metrics = zero == 0 ? "" : zero == 1 ? "one metric at 0" : "\(zero) metrics at 0"
    if track.isQualified { return "\(state.glyphs.met) qualifies" }
    if short <= .zero { return "\(state.glyphs.unmet) enough points, but \(metrics)" }
    return "\(state.glyphs.unmet) \(short.wordsRoundedUp) short"
      + (zero > 0 ? ", and \(metrics)" : "")
  }

  private func ruleMetrics(_ standings: Standings) -> [MetricRule] {
    area.map { standings.rulebook.areas[$0].tracks[track].metrics } ?? []
  }

  // MARK: What it takes

  /// For the metrics with most to earn: what is missing, and what it would bring.
  private func needs(_ area: Int, _ standings: Standings) -> [String] {
    let open = standings.rulebook.openPoints(
      ofArea: area, track: track, standings.scorecard.areas[area])
    guard !open.isEmpty else { return [] }
    let wanted = open.prefix(3).map { "\(standings.words($0.missing)): \($0.points.signedWords)" }
    return [
      "What it takes \(state.glyphs.dash) "
        + wanted.joined(separator: "  \(state.glyphs.separator)  ")
    ]
  }
}
