/// What a part of a large file holds.
struct PartRows: Sendable {
  /// The part's first byte.
  let start: Int
  let rows: UsageRows
  let counts: FileReport
  /// Their lines are counted from the start of the part.
  let rejects: [RejectedRow]
  /// The part's physical lines.
  let lines: Int
  let endsInsideQuotes: Bool

  /// Rejects wait in memory until the parts before are read, so there must not be many.
  private static let rejectLimit = 20_000

  /// - Parameters:
  ///   - names: The numbers of the import so far.
  ///   - tick: Called whenever a block was read.
  /// - Throws: ``WrongSplit`` where the part is better read with the ones before it.
  init(
    _ part: FilePart, _ columns: ColumnMap, _ names: ImportNames, tick: () throws -> Void
  ) throws {
    do {
      var scanner = try part.scanner()
      var rows = UsageRows(columns, names: names)
      var counts = FileReport(path: part.path)
      var rejects: [RejectedRow] = []
      try RowLoop(columnCount: part.columnCount).run(
        &scanner, into: &rows, &counts, tick: { _, _ in try tick() },
        reject: { reject in
          guard rejects.count < PartRows.rejectLimit else { throw WrongSplit() }
          rejects.append(reject)
        })
      rows.finish()
      start = part.start
      (self.rows, self.counts, self.rejects) = (rows, counts, rejects)
      (lines, endsInsideQuotes) = (scanner.linesRead, scanner.endsInsideQuotes)
    } catch is ExportFileError {
      throw WrongSplit()
    }
  }

  /// Reads a part on another thread, and after it others as long as there are any to be taken.
  ///
  /// - Returns: Nil in the end where the file is better read by one thread.
  static func reading(
    _ first: FilePart, of file: FileParts, _ columns: ColumnMap, _ names: ImportNames
  ) -> Pending<[PartRows]?> {
    Pending {
      var parts: [PartRows] = []
      var next: FilePart? = first
      while let part = next {
        guard let rows = try? PartRows(part, columns, names, tick: {}) else {
          file.close()
          return nil
        }
        parts.append(rows)
        next = file.take()
      }
      return parts
    }
  }
}
