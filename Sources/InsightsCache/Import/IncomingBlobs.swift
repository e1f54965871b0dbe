import CapabilityScore

/// The groups of an export as blobs of tenants, made while the tenants get their ids.
struct IncomingBlobs: Sendable {
  /// The blobs of some tenants that follow one another.
  struct Batch: Sendable {
    /// Where the first of them lies in the order of tenants.
    let first: Int
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(first: Int) { self.first = first }

    var count: Int { ends.count }

    /// Where the blob of a tenant, counted from the first, lies in ``bytes``.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    fileprivate mutating func append(_ body: (inout [UInt8]) -> Void) {
      body(&bytes)
      ends.append(bytes.count)
    }
  }

  private struct Entry {
    /// Without the tenant: its order is that of the cache.
    var key: BlockKey
    var block: UsageGroups.Block
  }

  private let dataset: Dataset
  private let groups: UsageGroups
  /// Tenant by tenant, in order of keys.
  private let entries: [Entry]
  /// Where the entries of each tenant end.
  private let ends: [Int]

  /// - Parameter tenants: The numbers of all tenants that have a group, in the order of their blobs.
  init(_ groups: UsageGroups, _ dataset: Dataset, of tenants: [Int]) {
    self.dataset = dataset
    self.groups = groups
    var ranks = [Int](repeating: 0, count: (tenants.max() ?? -1) + 1)
    for (rank, tenant) in tenants.enumerated() { ranks[tenant] = rank }
    (entries, ends) = IncomingBlobs.ordered(groups.blocks, ranks, tenants: tenants.count)
  }

  /// A tenant has few blocks, so they are laid out by tenants first.
  private static func ordered(
    _ blocks: [UsageGroups.Block], _ ranks: [Int], tenants: Int
  ) -> (entries: [Entry], ends: [Int]) {
    guard let any = blocks.first else { return ([], [Int](repeating: 0, count: tenants)) }
    var ends = [Int](repeating: 0, count: tenants)
    for block in blocks { ends[ranks[block.key.tenant]] += 1 }
    for rank in ends.indices.dropFirst() { ends[rank] += ends[rank - 1] }
    var starts = ends
    var entries = [Entry](repeating: Entry(key: any.key, block: any), count: blocks.count)
    for block in blocks {
      let rank = ranks[block.key.tenant]
      starts[rank] -= 1
      entries[starts[rank]] = Entry(key: block.key.with(tenant: 0), block: block)
    }
    for rank in ends.indices {
      entries[starts[rank]..<ends[rank]].sort { $0.key.bits < $1.key.bits }
    }
    return (entries, ends)
  }

  /// Makes the blobs in their order, so many in a batch.
  func make(batchSize: Int = 512, _ put: (Batch) -> Void) {
    var facts: [MonthFact] = []
    for first in stride(from: 0, to: ends.count, by: batchSize) {
      var batch = Batch(first: first)
      for rank in first..<min(first + batchSize, ends.count) {
        batch.append { encode(rank, to: &$0, &facts) }
      }
      put(batch)
    }
  }

  private func encode(_ rank: Int, to blob: inout [UInt8], _ facts: inout [MonthFact]) {
    var next = rank == 0 ? 0 : ends[rank - 1]
    while next < ends[rank] {
      let key = entries[next].key
      let day = groups.associationDay(entries[next].block.key)
      facts.removeAll(keepingCapacity: true)
      while next < ends[rank], entries[next].key.series == key.series {
        groups.append(entries[next].block, to: &facts)
        next += 1
      }
      SeriesRecord.encode(
        SeriesKey(dataset: dataset, workload: key.workload, association: key.association),
        associatedOn: day, facts, to: &blob)
    }
  }
}
