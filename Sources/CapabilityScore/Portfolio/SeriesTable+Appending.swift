extension SeriesTable {
  /// Names a row within its tenant; its order is the order of rows.
  public struct RowKey: Hashable, Comparable, Sendable {
    /// The field, by which rows are ordered first.
    public var field: Field
    /// A number in ``UsageNames/workloads``.
    public var workload: UInt16
    /// A number in ``UsageNames/associations``.
    public var association: UInt16

    /// A key from numbers of ``UsageNames``, of which 16 bits are kept.
    public init(field: Field, workload: Int, association: Int) {
      self.field = field
      self.workload = UInt16(truncatingIfNeeded: workload)
      self.association = UInt16(truncatingIfNeeded: association)
    }

    var order: UInt64 {
      UInt64(field.rawValue) << 32 | UInt64(workload) << 16 | UInt64(association)
    }

    /// By field, then workload, then association.
    public static func < (left: RowKey, right: RowKey) -> Bool { left.order < right.order }
  }

  /// Fills one table tenant by tenant.
  public struct Appender {
    /// The tenants closed so far; behind them the rows of the one at hand, not yet sorted.
    public private(set) var table: SeriesTable
    private var keys: [RowKey] = []
    private var row: [Int64]

    /// Begins an empty table.
    ///
    /// - Parameter lanes: The months in a row, at most ``MonthWindow/limit``.
    public init(lanes: Int) {
      table = SeriesTable(lanes: lanes)
      row = [Int64](repeating: 0, count: lanes)
    }

    /// Adds a row to the tenant at hand, in any order; rows of one key add up, keeping the earliest day.
    ///
    /// - Parameter fill: Writes the months into a row of zeros and returns the bits of those with a fact.
    public mutating func addRow(
      _ key: RowKey, associatedOn day: Day? = nil,
      fill: (inout MutableSpan<Int64>) -> UInt64
    ) {
      for lane in row.indices { row[lane] = 0 }
      var span = row.mutableSpan
      let bits = fill(&span)
      table.values.append(contentsOf: row)
      table.present.append(bits)
      table.workload.append(key.workload)
      table.association.append(key.association)
      table.associatedOn.append(day?.daysSince1970 ?? .min)
      if day != nil { table.datedRows += 1 }
      keys.append(key)
    }

    /// Closes the tenant at hand; tenants are numbered in the order they are closed.
    public mutating func endTenant() {
      let first = table.rowCount - keys.count
      if zip(keys, keys.dropFirst()).contains(where: { $0.order >= $1.order }) {
        sortRows(from: first)
      }
      var mask: UInt64 = 0
      for row in first..<table.rowCount { mask |= table.present[row] & ~SeriesTable.elsewhere }
      table.months.append(mask)
      var row = 0
      for field in Field.allCases {
        while row < keys.count, keys[row].field == field { row += 1 }
        table.sections.append(UInt32(first + row))
      }
      keys.removeAll(keepingCapacity: true)
    }

    /// The tenants so far in a table without room to spare.
    public func compactTable() -> SeriesTable {
      var compact = SeriesTable(lanes: table.lanes)
      compact.values.reserveCapacity(table.values.count)
      compact.present.reserveCapacity(table.rowCount)
      compact.workload.reserveCapacity(table.rowCount)
      compact.association.reserveCapacity(table.rowCount)
      compact.associatedOn.reserveCapacity(table.rowCount)
      compact.sections.reserveCapacity(table.sections.count)
      compact.months.reserveCapacity(table.tenantCount)
      compact.append(0..<table.tenantCount, of: table)
      return compact
    }

    /// Begins another table, in the room of this one.
    public mutating func startOver() {
      table.values.removeAll(keepingCapacity: true)
      table.present.removeAll(keepingCapacity: true)
      table.workload.removeAll(keepingCapacity: true)
      table.association.removeAll(keepingCapacity: true)
      table.associatedOn.removeAll(keepingCapacity: true)
      table.sections.replaceSubrange(0..., with: CollectionOfOne(0))
      table.months.removeAll(keepingCapacity: true)
      table.datedRows = 0
    }

    private mutating func sortRows(from first: Int) {
      let lanes = table.lanes
      let order = keys.indices.sorted { keys[$0] < keys[$1] }
      let values = Array(table.values[(first * lanes)...])
      let present = Array(table.present[first...])
      let days = Array(table.associatedOn[first...])
      var merged: [RowKey] = []
      table.values.removeSubrange((first * lanes)...)
      table.present.removeSubrange(first...)
      table.workload.removeSubrange(first...)
      table.association.removeSubrange(first...)
      table.associatedOn.removeSubrange(first...)
      for source in order {
        let row = values[(source * lanes)..<((source + 1) * lanes)]
        if merged.last == keys[source] {
          let target = table.rowCount - 1
          for (lane, value) in row.enumerated() { table.values[target * lanes + lane] &+= value }
          table.present[target] |= present[source]
          table.associatedOn[target] = earlier(table.associatedOn[target], days[source])
        } else {
          merged.append(keys[source])
          table.values.append(contentsOf: row)
          table.present.append(present[source])
          table.workload.append(keys[source].workload)
          table.association.append(keys[source].association)
          table.associatedOn.append(days[source])
        }
      }
      keys = merged
    }

    private func earlier(_ left: Int32, _ right: Int32) -> Int32 {
      left == .min ? right : right == .min ? left : min(left, right)
    }
  }
}
