import CapabilityScore
import TerminalKit

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
      draw(notice.text, role, area, on: &canvas)
      return
    }
    if case .value(let editor)? = state.overlay {
      draw(editor, area, on: &canvas)
      return
    }
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    if case .filter(let editor)? = state.overlay {
      pen.write("/", .key, on: &canvas)
      let count = state.page.map { " \($0.table.order.count) of \($0.table.total) " } ?? ""
      let field = Rect(pen.column, area.row, max(1, pen.room - TextWidth.columns(count)), 1)
      canvas.writeRight(count, right: area.right - 1, row: area.row, role: .textDim)
      editor.draw(on: &canvas, in: field, glyphs: state.glyphs)
      return
    }
    if let gap {
      pen.write("\(state.glyphs.near) ", .statusNear, on: &canvas)
      pen.write(gap, on: &canvas)
      return
    }
    pen.write(words, .textDim, on: &canvas)
  }

  /// Months that an export lacks, where the page has scores of them.
  private var gap: String? {
    switch state.page?.kind {
    case .overview, .area, .history: break
    default: return nil
    }
    let gaps = state.standings?.freshness.filter { !$0.missingMonths.isEmpty } ?? []
    guard let first = gaps.first, let page = state.page, page.table.filter.isEmpty else {
      return nil
    }
    let months = first.missingMonths.map(\.name).joined(separator: ", ")
    let others = gaps.count == 1 ? "" : ", and \(gaps.count - 1) more exports have gaps"
    return "\(first.name) has no data for \(months)\(others); :datasets shows them"
  }

  /// A long text grows upwards: what went wrong must be read whole.
  private func draw(_ text: String, _ role: Role, _ area: Rect, on canvas: inout Canvas) {
    let lines = TextWidth.wrap(text, to: max(1, area.columns - 2))
    let shown = lines.prefix(StatusLine.noticeRows)
    for (row, line) in shown.enumerated() {
      let place = Rect(
        area.column, area.row - shown.count + 1 + row, area.columns, area.rows)
      canvas.fill(place, role: role, ground: role)
      var pen = Pen(place.inset(columns: 1), glyphs: state.glyphs)
      let isCut = row == shown.count - 1 && lines.count > shown.count
      pen.write(isCut ? "\(line)\(state.glyphs.ellipsis)" : line, role, on: &canvas)
    }
  }

  private static let noticeRows = 4

  /// The value being typed, with what it would do.
  private func draw(_ editor: ValueEditor, _ area: Rect, on canvas: inout Canvas) {
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    // Whose it is gives way, not which months.
    let months = ", \(editor.monthWords): "
    let room = max(10, pen.room - 12 - TextWidth.columns(months))
    let title = TextWidth.truncate(editor.title, to: room, ellipsis: state.glyphs.ellipsis)
    pen.write(title + months, on: &canvas)
    let field = Rect(pen.column, area.row, max(1, pen.room), 1)
    editor.editor.draw(on: &canvas, in: field, glyphs: state.glyphs)
  }

  private var words: String {
    guard let page = state.page, !page.rows.columns.isEmpty, page.rows.count > 0 else { return "" }
    switch page.kind {
    case .overview, .area:
      return page.table.filter.isEmpty
        ? "" : "filter: \(page.table.filter) (\(state.keymap.name(.back)) clears)"
    default: break
    }
    func number(_ count: Int) -> String { NumberWords.grouped(Int64(count)) }
    let shown = page.table.order.count
    var text = "\(number(shown == 0 ? 0 : page.table.position + 1)) of \(number(shown))"
    if !page.table.filter.isEmpty {
      text +=
        " \(state.glyphs.separator) filter: \(page.table.filter), "
        + "\(number(shown)) of \(number(page.table.total)) (\(state.keymap.name(.back)) clears)"
    }
    if !page.table.marks.isEmpty {
      text += " \(state.glyphs.separator) \(page.table.marks.count) marked"
    }
    return text
  }
}
