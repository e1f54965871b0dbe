import Foundation

/// Reads the second half of a large file beside the first, on another thread.
// Its result is written by one thread before `group` is left, and read by others only behind it.
final class SecondHalf: @unchecked Sendable {
  struct Result {
    var rows: UsageRows
    var counts: FileReport
    /// Their lines are counted from the start of the half.
    var rejects: [RejectedRow]
  }

  private let group = DispatchGroup()
  private var found: Result?

  /// - Parameter names: The numbers of the import so far.
  init(_ split: FileSplit, _ columns: ColumnMap, _ names: ImportNames) {
    group.enter()
    // A thread of its own: a pool would go on waking up every second to look after itself.
    Thread.detachNewThread { [self] in
      defer { group.leave() }
      found = try? SecondHalf.read(split, columns, names)
    }
  }

  /// What the half holds, once it is read; nil where it is better read by one thread.
  var result: Result? {
    group.wait()
    return found
  }

  func wait() { group.wait() }

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
