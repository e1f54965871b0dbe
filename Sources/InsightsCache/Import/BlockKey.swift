import CapabilityScore

/// A block of eight months of one tenant, workload and association, in 64 bits.
///
/// Keys are in the order of tenant, workload, association and month.
struct BlockKey: Hashable {
  static let blockBits: UInt64 = 9
  /// Tenants have the 23 bits that 16 each of workload and association leave.
  static let tenantLimit = 1 << 23

  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(_ group: UsageGroups.Group) {
    let month = MonthSet.first.distance(to: group.month)
    self.init(
      tenant: group.tenant, workload: group.workload, association: group.association,
      block: month / UsageGroups.blockMonths)
  }

  private init(tenant: Int, workload: Int, association: Int, block: Int) {
    bits =
      UInt64(tenant) << 41 | UInt64(workload) << 25 | UInt64(association) << 9 | UInt64(block)
  }

  /// The place of a month in its block.
  @inline(__always)
  static func lane(_ month: Month) -> Int {
    MonthSet.first.distance(to: month) % UsageGroups.blockMonths
  }

  var tenant: Int { Int(bits >> 41) }
  var workload: Int { Int(bits >> 25 & 0xffff) }
  var association: Int { Int(bits >> 9 & 0xffff) }
  /// Counts blocks from the first month of ``MonthSet``.
  var block: Int { Int(bits & (1 << BlockKey.blockBits - 1)) }
  /// The same for all blocks of a series.
  var series: UInt64 { bits >> BlockKey.blockBits }

  /// The key with the numbers that names have elsewhere.
  func renumbered(_ numbers: UsageGroups.Numbers?) -> BlockKey {
    guard let numbers else { return self }
    return BlockKey(
      tenant: numbers.tenants[tenant], workload: numbers.workloads[workload],
      association: numbers.associations[association], block: block)
  }

  /// The key with another number for the tenant.
  func with(tenant: Int) -> BlockKey {
    BlockKey(bits: UInt64(tenant) << 41 | bits & (1 << 41 - 1))
  }
}

/// The flagged rows of one partner in a group, in 64 bits.
struct FlaggedKey {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  /// - Parameter row: Of the group's block, in the table of blocks.
  init(row: Int, lane: Int, partner: Int) {
    bits = UInt64(row) << 32 | UInt64(lane) << 29 | UInt64(partner) & 0x1fff_ffff
  }

  var row: Int { Int(bits >> 32) }
  var lane: Int { Int(bits >> 29 & 7) }
  var partner: Int { Int(bits & 0x1fff_ffff) }
}
