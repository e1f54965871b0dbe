import CapabilityScore
import Foundation
import GRDB

extension Database {
  /// The names of a table, by number.
  func names(in table: String) throws -> [NameTable.Name] {
    try Row.fetchAll(self, sql: "SELECT folded, name FROM \(table) ORDER BY id").map {
      NameTable.Name(key: $0[0], name: $0[1])
    }
  }

  /// The newest month with usage, of those before the given one.
  func lastMonth(before month: Month?) throws -> Month? {
    try Int32.fetchOne(
      self, sql: "SELECT max(month) FROM dataset_month WHERE month < ?",
      arguments: [month?.index ?? .max]
    ).map(Month.init(index:))
  }

  func oldestMonth() throws -> Month? {
    try Int32.fetchOne(self, sql: "SELECT min(month) FROM dataset_month").map(Month.init(index:))
  }

  func generation() throws -> Int {
    try Int.fetchOne(self, sql: "SELECT value FROM meta WHERE key = 'generation'") ?? 0
  }

  /// Tells whoever keeps something computed from the cache that it has changed.
  ///
  /// - Parameter tenants: The rows of ``CacheChange/tenants``.
  func bumpGeneration(changed tenants: Set<Int64>? = nil) throws {
    try execute(sql: "UPDATE meta SET value = value + 1 WHERE key = 'generation'")
    guard let tenants else { return }
    let generation = try generation()
    try execute(
      sql: "DELETE FROM tenant_change WHERE generation <= ?",
      arguments: [generation - Database.rememberedChanges])
    try execute(
      sql: "INSERT OR REPLACE INTO tenant_change (generation, tenants) VALUES (?, ?)",
      arguments: [generation, PackedNumbers.data(tenants.sorted())])
  }

  /// A dashboard that has missed more than so many imports reads everything.
  private static let rememberedChanges = 20

  /// The rows of the tenants whose usage changed since a generation; nil where more did.
  func changedTenants(since known: Int) throws -> Set<Int64>? {
    let rows = try Data.fetchAll(
      self, sql: "SELECT tenants FROM tenant_change WHERE generation > ?", arguments: [known])
    guard try rows.count == generation() - known else { return nil }
    let read = rows.compactMap(PackedNumbers.numbers)
    return read.count == rows.count ? Set(read.joined()) : nil
  }

  func recordImport(of file: FileReport, _ dataset: Dataset, batch: Int64) throws {
    try execute(
      sql: """
        INSERT OR REPLACE INTO dataset (dataset, file, rows, imported, rejected, skipped, batch)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        dataset.rawValue, file.name, file.rows, file.imported, file.rejected, file.skipped, batch,
      ])
  }
}
