extension SeriesTable {
  /// A table of one tenant without usage.
  static func ofNewTenant(lanes: Int) -> SeriesTable {
    var appender = Appender(lanes: lanes)
    appender.endTenant()
    return appender.table
  }

  /// A table of this tenant alone, who has the number 0 there.
  public func single(_ tenant: Int) -> SeriesTable {
    var table = SeriesTable(lanes: lanes)
    table.append(tenant..<tenant + 1, of: self)
    return table
  }

  /// Appends tenants of another table, in one piece.
  mutating func append(_ tenants: Range<Int>, of other: SeriesTable) {
    let fields = Field.allCases.count
    let sources = other.sections[tenants.lowerBound * fields...tenants.upperBound * fields]
    let rows = Int(sources.first ?? 0)..<Int(sources.last ?? 0)
    let shift = Int64(rowCount) - Int64(rows.lowerBound)
    sections.append(contentsOf: sources.dropFirst().lazy.map { UInt32(Int64($0) + shift) })
    values.append(contentsOf: other.values[rows.lowerBound * lanes..<rows.upperBound * lanes])
    present.append(contentsOf: other.present[rows])
    workload.append(contentsOf: other.workload[rows])
    association.append(contentsOf: other.association[rows])
    associatedOn.append(contentsOf: other.associatedOn[rows])
    if other.hasAssociationDays {
      datedRows += other.associatedOn[rows].count { $0 != .min }
    }
    months.append(contentsOf: other.months[tenants])
  }
}

/// Edits of a table that holds one tenant.
extension SeriesTable {
  func row(_ key: RowKey) -> Int? {
    rows(of: 0, key.field).first {
      workload[$0] == key.workload && association[$0] == key.association
    }
  }

  /// Sets the value of a month, which then has a fact.
  mutating func set(_ value: Int64, row: Int, lane: Int) {
    values[row * lanes + lane] = value
    present[row] |= 1 << UInt64(lane)
    months[0] |= 1 << UInt64(lane)
  }

  /// The row with this key; a new one has no facts and no day of association.
  mutating func rowForEditing(_ key: RowKey) -> Int {
    if let known = row(key) { return known }
    let section = rows(of: 0, key.field)
    let row =
      section.first {
        (workload[$0], association[$0]) > (key.workload, key.association)
      } ?? section.upperBound
    values.insert(contentsOf: repeatElement(0, count: lanes), at: row * lanes)
    present.insert(0, at: row)
    workload.insert(key.workload, at: row)
    association.insert(key.association, at: row)
    associatedOn.insert(.min, at: row)
    for index in (Int(key.field.rawValue) + 1)..<sections.count { sections[index] += 1 }
    return row
  }

  /// Takes away the facts of some months, and rows that have none left anywhere: a day of association
  /// belongs to facts, and goes with the last of them.
  mutating func removeFacts(_ range: Range<Int>) {
    let mask = range.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    var kept = Appender(lanes: lanes)
    for field in Field.allCases {
      for row in rows(of: 0, field) where present[row] & ~mask != 0 {
        let key = RowKey(
          field: field, workload: Int(workload[row]), association: Int(association[row]))
        kept.addRow(key, associatedOn: associationDay(ofRow: row)) { months in
          for lane in 0..<lanes where mask & (1 << UInt64(lane)) == 0 {
            months[lane] = values[row * lanes + lane]
          }
          return present[row] & ~mask
        }
      }
    }
    kept.endTenant()
    self = kept.table
  }
}
