import GRDB

/// Writes rejected rows to the cache as they come, so that they take no memory.
struct RejectLog {
  private let insert: SQLStatement
  private let batch: Int64

  init(_ database: Database, batch: Int64) throws {
    self.batch = batch
    insert = try SQLStatement(
      database,
      "INSERT INTO reject (batch, file, dataset, line, reason, text) VALUES (?, ?, ?, ?, ?, ?)")
  }

  func add(_ row: RejectedRow, file: String, dataset: Dataset) throws {
    try insert.run(
      .integer(batch), .text(file), .integer(Int64(dataset.rawValue)), .integer(row.line),
      .text(row.reason.description), .text(row.text))
  }

  /// Forgets what earlier imports rejected of a file that came again.
  func forgetEarlier(file: String, in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM reject WHERE file = ? AND batch <> ?", arguments: [file, batch])
  }
}
