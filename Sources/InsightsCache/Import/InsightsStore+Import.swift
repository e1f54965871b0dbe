public import CapabilityScore
import GRDB

extension InsightsStore {
  /// Imports Partner Center exports: entirely, or not at all where it throws.
  ///
  /// A file that is no export is told in the report, and the others are imported. Rows that cannot be
  /// read are kept aside (``rejects(of:_:)``). The same files again change nothing.
  ///
  /// - Parameters:
  ///   - paths: Files, and folders to search for them.
  ///   - vocabulary: What the names in the exports stand for.
  ///   - progress: Told about every block that is read; may cancel.
  /// - Throws: ``InsightsStoreError``, ``InsightsStoreError/busy(path:)`` at once where another
  ///   process writes.
  public func importExports(
    at paths: [String], vocabulary: Vocabulary, options: ImportOptions = ImportOptions(),
    progress: (ImportProgress) -> ImportDecision = { _ in .proceed }
  ) throws(InsightsStoreError) -> ImportReport {
    try InsightsStoreError.wrapping(path) {
      try withoutActuallyEscaping(progress) { progress in
        try database.writeWithoutTransaction { database in
          var report = ImportReport(files: [], lastMonth: nil)
          // Waits for the moment of another's small write, not for the length of its import.
          try database.execute(sql: "PRAGMA busy_timeout = 250")
          defer { try? database.execute(sql: "PRAGMA busy_timeout = 5000") }
          try database.inTransaction(.immediate) {
            var importer = try Importer(
              database, path: path, vocabulary: vocabulary, options: options, progress: progress)
            report = try importer.run(paths)
            return .commit
          }
          return report
        }
      }
    }
  }
}
