/// Usage of a tenant some of whose associations are dated (scoring.md §4 and §12, qualified usage).
///
/// An association dated within the TTM earns only what came after its first month, and nothing of it
/// is baseline. Few tenants have dated associations, so this reads rows, not columns.
struct QualifiedUsage {
  private struct Row {
    var workload: UInt16
    var number: Int
    var firstMonth: Int?
  }

  /// Those that a total adds up; none where tenants are counted.
  private let rows: [Row]
  /// Nil where there are no rows to be looked up in it.
  private let table: SeriesTable?
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
    var rows: [Row] = []
    if let field = measure.totalField {
      for row in table.rows(of: tenant, field) where plan.admits(row, of: table, in: scope) {
        let first = table.associationDay(ofRow: row).map { window.lane($0.month) }
        rows.append(Row(workload: table.workload[row], number: row, firstMonth: first))
      }
    }
    self.rows = rows
    self.table = rows.isEmpty ? nil : copy table
  }

  /// The first month of the tenant's earliest dated association, if it lies in the TTM that ends at L.
  func firstMonth(within last: Int) -> Int? {
    QualifiedUsage.isWithinYear(earliest, last) ? earliest : nil
  }

  /// The month's total, less what dated associations began with.
  func earnedTotal(at last: Int) -> Int64 {
    total { row, table in
      // Without a fact at L the association is not looked at (scoring.md §12).
      guard let now = table.value(row: row.number, lane: last) else { return nil }
      guard let first = row.firstMonth, QualifiedUsage.isWithinYear(first, last) else { return now }
      return max(0, now &- (table.value(row: row.number, lane: first) ?? 0))
    }
  }

  /// The total a year before L, without associations dated since.
  func baselineTotal(at last: Int) -> Int64 {
    total { row, table in
      if let first = row.firstMonth, QualifiedUsage.isWithinYear(first, last) { return nil }
      return table.value(row: row.number, lane: last - ScoringMonths.year)
    }
  }

  /// V of each workload, the largest over its associations, added up.
  private func total(_ value: (Row, SeriesTable) -> Int64?) -> Int64 {
    guard let table else { return 0 }
    var sum: Int64 = 0
    var index = 0
    while index < rows.count {
      let workload = rows[index].workload
      var largest: Int64?
      while index < rows.count, rows[index].workload == workload {
        if let value = value(rows[index], table) { largest = max(largest ?? value, value) }
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
