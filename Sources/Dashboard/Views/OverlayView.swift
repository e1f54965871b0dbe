import CapabilityScore
import TerminalKit

/// What lies over the page: help, palette, lists to choose from.
struct OverlayView {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in layout: PageLayout) {
    let screen = Rect(0, 0, state.size.columns, state.size.rows)
    switch state.overlay {
    case .help(let picker): draw("Keys and words", picker, screen, on: &canvas)
    case .palette(let picker): draw("Run a command", picker, screen, on: &canvas)
    case .themes(let picker), .lists(let picker), .columns(let picker):
      let list = ListOverlay(
        title: picker.title, rows: picker.rows.map { ListOverlay.Row($0) },
        selected: picker.position)
      let size = list.preferredSize
      list.draw(
        on: &canvas,
        in: screen.centered(
          Size(columns: max(28, size.columns), rows: min(size.rows, screen.rows - 4))),
        glyphs: state.glyphs)
    case .welcomePath(let prompt): draw(prompt, screen, on: &canvas)
    case .choice(let picker):
      let list = ListOverlay(
        title: picker.title, filter: picker.query,
        rows: picker.matches.map { ListOverlay.Row($0) }, selected: picker.position,
        emptyText: "Nothing has these words.")
      let size = Size(
        columns: min(72, screen.columns - 4), rows: min(picker.items.count + 4, screen.rows - 4))
      list.draw(on: &canvas, in: screen.centered(size), glyphs: state.glyphs)
    case .confirm(let confirmation):
      let box = screen.centered(
        Size(
          columns: min(TextWidth.columns(confirmation.question) + 12, screen.columns - 4), rows: 3))
      canvas.fill(box, ground: .overlay)
      canvas.frame(box, role: .borderFocus, glyphs: state.glyphs)
      canvas.write(
        "\(confirmation.question) y / n", at: box.inset(columns: 2, rows: 1).origin,
        columns: box.columns - 4)
    case .name(let prompt):
      let box = screen.centered(Size(columns: min(60, screen.columns - 4), rows: 3))
      canvas.fill(box, ground: .overlay)
      canvas.frame(box, title: prompt.title, role: .borderFocus, glyphs: state.glyphs)
      prompt.editor.draw(on: &canvas, in: box.inset(columns: 2, rows: 1), glyphs: state.glyphs)
    case .filter, .value, nil: break
    }
  }

  /// The typed path, and below it what it may become.
  private func draw(_ prompt: PathPrompt, _ screen: Rect, on canvas: inout Canvas) {
    let shown = prompt.candidates.prefix(max(0, min(10, screen.rows - 8)))
    let box = screen.centered(
      Size(columns: min(72, screen.columns - 4), rows: 3 + shown.count))
    canvas.fill(box, ground: .overlay)
    canvas.frame(box, title: "Folder or file to import", role: .borderFocus, glyphs: state.glyphs)
    let inside = box.inset(columns: 2, rows: 1)
    prompt.editor.draw(on: &canvas, in: inside.row(0), glyphs: state.glyphs)
    for (number, candidate) in shown.enumerated() {
      let isCut = number == shown.count - 1 && shown.count < prompt.candidates.count
      let rest = prompt.candidates.count - number
      var pen = Pen(inside, row: number + 1, glyphs: state.glyphs)
      pen.write(isCut ? "and \(rest) more" : candidate, .textDim, on: &canvas)
    }
  }

  private func draw(
    _ title: String, _ picker: CommandPicker, _ screen: Rect, on canvas: inout Canvas
  ) {
    let matches = picker.matches(state.keymap)
    let rows = matches.map { info in
      let keys = state.keymap.keys(of: info.command).map(\.description).joined(separator: " ")
      let reason = info.command.reasonUnavailable(in: state)
      let text = reason.map { "\(info.title) (\($0))" } ?? info.title
      return ListOverlay.Row(
        text, hint: keys.isEmpty ? info.command.rawValue : keys,
        role: reason == nil ? .text : .textDim)
    }
    var words: [ListOverlay.Row] = []
    if case .help? = state.overlay {
      words = Glossary.entries(with: picker.words).map {
        ListOverlay.Row($0.meaning, hint: $0.term, role: .textDim)
      }
      if !words.isEmpty, !rows.isEmpty { words.insert(ListOverlay.Row(""), at: 0) }
    }
    let list = ListOverlay(
      title: title, filter: picker.query, rows: rows + words, selected: picker.position,
      emptyText: "No command has these words.")
    let size = Size(
      columns: min(88, screen.columns - 4),
      rows: min(max(1, rows.count + words.count) + 4, screen.rows - 4)
    )
    list.draw(on: &canvas, in: screen.centered(size), glyphs: state.glyphs)
  }
}
