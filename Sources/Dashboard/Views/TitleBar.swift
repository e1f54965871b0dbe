import CapabilityScore
import TerminalKit

/// The first line: whose score this is, and of which day, data and rules.
struct TitleBar {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let role: Role = state.whatIf == nil ? .title : .whatIfFrame
    canvas.fill(area, role: role, ground: role)
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    pen.write("Capstan", role, on: &canvas)
    guard let standings = state.standings else { return }
    if let whatIf = state.whatIf, !whatIf.board.edits.isEmpty {
      drawScenario(whatIf, standings, area, &pen, on: &canvas)
      return
    }
    pen.skip(2)
    let live = "\(state.glyphs.live) live"
    let facts = facts(standings)
    let right = area.right - 1 - TextWidth.columns(live)
    let partner = standings.hidesNames ? "" : standings.portfolio.partner.name
    let room = max(0, right - pen.column - TextWidth.columns(facts) - 5)
    pen.write(
      TextWidth.truncate(partner, to: room, ellipsis: state.glyphs.ellipsis), .title, on: &canvas)
    canvas.writeRight(live, right: area.right - 1, row: area.row, role: .title)
    if right - pen.column > TextWidth.columns(facts) + 2 {
      canvas.writeRight(facts, right: right - 3, row: area.row, role: .title)
    } else {
      canvas.writeRight(
        "as of \(standings.asOf.name)", right: right - 3, row: area.row, role: .title)
    }
  }

  /// `WHAT-IF  Q3 plan · 3 edits · 61.0 → 72.5`, of the area at hand or of all together.
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
      "  WHAT-IF  \(whatIf.name)\(unsaved) \(state.glyphs.separator) \(count) edit\(count == 1 ? "" : "s")\(score)",
      .whatIfFrame, on: &canvas)
    let side = whatIf.showsBaseline ? "looking at the BASELINE" : "looking at the scenario"
    if pen.room > TextWidth.columns(side) + 1 {
      canvas.writeRight(side, right: area.right - 1, row: area.row, role: .whatIfFrame)
    }
  }

  private func facts(_ standings: Standings) -> String {
    let data = standings.scorecard.lastMonth.map { "data to \($0.name)" } ?? "no usage data"
    let separator = " \(state.glyphs.separator) "
    return ["as of \(standings.asOf.name)", data, standings.rulebook.id].joined(
      separator: separator)
  }
}

/// The last line but one: says in words what happened, or where the user is.
struct StatusLine {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  private var isTyping: Bool {
    switch state.overlay {
    case .filter, .value: true
    default: false
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    if let notice = state.notice, !isTyping {
      let role: Role =
        switch notice.kind {
        case .information: .notice
        case .warning: .noticeWarn
        case .error: .noticeError
        }
      canvas.fill(area, role: role, ground: role)
      var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
      pen.write(notice.text, role, on: &canvas)
      return
    }
    if case .value(let editor)? = state.overlay {
      draw(editor, area, on: &canvas)
      return
    }
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    if case .filter(let editor, _)? = state.overlay {
      pen.write("/", .key, on: &canvas)
      let count = state.page.map { " \($0.table.order.count) of \($0.table.total) " } ?? ""
      let field = Rect(pen.column, area.row, max(1, pen.room - TextWidth.columns(count)), 1)
      canvas.writeRight(count, right: area.right - 1, row: area.row, role: .textDim)
      editor.draw(on: &canvas, in: field, glyphs: state.glyphs)
      return
    }
    pen.write(words, .textDim, on: &canvas)
  }

  /// The value being typed, with what it would do.
  private func draw(_ editor: ValueEditor, _ area: Rect, on canvas: inout Canvas) {
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    let title = "\(editor.title), \(editor.monthWords): "
    pen.write(
      TextWidth.truncate(title, to: max(10, pen.room - 12), ellipsis: state.glyphs.ellipsis),
      on: &canvas)
    let field = Rect(pen.column, area.row, max(1, pen.room), 1)
    editor.editor.draw(on: &canvas, in: field, glyphs: state.glyphs)
  }

