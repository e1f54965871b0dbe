/// Reads the second half of a large file beside the first, on another thread.
struct SecondHalf: Sendable {
  struct Result: Sendable {
    var rows: UsageRows
    var counts: FileReport
    /// Their lines are counted from the start of the half.
    var rejects: [RejectedRow]
  }

  private let found: Pending<Result?>

  /// - Parameter names: The numbers of the import so far.
  init(_ split: FileSplit, _ columns: ColumnMap, _ names: ImportNames) {
    found = Pending { try? SecondHalf.read(split, columns, names) }
  }

  /// What the half holds, once it is read; nil where it is better read by one thread, and from the
  /// second time on.
  func take() -> Result? { found.take() ?? nil }

  /// Rejects wait in memory until the first half is read, so there must not be many.
  private static let rejectLimit = 20_000

  private static func read(
    _ split: FileSplit, _ columns: ColumnMap, _ names: ImportNames
  ) throws -> Result {
    var scanner = try split.scanner()
    var result = Result(
      rows: UsageRows(columns, names: names), counts: FileReport(path: split.path), rejects: [])
    var rejects: [RejectedRow] = []
    try RowLoop(columnCount: split.columnCount).run(
      &scanner, into: &result.rows, &result.counts, tick: { _, _ in },
      reject: { reject in
        guard rejects.count < rejectLimit else { throw WrongSplit() }
        rejects.append(reject)
      })
    result.rows.finish()
    result.rejects = rejects
    return result
  }
}
