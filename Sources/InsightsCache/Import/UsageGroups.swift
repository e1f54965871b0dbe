import CapabilityScore

/// The rows of a usage dataset, added up by tenant, workload, association and month.
///
/// Months lie in blocks of eight, one row of a table each: a cache line for each field. Memory grows
/// with the groups, not with the rows.
struct UsageGroups {
  static let blockMonths = 8

  /// What the rows say of a group, each 0 where the dataset has one field only.
  struct Values {
    var first: Int64
    var second: Int64
  }

  /// By the numbers of ``ImportNames``.
  struct Group {
    var tenant: Int
    var workload: Int
    var association: Int
    var month: Month
  }

  /// The months of rows that were read, also those that were then skipped.
  private(set) var covered = MonthSet()
  var details: TenantDetailsTable
  private let fieldCount: Int
  private var table: LaneTable
  /// For each row of the table a bit for each month with an unflagged row.
  private var present: [UInt8] = []
  /// Sums of flagged rows, by group and partner.
  private var flagged: LaneTable
  private var associatedOn: [UInt64: Int32] = [:]
  private var pending: [(key: UInt64, lane: Int, values: Values)] = []
  /// The rows of what is pending.
  private var rows = [Int](repeating: 0, count: pendingLimit)
  private static let pendingLimit = 128

  init(_ columns: ColumnMap) {
    fieldCount = columns.definition.dataset.fields.count
    table = LaneTable(lanes: fieldCount * UsageGroups.blockMonths)
    flagged = LaneTable(lanes: fieldCount)
    details = TenantDetailsTable(columns)
  }

  mutating func cover(_ month: Month) { covered.insert(month) }

  @inline(__always)
  mutating func add(_ values: Values, to group: Group) {
    pending.append((BlockKey(group).bits, BlockKey.lane(group.month), values))
    if pending.count == UsageGroups.pendingLimit { addPending() }
  }

