public import CapabilityScore
import Foundation
import GRDB

extension InsightsStore {
  /// Grows whenever something changes that a portfolio is read from.
  public func generation() throws(InsightsStoreError) -> Int {
    try read { try $0.generation() }
  }

  /// Whether nothing was imported yet.
  public func isEmpty() throws(InsightsStoreError) -> Bool {
    try read { try Int.fetchOne($0, sql: "SELECT 1 FROM dataset LIMIT 1") == nil }
  }

  /// The newest run of the importer; nil before the first.
  public func lastImport() throws(InsightsStoreError) -> ImportRecord? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT at, files, failed FROM import_batch ORDER BY id DESC LIMIT 1"
      ).map {
        ImportRecord(
          at: Date(timeIntervalSince1970: TimeInterval($0[0] as Int64)), files: $0[1],
          failed: $0[2])
      }
    }
  }

  /// What there is of each dataset, all nine, in a fixed order.
  public func datasets() throws(InsightsStoreError) -> [DatasetState] {
    try read { database in try Dataset.allCases.map(database.state) }
  }

  /// Goes through the rows that were kept aside, in the order they were met.
  ///
  /// - Parameters:
  ///   - dataset: Only rows of this dataset; nil for all.
  ///   - body: Called for each; false ends the walk.
  public func rejects(
    of dataset: Dataset? = nil, _ body: (Reject) throws -> Bool
  ) throws(InsightsStoreError) {
    try read { database in
      let statement = try SQLStatement(
        database,
        """
        SELECT file, dataset, line, reason, text FROM reject
        WHERE ?1 IS NULL OR dataset = ?1 ORDER BY id
        """)
      try statement.bind(dataset.map { .integer(Int64($0.rawValue)) } ?? .null)
      while try statement.step() {
        guard let dataset = UInt8(exactly: statement.integer(1)).flatMap(Dataset.init(rawValue:))
        else { continue }
        let reject = Reject(
          file: statement.text(0), dataset: dataset, line: Int(statement.integer(2)),
          reason: statement.text(3), text: statement.text(4))
        guard try body(reject) else { return }
      }
    }
  }

  /// How many rows are kept aside.
  public func rejectCount() throws(InsightsStoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reject") ?? 0 }
  }

  /// The names that a vocabulary does not know.
  public func unmappedNames(
    _ vocabulary: Vocabulary
  ) throws(InsightsStoreError) -> UnmappedNames {
    try read { database in
      UnmappedNames(
        workloads: try database.names(in: "workload").map(\.name)
          .filter { !vocabulary.knowsWorkload($0) }.sorted(),
        associations: try database.names(in: "association").map(\.name)
          .filter { !vocabulary.knowsAssociation($0) }.sorted())
    }
  }
}

extension Database {
  fileprivate func state(_ dataset: Dataset) throws -> DatasetState {
    let row = try Row.fetchOne(
      self,
      sql: """
        SELECT file, rows, imported, rejected, skipped, at
        FROM dataset JOIN import_batch ON import_batch.id = batch WHERE dataset = ?
        """, arguments: [dataset.rawValue])
    let months = try Int32.fetchAll(
      self, sql: "SELECT month FROM dataset_month WHERE dataset = ? ORDER BY month",
      arguments: [dataset.rawValue]
    ).map(Month.init(index:))
    return DatasetState(
      dataset: dataset,
      lastImport: row.map { Date(timeIntervalSince1970: TimeInterval($0[5] as Int64)) },
      file: row?[0] ?? "", rows: row?[1] ?? 0, imported: row?[2] ?? 0, rejected: row?[3] ?? 0,
      skipped: row?[4] ?? 0, months: months)
  }
}
