/// Evaluates tenants one by one: the one place where usage is tested against the rules.
///
/// It owns the columns of the tenant at hand, so that nothing is allocated per tenant.
struct TenantEvaluator {
  let plan: EvaluationPlan
  let months: ScoringMonths
  let window: MonthWindow
  /// The days that lie in any of the trailing years: earlier associations are like undated ones.
  private let recentDays: ClosedRange<Day>?
  /// What the rules read of the tenant at hand.
  private(set) var columns: TenantColumns
  /// V of the workload at hand, by lane, where it is not a row of the table.
  private var workloadValues: [Int64]
  private var sums: ContributionSums

  init(plan: EvaluationPlan, months: ScoringMonths, window: MonthWindow) {
    self.plan = plan
    self.months = months
    self.window = window
    recentDays = months.recentLanes.map {
      window.month($0.lowerBound).firstDay...window.month($0.upperBound).lastDay
    }
    columns = TenantColumns(plan, months)
    workloadValues = [Int64](repeating: 0, count: plan.lanes)
    sums = ContributionSums(plan)
  }

  /// Adds (sign 1) or takes away (sign −1) a tenant's contribution.
  mutating func add(
    _ tenant: Int, of table: borrowing SeriesTable, sign: Int64, to tally: inout Tally
  ) {
    add(tenant..<tenant + 1, of: table, sign: sign, to: &tally)
  }

  /// The same for many tenants.
  mutating func add(
    _ tenants: Range<Int>, of table: borrowing SeriesTable, sign: Int64, to tally: inout Tally
  ) {
    guard !months.last.isEmpty else { return }
    var counter = WorkloadCounter(
      plan: plan, months: months, sign: sign, tally: tally, sums: sums)
    tally = Tally.empty
    sums = ContributionSums.empty
    for tenant in tenants {
      read(tenant, of: table, for: &counter)
      countTenant(tenant, of: table, in: &counter)
    }
    counter.settle()
    tally = counter.tally
    sums = counter.sums
  }

  /// Counts the tenant at hand in every measure of tenants that it touches.
  private func countTenant(
    _ tenant: Int, of table: borrowing SeriesTable, in counter: inout WorkloadCounter
  ) {
    let isDated = table.hasAssociationDays && table.isDated(tenant, within: recentDays)
    for index in plan.tenantMeasures.indices {
      // Most measures are not touched: no more of them is read.
      guard touches(plan.tenantMeasures[index].core.columns) else { continue }
      let (number, core) = plan.tenantMeasures[index]
      let isQualified = isDated && core.isQualified
      if months.areDeep {
        let met = metLanes(core)
        if met == 0 { continue }
        if !isQualified, core.sum == nil || core.addsMonths {
          count(number, core, met, in: &counter)
          continue
        }
      }
      count(number, core, isQualified ? tenant : nil, of: table, in: &counter)
    }
  }

  /// Counts the tenant at hand in all months at once.
  ///
  /// - Parameter met: The lanes in which it meets the tests.
  @inline(__always)
  private func count(
    _ number: Int, _ core: EvaluationPlan.Core, _ met: UInt64, in counter: inout WorkloadCounter
  ) {
    guard let sum = core.sum else {
      if counter.sums.isFull { counter.settle() }
      counter.sums.count(number, core.comparison, now: months.now(met), then: months.then(met))
      return
    }
    columns.months(of: sum) { values in
      if core.tests.isEmpty {
        counter.sums.add(values, to: number)
      } else {
        counter.sums.add(values, where: met, to: number)
      }
    }
  }

  /// Counts the tenant at hand month by month.
  ///
  /// - Parameter tenant: Its number, where associations of its own are to be looked at.
  private func count(
    _ number: Int, _ core: EvaluationPlan.Core, _ tenant: Int?, of table: borrowing SeriesTable,
    in counter: inout WorkloadCounter
  ) {
    var dated: QualifiedUsage?
    if let tenant, let usage = plan.measures[number] {
      dated = QualifiedUsage(usage, tenant, table, plan, window)
    }
    for month in months.last.indices {
      let last = months.last[month]
      let counted = core.comparison.compared(
        current(core, at: last, dated), baseline(core, at: last, dated))
      counter.tally.count(counted, measure: number, month: month, sign: counter.sign)
    }
  }

