import Foundation
import GRDB

/// All that a cache holds, as far as two states can be told apart by it.
///
/// A kept score is no state: it is taken anew where it is missing, and one of other data is not used
/// (`KeptScoreTests`).
struct CacheState: Equatable {
  /// Rows by table, without the times of imports.
  let rows: [String: [String]]

  /// Opens the cache, as a program does after a crash, and checks it.
  init(_ path: String) throws {
    let database = try DatabaseQueue(path: path)
    rows = try database.read { database in
      let verdict = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      guard verdict == ["ok"] else { throw Unexpected("\(path): \(verdict)") }
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'kept_score'
          """)
      var rows: [String: [String]] = [:]
      for table in tables {
        let columns = try database.columns(in: table).map(\.name).filter { $0 != "at" }
        let values = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
        rows[table] = try String.fetchAll(
          database, sql: "SELECT \(values) AS v FROM \(table) ORDER BY v")
      }
      return rows
    }
    try database.close()
  }

  /// Without some tables.
  func without(_ tables: Set<String>) -> [String: [String]] {
    rows.filter { !tables.contains($0.key) }
  }
}