  /// Adds what waits. Must be called before the groups are read.
  ///
  /// Rows wait for each other because looking up a group waits for memory: many look-ups in one small
  /// loop wait together.
  mutating func addPending() {
    for index in pending.indices { rows[index] = row(of: pending[index].key) }
    for index in pending.indices {
      let (_, lane, values) = pending[index]
      present[rows[index]] |= 1 << UInt8(truncatingIfNeeded: lane)
      add(values, rows[index], lane)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Adds a row that is flagged as a duplicate: it counts only where its group has no other.
  mutating func addFlagged(_ values: Values, to group: Group, partner: Int) {
    let (row, lane) = place(of: group)
    let target = flagged.row(FlaggedKey(row: row, lane: lane, partner: partner).bits)
    for (field, value) in [values.first, values.second].prefix(fieldCount).enumerated() {
      flagged.values[target * fieldCount + field].addClamped(value)
    }
  }

  /// Keeps the earliest day of a series.
  mutating func associate(_ group: Group, on day: Day) {
    let key = BlockKey(group).series
    associatedOn[key] = min(associatedOn[key] ?? .max, day.daysSince1970)
  }

  /// From the numbers that other groups have for names to those of these.
  struct Numbers {
    var tenants: [Int]
    var workloads: [Int]
    var associations: [Int]
    var partners: [Int]
  }

  /// Adds what another file of the dataset, or another part of the file, gave.
  ///
  /// - Parameter numbers: Nil where both have the same.
  mutating func merge(_ other: UsageGroups, numbers: Numbers? = nil) {
    covered.formUnion(other.covered)
    details.merge(other.details) { numbers?.tenants[$0] ?? $0 }
    for (series, day) in other.associatedOn {
      let key = BlockKey(bits: series << BlockKey.blockBits).renumbered(numbers).series
      associatedOn[key] = min(associatedOn[key] ?? .max, day)
    }
    table.reserve(table.keys.count + other.table.keys.count)
    let rows = other.table.keys.map { row(of: BlockKey(bits: $0).renumbered(numbers).bits) }
    for (source, target) in rows.enumerated() {
      present[target] |= other.present[source]
      for lane in 0..<table.lanes {
        table.values[target * table.lanes + lane].addClamped(
          other.table.values[source * table.lanes + lane])
      }
    }
    for (source, bits) in other.flagged.keys.enumerated() {
      let key = FlaggedKey(bits: bits)
      let target = flagged.row(
        FlaggedKey(
          row: rows[key.row], lane: key.lane,
          partner: numbers?.partners[key.partner] ?? key.partner
        ).bits)
      for field in 0..<fieldCount {
        flagged.values[target * fieldCount + field].addClamped(
          other.flagged.values[source * fieldCount + field])
      }
    }
  }

  /// Applies the rule for flagged rows: where a group has no other, the largest sum of one partner.
  mutating func settleDuplicates() {
    var settled = [UInt8](repeating: 0, count: present.count)
    for (source, bits) in flagged.keys.enumerated() {
      let (row, lane) = (FlaggedKey(bits: bits).row, FlaggedKey(bits: bits).lane)
      let bit: UInt8 = 1 << UInt8(lane)
      guard present[row] & bit == 0 else { continue }
      for field in 0..<fieldCount {
        let target = row * table.lanes + field * UsageGroups.blockMonths + lane
        let sum = flagged.values[source * fieldCount + field]
        table.values[target] =
          settled[row] & bit == 0 ? sum : max(table.values[target], sum)
      }
      settled[row] |= bit
    }
    for row in present.indices { present[row] |= settled[row] }
    flagged = LaneTable(lanes: fieldCount)
  }

  @inline(__always)
  private mutating func add(_ values: Values, _ row: Int, _ lane: Int) {
    let target = row * table.lanes + lane
    table.values[target].addClamped(values.first)
    if fieldCount > 1 {
      table.values[target + UsageGroups.blockMonths].addClamped(values.second)
    }
  }

  @inline(__always)
  private mutating func place(of group: Group) -> (row: Int, lane: Int) {
    (row(of: BlockKey(group).bits), BlockKey.lane(group.month))
  }

  @inline(__always)
  private mutating func row(of key: UInt64) -> Int {
    let row = table.row(key)
    if row == present.count { present.append(0) }
    return row
  }
}

extension UsageGroups {
  /// A block of months of one series.
  struct Block {
    var key: BlockKey
    fileprivate var row: Int
  }

  /// Every block, in no order.
  var blocks: [Block] {
    table.keys.enumerated().map { row, key in Block(key: BlockKey(bits: key), row: row) }
  }

  /// The numbers of the tenants that have a group, each once.
  var tenants: [Int] {
    var seen: [Bool] = []
    for key in table.keys {
      let tenant = BlockKey(bits: key).tenant
      if tenant >= seen.count {
        seen.append(contentsOf: repeatElement(false, count: tenant + 1 - seen.count))
      }
      seen[tenant] = true
    }
    return seen.indices.filter { seen[$0] }
  }

  /// The months that any group has, once duplicates are settled.
  var monthsWithFacts: MonthSet {
    var bits = [UInt8](repeating: 0, count: 1 << BlockKey.blockBits)
    for (row, key) in table.keys.enumerated() { bits[BlockKey(bits: key).block] |= present[row] }
    var months = MonthSet()
    for (index, bits) in bits.enumerated() {
      for lane in 0..<UsageGroups.blockMonths where bits >> UInt8(lane) & 1 == 1 {
        months.insert(MonthSet.first.advanced(by: index * UsageGroups.blockMonths + lane))
      }
    }
    return months
  }

  /// The facts of a block in order of months.
  func append(_ block: Block, to facts: inout [MonthFact]) {
    let first = Int(MonthSet.first.index) + block.key.block * UsageGroups.blockMonths
    let start = block.row * table.lanes
    for lane in 0..<UsageGroups.blockMonths where present[block.row] >> UInt8(lane) & 1 == 1 {
      let second = fieldCount > 1 ? table.values[start + UsageGroups.blockMonths + lane] : 0
      facts.append(
        MonthFact(month: Int32(first + lane), first: table.values[start + lane], second: second))
    }
  }

  /// The earliest day of association of a series, `Int32.min` where there is none.
  func associationDay(_ key: BlockKey) -> Int32 { associatedOn[key.series] ?? .min }
}

extension Int64 {
  /// Adds; a sum that does not fit stays at the end of the range, where a wrapped one would lie.
  @inline(__always)
  mutating func addClamped(_ other: Int64) {
    let (sum, overflow) = addingReportingOverflow(other)
    self = overflow ? (other < 0 ? .min : .max) : sum
  }
}
