import CapabilityScore
import TerminalKit

/// The first line: whose score this is, and of which day, data and rules.
struct TitleBar {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let hasEdits = !(state.whatIf?.board.edits.isEmpty ?? true)
    let role: Role = hasEdits ? .whatIfFrame : .title
    canvas.fill(area, role: role, ground: role)
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    pen.write("Capstan", role, on: &canvas)
    guard let standings = state.standings else { return }
    if let whatIf = state.whatIf, hasEdits {
      drawScenario(whatIf, standings, area, &pen, on: &canvas)
      return
    }
    pen.skip(2)
    let live = state.phase == .loading ? "reading" : "\(state.glyphs.live) live"
    let right = area.right - 1 - TextWidth.columns(live)
    let partner = standings.hidesNames ? "" : standings.portfolio.partner.name
    // Whose score it is comes first; the facts give way, the day last.
    let room = right - pen.column - 5
    let all = facts(standings)
    let facts =
      all.first { TextWidth.columns($0) + TextWidth.columns(partner) <= room } ?? all.last ?? ""
    pen.write(
      TextWidth.truncate(
        partner, to: max(0, room - TextWidth.columns(facts)), ellipsis: state.glyphs.ellipsis),
      .title, on: &canvas)
    canvas.writeRight(live, right: area.right - 1, row: area.row, role: .title)
    canvas.writeRight(facts, right: right - 3, row: area.row, role: .title)
  }

  /// `WHAT-IF  Q3 plan · 3 edits · 61.0 → 72.5`, the points of the area at hand.
  private func drawScenario(
    _ whatIf: WhatIf, _ standings: Standings, _ area: Rect, _ pen: inout Pen,
    on canvas: inout Canvas
  ) {
    let (before, after) = (whatIf.board.baseline, whatIf.board.scorecard)
    var score = ""
    if let number = state.areaAtHand, before.areas.indices.contains(number),
      after.areas.indices.contains(number)
    {
      score =
        " \(state.glyphs.separator) \(standings.rulebook.areas[number].shortName) "
        + "\(before.areas[number].points.words) \(state.glyphs.right) \(after.areas[number].points.words)"
    }
    let count = whatIf.board.edits.count
    let unsaved = whatIf.isUnsaved ? " (not saved)" : ""
    pen.write(
      "  \(whatIf.showsBaseline ? "BASELINE without" : "WHAT-IF ") \(whatIf.name)\(unsaved) \(state.glyphs.separator) \(NumberWords.counted(count, "edit"))\(score)",
      .whatIfFrame, on: &canvas)
    let side = whatIf.showsBaseline ? "looking at the baseline" : "looking at the scenario"
    if pen.room > TextWidth.columns(side) + 1 {
      canvas.writeRight(side, right: area.right - 1, row: area.row, role: .whatIfFrame)
    }
  }

  /// What the score stands on, from all of it to the day alone.
  private func facts(_ standings: Standings) -> [String] {
    let data = standings.scorecard.lastMonth.map { "data to \($0.name)" } ?? "no usage data"
    let facts = ["as of \(standings.asOf.name)", data, standings.rulebook.id]
    return (1...facts.count).reversed().map {
      facts.prefix($0).joined(separator: " \(state.glyphs.separator) ")
    }
  }
}