  /// Whether the tenant at hand has anything in some of the columns that measures read.
  private func touches(_ read: Range<Int>) -> Bool {
    for column in read where columns.touched[plan.testedColumns[column]] { return true }
    return false
  }

  /// Whether the tenant at hand has anything that the measure reads.
  func touches(_ usage: EvaluationPlan.Usage) -> Bool { touches(usage.core.columns) }

  // MARK: Columns

  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  mutating func read(
    _ tenant: Int, of table: borrowing SeriesTable, for visitor: inout some WorkloadVisitor
  ) {
    columns.clear()
    for index in plan.fields.indices {
      let (field, passes) = plan.fields[index]
      let rows = table.rows(of: tenant, field)
      var row = rows.lowerBound
      while row < rows.upperBound {
        let first = row
        repeat {
          row += 1
        } while row < rows.upperBound && table.workload[row] == table.workload[first]
        var admitted: UInt64 = 0
        for other in first..<row { admitted |= plan.scopes(admitting: other, of: table) }
        if admitted == 0 { continue }
        for pass in passes where admitted & plan.passes[pass].bit != 0 {
          read(first..<row, of: table, plan.passes[pass], for: &visitor)
        }
      }
    }
  }

  /// Takes V of a workload in a pass that admits some of its rows: the largest of these.
  private mutating func read(
    _ rows: Range<Int>, of table: borrowing SeriesTable, _ pass: EvaluationPlan.Pass,
    for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[rows.lowerBound])
    if pass.isConsumption && plan.unitFields[workload] != pass.field { return }
    var first = rows.lowerBound
    var admitted = 1
    if rows.count > 1 {
      admitted = 0
      for row in rows where plan.admits(row, of: table, pass) {
        if admitted == 0 { first = row }
        admitted += 1
      }
    }
    if admitted == 1, !pass.isConsumption {
      let values = table.values.span.extracting(table.months(ofRow: first))
      columns.take(values, ofRow: first, pass, plan)
      visitor.visit(workload, in: pass, values: values)
      return
    }
    // Taken out while it is read: a span of it would hold all of this evaluator.
    var values: [Int64] = []
    swap(&values, &workloadValues)
    TenantEvaluator.takeLargest(first..<rows.upperBound, of: table, pass, plan, &values)
    columns.take(values.span, ofRow: nil, pass, plan)
    visitor.visit(workload, in: pass, values: values.span)
    swap(&values, &workloadValues)
  }

  /// - Parameter rows: Of a workload, the first of them admitted.
  private static func takeLargest(
    _ rows: Range<Int>, of table: borrowing SeriesTable, _ pass: EvaluationPlan.Pass,
    _ plan: EvaluationPlan, _ largest: inout [Int64]
  ) {
    var isNegative = false
    let values = table.values.span
    LaneKernels.copy(values.extracting(table.months(ofRow: rows.lowerBound)), to: &largest)
    for row in rows where plan.admits(row, of: table, pass) {
      let months = values.extracting(table.months(ofRow: row))
      isNegative = LaneKernels.keepLarger(months, in: &largest) || isNegative
    }
    if isNegative {
      for lane in 0..<plan.lanes { largest[lane] = plan.largest(of: rows, lane, of: table, pass) }
    }
    guard pass.isConsumption else { return }
    LaneKernels.scale(&largest, by: plan.rates[Int(table.workload[rows.lowerBound])])
  }
}

extension EvaluationPlan {
  @inline(__always)
  fileprivate func admits(_ row: Int, of table: borrowing SeriesTable, _ pass: Pass) -> Bool {
    scopes(admitting: row, of: table) & pass.bit != 0
  }

  /// The scopes that admit a row, a bit each.
  @inline(__always)
  fileprivate func scopes(admitting row: Int, of table: borrowing SeriesTable) -> UInt64 {
    admission[Int(table.workload[row]) * associationCount + Int(table.association[row])]
  }

  /// The largest value over associations that have the fact at all: a credit stays a credit although
  /// another association, which has no fact that month, reads as 0 (scoring.md §12).
  fileprivate func largest(
    of rows: Range<Int>, _ lane: Int, of table: borrowing SeriesTable, _ pass: Pass
  ) -> Int64 {
    var largest: Int64?
    for row in rows where admits(row, of: table, pass) {
      guard let value = table.value(row: row, lane: lane) else { continue }
      largest = max(largest ?? value, value)
    }
    return largest ?? 0
  }
}
