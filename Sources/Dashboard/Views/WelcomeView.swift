import CapabilityScore
import TerminalKit

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
    case .empty where state.importing != nil:
      [
        [Span("Importing", .textHeading)], [], [Span(state.importing ?? "")], [],
        [Span("Esc ", .key), Span("cancels: then there is as much as before.")],
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
