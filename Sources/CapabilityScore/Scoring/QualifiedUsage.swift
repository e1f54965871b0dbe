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

  private let rows: [Row]
  private let table: SeriesTable
  private let earliest: Int?

  /// Nil for a tenant without dated associations in the measure's scope.
  ///
  /// Everything is borrowed: a plan that is handed over is copied array by array, for each tenant.
  init?(
    _ usage: borrowing EvaluationPlan.Usage, _ tenant: Int, _ table: borrowing SeriesTable,
    _ plan: borrowing EvaluationPlan, _ window: MonthWindow
  ) {
    guard table.hasAssociationDays else { return nil }
    let bit: UInt64 = 1 << UInt64(usage.rule.scope)
    var rows: [Row] = []
    var earliest: Int?
    for number in table.rows(of: tenant) {
      let place = Int(table.workload[number]) * plan.associationCount
      guard plan.admission[place + Int(table.association[number])] & bit != 0 else { continue }
      let first = table.associationDay(ofRow: number).map { window.lane($0.month) }
      if let first { earliest = min(earliest ?? first, first) }
      if table.field(ofRow: number, tenant: tenant) == usage.totalField {
        rows.append(Row(workload: table.workload[number], number: number, firstMonth: first))
      }
    }
    guard earliest != nil else { return nil }
    self.rows = rows
    self.earliest = earliest
    self.table = copy table
  }

  /// The first month of the tenant's earliest dated association, if it lies in the TTM that ends at L.
  func firstMonth(within last: Int) -> Int? {
    earliest.flatMap { QualifiedUsage.isWithinYear($0, last) ? $0 : nil }
  }

  /// The month's total, less what dated associations began with.
  func earnedTotal(at last: Int) -> Int64 {
    total { row in
      // Without a fact at L the association is not looked at (scoring.md §12).
      guard let now = table.value(row: row.number, lane: last) else { return nil }
      guard let first = row.firstMonth, QualifiedUsage.isWithinYear(first, last) else { return now }
      return max(0, now &- (table.value(row: row.number, lane: first) ?? 0))
    }
  }

  /// The total a year before L, without associations dated since.
  func baselineTotal(at last: Int) -> Int64 {
    total { row in
      if let first = row.firstMonth, QualifiedUsage.isWithinYear(first, last) { return nil }
      return table.value(row: row.number, lane: last - ScoringMonths.year)
    }
  }

  /// V of each workload, the largest over its associations, added up.
  private func total(_ value: (Row) -> Int64?) -> Int64 {
    var sum: Int64 = 0
    var index = 0
    while index < rows.count {
      let workload = rows[index].workload
      var largest: Int64?
      while index < rows.count, rows[index].workload == workload {
        if let value = value(rows[index]) { largest = max(largest ?? value, value) }
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

extension EvaluationPlan.Usage {
  /// The field that a total adds up; nil where tenants are counted.
  fileprivate var totalField: Field? {
    if case .total(.field(let field)) = rule.counted { field } else { nil }
  }
}
