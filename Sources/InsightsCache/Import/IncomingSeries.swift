import CapabilityScore

/// The groups of an export as series, in the order in which the cache has them.
struct IncomingSeries {
  private struct Entry {
    /// The block's key, with the rank of the tenant's id in the cache for its number.
    var order: BlockKey
    var block: UsageGroups.Block
  }

  /// The cache's ids of the tenants that have a series, in order.
  let tenants: [Int64]
  private let dataset: Dataset
  private let groups: UsageGroups
  private let entries: [Entry]
  /// Where each series begins in ``entries``, and the end.
  private let starts: [Int]

  /// - Parameter tenantIDs: From the tenants' numbers in the import to the cache's.
  init(_ groups: UsageGroups, _ dataset: Dataset, tenantIDs: [Int: Int64]) {
    self.dataset = dataset
    self.groups = groups
    let ranked = tenantIDs.sorted { $0.value < $1.value }
    tenants = ranked.map(\.value)
    var ranks = [Int](repeating: 0, count: (tenantIDs.keys.max() ?? -1) + 1)
    for (rank, tenant) in ranked.enumerated() { ranks[tenant.key] = rank }
    entries = IncomingSeries.ordered(
      groups.blocks.map { Entry(order: $0.key.with(tenant: ranks[$0.key.tenant]), block: $0) },
      tenants: tenants.count)
    var starts: [Int] = []
    for index in entries.indices
    where index == 0 || entries[index].order.series != entries[index - 1].order.series {
      starts.append(index)
    }
    self.starts = starts + [entries.count]
  }

  /// The entries in order of their keys. A tenant has few of them, so they are laid out by tenants first.
  private static func ordered(_ entries: [Entry], tenants: Int) -> [Entry] {
    var ends = [Int](repeating: 0, count: tenants)
    for entry in entries { ends[entry.order.tenant] += 1 }
    for tenant in ends.indices.dropFirst() { ends[tenant] += ends[tenant - 1] }
    var places = [Int](repeating: 0, count: entries.count)
    var starts = ends
    for (index, entry) in entries.enumerated() {
      starts[entry.order.tenant] -= 1
      places[starts[entry.order.tenant]] = index
    }
    var ordered = places.map { entries[$0] }
    for tenant in ends.indices {
      ordered[starts[tenant]..<ends[tenant]].sort { $0.order.bits < $1.order.bits }
    }
    return ordered
  }

  var count: Int { starts.count - 1 }

  func tenant(_ series: Int) -> Int64 { tenants[entries[starts[series]].order.tenant] }

  func key(_ series: Int) -> SeriesKey {
    let key = entries[starts[series]].order
    return SeriesKey(dataset: dataset, workload: key.workload, association: key.association)
  }

  func associatedOn(_ series: Int) -> Int32 {
    groups.associationDay(entries[starts[series]].block.key)
  }

  /// Appends the facts of a series in order of months.
  func append(_ series: Int, to facts: inout [MonthFact]) {
    for entry in entries[starts[series]..<starts[series + 1]] {
      groups.append(entry.block, to: &facts)
    }
  }
}
