import CapabilityScore
import GRDB

/// Writes what the files of an import give.
struct ContentWriter {
  private(set) var change = CacheChange()
  let database: Database
  let path: String
  let batch: Int64

  init(_ database: Database, path: String, batch: Int64) {
    self.database = database
    self.path = path
    self.batch = batch
  }

  /// - Parameter content: Handed over, so that its groups are settled in place.
  mutating func write(_ content: consuming ExportContent, _ names: ImportNames) throws {
    switch consume content {
    case .usage(let dataset, let groups): try write(groups, dataset, names)
    case .training(let records): try write(records)
    case .tenants(let details, let tenants):
      var writer = try TenantWriter(database, change: change)
      let ids = try writer.ids(
        of: names.tenants.ordered(tenants), in: names.tenants, details, from: .directory)
      try writer.removeUnused(but: Set(ids))
      change = writer.change
    case .profile(let records): try write(records)
    }
  }

  private mutating func write(
    _ groups: consuming UsageGroups, _ dataset: Dataset, _ names: ImportNames
  ) throws {
    var groups = consume groups
    groups.settleDuplicates()
    let settled = consume groups
    let tenants = names.tenants.ordered(settled.tenants)
    let blobs = Conveyor { put in
      IncomingBlobs(settled, dataset, of: tenants).make(put)
    }
    try writeNames(names)
    var tenantWriter = try TenantWriter(database, change: change)
    let ids = try tenantWriter.ids(
      of: tenants, in: names.tenants, settled.details, from: .usage)
    var writer = try UsageWriter(
      database, replacing: settled.covered, of: dataset, path: path, change: tenantWriter.change)
    while let batch = blobs.take() {
      for index in 0..<batch.count {
        try writer.write(
          batch.bytes.span.bytes.extracting(batch.range(index)), of: ids[batch.first + index])
      }
    }
    for tenant in try tenantsWithFacts(in: settled.covered, of: dataset).subtracting(ids).sorted() {
      try writer.write(RawSpan(), of: tenant)
    }
    change = writer.change
    try writeMonths(settled, dataset)
  }

  /// Every tenant that has facts, where the cache has any of these months; else none.
  private func tenantsWithFacts(in months: MonthSet, of dataset: Dataset) throws -> Set<Int64> {
    let stored = try Int32.fetchAll(
      database, sql: "SELECT month FROM dataset_month WHERE dataset = ?",
      arguments: [dataset.rawValue])
    guard stored.contains(where: { months.contains(Month(index: $0)) }) else { return [] }
    return try Int64.fetchSet(database, sql: "SELECT tenant FROM tenant_facts")
  }

  /// Records which months the dataset has facts in.
  private func writeMonths(_ groups: UsageGroups, _ dataset: Dataset) throws {
    let withFacts = groups.monthsWithFacts
    for month in groups.covered.months {
      try database.execute(
        sql: "DELETE FROM dataset_month WHERE dataset = ? AND month = ?",
        arguments: [dataset.rawValue, month.index])
      guard withFacts.contains(month) else { continue }
      try database.execute(
        sql: "INSERT INTO dataset_month (dataset, month, batch) VALUES (?, ?, ?)",
        arguments: [dataset.rawValue, month.index, batch])
    }
  }

  private func writeNames(_ names: ImportNames) throws {
    for (table, names) in [("workload", names.workloads), ("association", names.associations)] {
      let stored = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      for (number, name) in names.names.enumerated().dropFirst(stored) {
        try database.execute(
          sql: "INSERT INTO \(table) (id, folded, name) VALUES (?, ?, ?)",
          arguments: [number + 1, name.key, name.name])
      }
    }
  }

  private mutating func write(_ records: [TrainingRows.Record]) throws {
    let named = TrainingRows.withOneName(records)
    guard try named != database.trainingRecords() else { return }
    change.addRest()
    try database.replaceTraining(named)
  }

  private mutating func write(_ records: [ProfileRows.Record]) throws {
    guard try records != database.profileRecords() else { return }
    change.addRest()
    try database.replaceProfile(records)
  }
}
