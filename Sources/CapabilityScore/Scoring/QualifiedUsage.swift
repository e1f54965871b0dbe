/// Usage of a tenant some of whose associations are dated (scoring.md §4 and §12, qualified usage).
///
/// An association dated within the TTM earns only what came after its first month, and nothing of it
/// is baseline. Few tenants have dated associations, so this reads rows, not columns.
struct QualifiedUsage {
  private struct Row {
    var workload: UInt16
    var firstMonth: Int?
    /// A bit for each lane that has a fact.
    var present: UInt64
  }

  /// Those that a total adds up; none where tenants are counted.
  private let rows: [Row]
  /// Their months, row behind row: copied, because to keep a table costs more than a tenant is worth.
  private let values: [Int64]
  private let lanes: Int
  private let earliest: Int

  /// Nil for a tenant without dated associations in the measure's scope.
  ///
  /// Everything is borrowed: a plan that is handed over is copied array by array, for each tenant.
  init?(
    _ measure: EvaluationPlan.Core, _ tenant: Int, _ table: borrowing SeriesTable,
    _ plan: borrowing EvaluationPlan, _ window: MonthWindow
  ) {
    guard table.hasAssociationDays else { return nil }
    let scope = Int(measure.scope)
    var earliest: Int32?
    for row in table.rows(of: tenant) {
      let day = table.associatedOn[row]
      guard day != .min, day < earliest ?? .max, plan.admits(row, of: table, in: scope) else {
        continue
      }
      earliest = day
    }
    guard let earliest else { return nil }
    self.earliest = window.lane(Day(daysSince1970: earliest).month)
    lanes = table.lanes
    var rows: [Row] = []
    var values: [Int64] = []
    if let field = measure.totalField {
      for row in table.rows(of: tenant, field) where plan.admits(row, of: table, in: scope) {
        let first = table.associationDay(ofRow: row).map { window.lane($0.month) }
        rows.append(
          Row(workload: table.workload[row], firstMonth: first, present: table.present[row]))
        values += table.values[table.months(ofRow: row)]
      }
    }
    self.rows = rows
    self.values = values
  }

  /// The first month of the tenant's earliest dated association, if it lies in the TTM that ends at L.
  func firstMonth(within last: Int) -> Int? {
    QualifiedUsage.isWithinYear(earliest, last) ? earliest : nil
  }

  /// The month's total, less what dated associations began with.
  func earnedTotal(at last: Int) -> Int64 {
    total { row in
      // Without a fact at L the association is not looked at (scoring.md §12).
      guard let now = value(row, last) else { return nil }
      guard let first = rows[row].firstMonth, QualifiedUsage.isWithinYear(first, last) else {
        return now
      }
      return max(0, now &- (value(row, first) ?? 0))
    }
  }

  /// The total a year before L, without associations dated since.
  func baselineTotal(at last: Int) -> Int64 {
    total { row in
      if let first = rows[row].firstMonth, QualifiedUsage.isWithinYear(first, last) { return nil }
      return value(row, last - ScoringMonths.year)
    }
  }

  /// Nil where the row has no fact.
  private func value(_ row: Int, _ lane: Int) -> Int64? {
    guard (0..<lanes).contains(lane), rows[row].present & (1 << UInt64(lane)) != 0 else {
      return nil
    }
    return values[row * lanes + lane]
  }

  /// V of each workload, the largest over its associations, added up.
  private func total(_ value: (Int) -> Int64?) -> Int64 {
    var sum: Int64 = 0
    var index = 0
    while index < rows.count {
      let workload = rows[index].workload
      var largest: Int64?
      while index < rows.count, rows[index].workload == workload {
        if let value = value(index) { largest = max(largest ?? value, value) }
        index += 1
      }
      sum &+= largest ?? 0
    }
    return sum
  }

  private static func isWithinYear(_ lane: Int, _ last: Int) -> Bool {
    lane > last - ScoringMonths.year && lane <= last
  }
}
