import CapabilityScore
import TerminalKit

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
    case .welcomePath: return [(enter, "import"), ("Tab", "complete"), ("Esc", "close")]
    case .value: return [(enter, "keep"), ("Tab", "other months"), ("Esc", "drop")]
    case .columns: return [("j k", "choose"), ("Space", "show or hide"), ("Esc", "close")]
    case .confirm: return [("y", "yes"), ("n", "no")]
    case .choice: return [("type", "to find"), (enter, "take"), ("Esc", "close")]
    case .name: return [(enter, "take"), ("Esc", "close")]
    case nil: break
    }
    if state.importing != nil { return [("Esc", "cancel"), ("Ctrl-C", "cancel and leave")] }
    if state.phase == .empty { return [("d", "demo"), ("i", "import"), ("q", "quit")] }
    return CommandInfo.all.compactMap { info in
      guard let hint = hint(info), let key = state.keymap.hint(info.command),
        info.command.reasonUnavailable(in: state) == nil,
        info.command != .back || state.pages.count > 1, isUseful(info.command)
      else { return nil }
      return (info.command == .open ? enter : key, hint)
    }
  }

  /// What a command is called here.
  private func hint(_ info: CommandInfo) -> String? {
    switch (info.command, state.page?.kind) {
    case (.open, .plan): "take"
    case (.mark, .plan): "mark"
    case (.expression, .plan): "goal"
    default: info.hint
    }
  }

  /// Whether a hint is worth its room: few rows need no filter.
  private func isUseful(_ command: Command) -> Bool {
    switch (command, state.page?.kind) {
    case (.filter, .area), (.sort, .area), (.filter, .overview), (.lists, .area): false
    case (.filter, .scenarios), (.sort, .scenarios), (.history, .scenarios), (.lists, .scenarios),
      (.add, .scenarios), (.plan, .scenarios), (.nextFailing, .scenarios):
      false
    case (.lists, .plan), (.history, .plan), (.nextFailing, .plan), (.add, .plan),
      (.scenarios, .plan), (.plan, .plan):
      false
    case (.compare, .scenarios): true
    case (.compare, _): false
    default: true
    }
  }

  private var enter: String { state.glyphs == .ascii ? "Enter" : "⏎" }
}
