internal import CNcurses
import Glibc

extension TerminalScreen {
  /// Sends what differs from the frame before; nothing where nothing does.
  public func show(_ canvas: Canvas, theme: Theme) {
    guard isOpen else { return }
    if painter.use(theme) { shown = nil }
    if shown?.size != canvas.size { shown = nil }
    if shown == nil { clearok(capstan_current_window(), true) }
    var changedRows = push(canvas)
    if painter.hasRunOut {
      // Pair numbers are taken anew, so every cell is; a frame that needs more still goes without.
      painter.restart()
      shown = nil
      changedRows = push(canvas)
      painter.acceptShortage()
    }
    let hasMoved = place(canvas.cursor)
    shown = canvas
    guard changedRows > 0 || hasMoved else { return }
    let isMarked = marksFrames && changedRows > 1
    if isMarked { write(control: PrivateModes.beginFrame) }
    wnoutrefresh(capstan_standard_window())
    doupdate()
    if isMarked { write(control: PrivateModes.endFrame) }
  }

  /// Hands the rows that differ from the last frame to the library; gives their number.
  private func push(_ canvas: Canvas) -> Int {
    let columns = min(canvas.size.columns, size.columns)
    if line.count < columns { line = Array(repeating: cchar_t(), count: columns) }
    var changed = 0
    for row in 0..<min(canvas.size.rows, size.rows) {
      guard let span = changes(in: row, columns: columns, of: canvas) else { continue }
      var count = 0
      for column in span {
        let cell = canvas[column, row]
        // ASCII has no wide signs, so a right half is a cell of its own there.
        if cell.isRightHalf, painter.isUnicode { continue }
        painter.paint(cell, into: &line[count])
        count += 1
      }
      mvwadd_wchnstr(
        capstan_standard_window(), Int32(row), Int32(span.lowerBound), line, Int32(count))
      changed += 1
    }
    return changed
  }

  /// The columns of a row that differ from the last frame, in whole glyphs.
  private func changes(in row: Int, columns: Int, of canvas: Canvas) -> Range<Int>? {
    guard let shown else { return 0..<columns }
    return canvas.difference(from: shown, row: row, columns: columns)
  }

  /// Puts the hardware cursor there, or hides it. Screen readers follow it.
  private func place(_ cursor: Point?) -> Bool {
    let window = capstan_standard_window()
    guard let cursor, Rect(0, 0, size.columns, size.rows).contains(cursor) else {
      guard isCursorShown else { return false }
      isCursorShown = false
      curs_set(0)
      return true
    }
    let (column, row) = (Int32(cursor.column), Int32(cursor.row))
    let hasMoved = shown?.cursor != cursor || !isCursorShown
    wmove(window, row, column)
    if !isCursorShown {
      isCursorShown = true
      curs_set(1)
    }
    return hasMoved
  }

  /// Asks the kernel for the size and reports a change.
  func noteSize() {
    guard let now = Terminal.size(of: terminal), now != size else { return }
    size = now
    resizeterm(Int32(now.rows), Int32(now.columns))
    shown = nil
    pending.removeAll { if case .resize = $0 { true } else { false } }
    pending.append(.resize(now))
  }
}
