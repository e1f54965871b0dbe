/// A row that is kept aside.
struct RejectedRow: Equatable {
  var reason: RejectReason
  var line: Int
  var text: String
}

/// Goes through the rows of a file, or of a part of it.
struct RowLoop {
  let columnCount: Int

  /// - Parameters:
  ///   - counts: Counts the rows and what becomes of them.
  ///   - tick: Called with the place in the file whenever a block of it was read.
  func run<Rows: ExportRows>(
    _ scanner: inout RowScanner, into rows: inout Rows, _ counts: inout FileReport,
    tick: (Int, FileReport) throws -> Void, reject: (RejectedRow) throws -> Void
  ) throws {
    var position = -1
    while true {
      if scanner.progress.position != position {
        position = scanner.progress.position
        try tick(position, counts)
      }
      let event = try scanner.next()
      if event == .end { return }
      counts.rows += 1
      do throws(RejectReason) {
        guard event == .row else { throw .quoteNeverClosed }
        guard scanner.fieldCount >= columnCount else {
          throw .tooFewFields(found: scanner.fieldCount, needed: columnCount)
        }
        counts.count(try rows.read(scanner))
      } catch {
        counts.rejected += 1
        try reject(RejectedRow(reason: error, line: scanner.line, text: scanner.text))
      }
    }
  }
}
