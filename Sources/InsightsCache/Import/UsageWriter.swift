import CapabilityScore
import GRDB

/// Replaces the months of one dataset in the tenants' blobs; what differs is written, and no more.
struct UsageWriter {
  private(set) var change: CacheChange
  private let path: String
  private let select: SQLStatement
  private let upsert: SQLStatement
  private let delete: SQLStatement
  private var merge: BlobMerge

  /// - Parameters:
  ///   - months: The months replaced, for all tenants.
  ///   - change: What was changed before.
  init(
    _ database: Database, replacing months: MonthSet, of dataset: Dataset, path: String,
    change: CacheChange
  ) throws {
    self.change = change
    self.path = path
    merge = BlobMerge(replacing: months, of: dataset)
    select = try SQLStatement(database, "SELECT data FROM tenant_facts WHERE tenant = ?")
    upsert = try SQLStatement(
      database, "INSERT OR REPLACE INTO tenant_facts (tenant, data) VALUES (?, ?)")
    delete = try SQLStatement(database, "DELETE FROM tenant_facts WHERE tenant = ?")
  }

  /// - Parameter series: What the export says of the tenant, as a blob; empty where that is nothing.
  mutating func write(_ series: RawSpan, of tenant: Int64) throws {
    try select.bind(.integer(tenant))
    let hasBlob = try select.step()
    guard hasBlob else {
      guard !series.isEmpty else { return }
      change.addUsage(of: tenant)
      try upsert.run(.integer(tenant), blob: series)
      return
    }
    let isAlike = try select.withBlob(0) { blob in
      guard merge.run(blob, with: series) else { throw InsightsStoreError.corrupt(path: path) }
      return blob.isEqual(merge.blob)
    }
    if isAlike { return }
    change.addUsage(of: tenant)
    if merge.blob.isEmpty {
      try delete.run(.integer(tenant))
    } else {
      try upsert.run(.integer(tenant), blob: merge.blob.span.bytes)
    }
  }
}

extension RawSpan {
  fileprivate func isEqual(_ bytes: [UInt8]) -> Bool {
    withUnsafeBytes { $0.elementsEqual(bytes) }
  }
}
