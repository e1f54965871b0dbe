import CapabilityScore
import GRDB

/// Replaces the months of one dataset in the tenants' blobs; what differs is written, and no more.
struct UsageWriter {
  private(set) var change: CacheChange
  private let dataset: Dataset
  private let path: String
  private let select: SQLStatement
  private let upsert: SQLStatement
  private let delete: SQLStatement

  /// - Parameter change: What was changed before.
  init(_ database: Database, _ dataset: Dataset, path: String, change: CacheChange) throws {
    self.change = change
    self.dataset = dataset
    self.path = path
    select = try SQLStatement(database, "SELECT data FROM tenant_facts WHERE tenant = ?")
    upsert = try SQLStatement(
      database, "INSERT OR REPLACE INTO tenant_facts (tenant, data) VALUES (?, ?)")
    delete = try SQLStatement(database, "DELETE FROM tenant_facts WHERE tenant = ?")
  }

  /// - Parameters:
  ///   - series: What the export says, in order of tenants.
  ///   - tenants: Further tenants that may have facts in the months replaced.
  ///   - months: The months replaced, for all tenants.
  mutating func write(_ series: IncomingSeries, and tenants: [Int64], months: MonthSet) throws {
    var next = 0
    for tenant in Set(tenants).union(series.tenants).sorted() {
      let first = next
      while next < series.count, series.tenant(next) == tenant { next += 1 }
      try write(series, first..<next, of: tenant, months)
    }
  }

  private mutating func write(
    _ series: IncomingSeries, _ range: Range<Int>, of tenant: Int64, _ months: MonthSet
  ) throws {
    try select.bind(.integer(tenant))
    let hasBlob = try select.step()
    let merged: [UInt8]?
    if hasBlob {
      merged = try select.withBlob(0) { blob in
        var merge = BlobMerge(blob.byteCount)
        guard merge.run(blob, with: series, range, dataset, months) else {
          throw InsightsStoreError.corrupt(path: path)
        }
        return blob.isEqual(merge.blob) ? nil : merge.blob
      }
    } else {
      var merge = BlobMerge(256)
      _ = merge.run(RawSpan(), with: series, range, dataset, months)
      merged = merge.blob.isEmpty ? nil : merge.blob
    }
    guard let merged else { return }
    change.addUsage(of: tenant)
    if merged.isEmpty {
      try delete.run(.integer(tenant))
    } else {
      try upsert.run(.integer(tenant), .blob(merged))
    }
  }
}

extension RawSpan {
  fileprivate func isEqual(_ bytes: [UInt8]) -> Bool {
    withUnsafeBytes { $0.elementsEqual(bytes) }
  }
}