  private var words: String {
    guard let page = state.page, !page.rows.columns.isEmpty, page.rows.count > 0 else { return "" }
    switch page.kind {
    case .overview, .area:
      return page.table.filter.isEmpty
        ? "" : "filter: \(page.table.filter) (\(state.keymap.hint(.back) ?? "") clears)"
    default: break
    }
    let place = page.table.order.isEmpty ? 0 : page.table.position + 1
    var text =
      "\(NumberWords.grouped(Int64(place))) of \(NumberWords.grouped(Int64(page.table.order.count)))"
    if !page.table.filter.isEmpty {
      text += " \(state.glyphs.separator) filter: \(page.table.filter) (Esc clears)"
    }
    if !page.table.marks.isEmpty {
      text += " \(state.glyphs.separator) \(page.table.marks.count) marked"
    }
    return text
  }
}

/// The last line: the keys that matter here.
struct Footer {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    if case .value(let editor)? = state.overlay {
      pen.write(editor.effect, editor.isInvalid ? .editInvalid : .editChanged, on: &canvas)
      pen.skip(3)
    }
    // Help and the way out are always there; the others as far as there is room.
    let hints = self.hints
    let last = state.overlay == nil ? hints.suffix(2) : []
    let reserved = last.reduce(0) { $0 + width($1) }
    for hint in hints.dropLast(last.count) where pen.room - reserved > width(hint) {
      write(hint, &pen, on: &canvas)
    }
    for hint in last { write(hint, &pen, on: &canvas) }
  }

  private func width(_ hint: (String, String)) -> Int {
    TextWidth.columns(hint.0) + TextWidth.columns(hint.1) + 3
  }

  private func write(_ hint: (String, String), _ pen: inout Pen, on canvas: inout Canvas) {
    guard pen.room >= width(hint) - 2 else { return }
    pen.write(hint.0, .key, on: &canvas)
    pen.write(" \(hint.1)  ", .keyDescription, on: &canvas)
  }

  private var hints: [(String, String)] {
    switch state.overlay {
    case .help, .palette: return [("type", "to find"), (enter, "run"), ("Esc", "close")]
    case .themes, .lists: return [("j k", "choose"), (enter, "take"), ("Esc", "close")]
    case .filter:
      return [(enter, "keep"), ("Esc", "clear"), ("!word", "not"), ("column:word", ""), (">n", "")]
    case .welcomePath: return [(enter, "import"), ("Esc", "close")]
    case .value: return [(enter, "keep"), ("Tab", "other months"), ("Esc", "drop")]
    case .columns: return [("j k", "choose"), ("Space", "show or hide"), ("Esc", "close")]
    case .confirm: return [("y", "yes"), ("n", "no")]
    case .choice: return [("type", "to find"), (enter, "take"), ("Esc", "close")]
    case .name: return [(enter, "take"), ("Esc", "close")]
    case nil: break
    }
    if state.phase == .empty { return [("d", "demo"), ("i", "import"), ("q", "quit")] }
    return CommandInfo.all.compactMap { info in
      guard let hint = info.hint, let key = state.keymap.hint(info.command),
        info.command.reasonUnavailable(in: state) == nil,
        info.command != .back || state.pages.count > 1, isUseful(info.command)
      else { return nil }
      return (info.command == .open ? enter : key, hint)
    }
  }

  /// Whether a hint is worth its room: few rows need no filter.
  private func isUseful(_ command: Command) -> Bool {
    switch (command, state.page?.kind) {
    case (.filter, .area), (.sort, .area), (.filter, .overview), (.lists, .area): false
    default: true
    }
  }

  private var enter: String { state.glyphs == .ascii ? "Enter" : "⏎" }
}
