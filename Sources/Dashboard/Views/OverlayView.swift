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
    case .welcomePath(let editor):
      let box = screen.centered(Size(columns: min(72, screen.columns - 4), rows: 3))
      canvas.fill(box, ground: .overlay)
      canvas.frame(box, title: "Folder or file to import", role: .borderFocus, glyphs: state.glyphs)
      editor.draw(on: &canvas, in: box.inset(columns: 2, rows: 1), glyphs: state.glyphs)
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
    if case .help? = state.overlay, picker.query.isEmpty { words = Glossary.rows }
    let list = ListOverlay(
      title: title, filter: picker.query, rows: rows + words, selected: picker.position,
      emptyText: "No command has these words.")
    let size = Size(
      columns: min(88, screen.columns - 4), rows: min(rows.count + words.count + 4, screen.rows - 4)
    )
    list.draw(on: &canvas, in: screen.centered(size), glyphs: state.glyphs)
  }
}

/// The abbreviations of the field, for the help.
enum Glossary {
  static let rows: [ListOverlay.Row] = [
    ListOverlay.Row(""),
    ListOverlay.Row("Azure consumed revenue, USD per month", hint: "ACR", role: .textDim),
    ListOverlay.Row("Paid available units: paid seats", hint: "PAU", role: .textDim),
    ListOverlay.Row("Monthly active users", hint: "MAU", role: .textDim),
    ListOverlay.Row(
      "Monthly consumption value: units times the rate card", hint: "MCV", role: .textDim),
    ListOverlay.Row("Cloud solution provider", hint: "CSP", role: .textDim),
    ListOverlay.Row("Claiming partner of record", hint: "CPOR", role: .textDim),
    ListOverlay.Row("Digital partner of record", hint: "DPOR", role: .textDim),
    ListOverlay.Row("Partner admin link", hint: "PAL", role: .textDim),
    ListOverlay.Row("The last twelve months", hint: "TTM", role: .textDim),
  ]
}

/// What is shown while there is nothing to show: loading, no data yet, or what went wrong.
struct WelcomeView {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let block = TextBlock(lines: lines)
    let width = min(70, area.columns - 4)
    let height = block.rowCount(columns: width)
    block.draw(
      on: &canvas, in: area.centered(Size(columns: width, rows: min(area.rows, height))),
      glyphs: state.glyphs)
  }

  private var lines: [[Span]] {
    switch state.phase {
    case .loading: [[Span("Reading the cache…", .textDim)]]
    case .failed(let text):
      [
        [Span("The data cannot be shown", .textHeading)], [], [Span(text, .noticeError)], [],
        [Span("R ", .key), Span("tries again, "), Span("q ", .key), Span("leaves.")],
      ]
    case .ready, .empty:
      [
        [Span("Welcome to Capstan", .textHeading)], [],
        [
          Span(
            "Where do we stand in each Solutions Partner area, what fails, why does this customer not count?"
          )
        ],
        [], [Span("There is no data yet.")], [],
        [Span("  d  ", .key), Span("open the demo partner")],
        [Span("  i  ", .key), Span("import your Partner Center exports: a folder or a file")],
        [Span("  q  ", .key), Span("leave")], [],
        [Span("On the command line: capstan import FOLDER", .textDim)],
      ]
    }
  }
}
