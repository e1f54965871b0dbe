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

  init(plan: EvaluationPlan, months: ScoringMonths, window: MonthWindow) {
    self.plan = plan
    self.months = months
    self.window = window
    recentDays = months.recentLanes.map {
      window.month($0.lowerBound).firstDay...window.month($0.upperBound).lastDay
    }
    columns = TenantColumns(plan)
    workloadValues = [Int64](repeating: 0, count: plan.lanes)
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
    var counter = WorkloadCounter(plan: plan, months: months, sign: sign, tally: tally)
    tally = Tally.empty
    for tenant in tenants {
      read(tenant, of: table, for: &counter)
      countTenant(tenant, of: table, sign: sign, in: &counter.tally)
    }
    tally = counter.tally
  }

  /// Counts the tenant at hand in every measure of tenants that it touches.
  private func countTenant(
    _ tenant: Int, of table: borrowing SeriesTable, sign: Int64, in tally: inout Tally
  ) {
    let isDated = table.hasAssociationDays && table.isDated(tenant, within: recentDays)
    for index in plan.tenantMeasures.indices {
      let (number, core) = plan.tenantMeasures[index]
      guard touches(core) else { continue }
      if months.areDeep {
        let met = metLanes(core)
        if met == 0 { continue }
        if !isDated || !core.isQualified {
          count(number, core, met, sign: sign, in: &tally)
          continue
        }
      }
      var dated: QualifiedUsage?
      if isDated, core.isQualified, let usage = plan.measures[number] {
        dated = QualifiedUsage(usage, tenant, table, plan, window)
      }
      for month in months.last.indices {
        let last = months.last[month]
        let counted = core.comparison.compared(
          current(core, at: last, dated), baseline(core, at: last, dated))
        tally.count(counted, measure: number, month: month, sign: sign)
      }
    }
  }

  /// Counts the tenant at hand in the months in which it meets a measure's tests.
  private func count(
    _ number: Int, _ core: EvaluationPlan.Core, _ met: UInt64, sign: Int64, in tally: inout Tally
  ) {
    for month in months.last.indices {
      let last = months.last[month]
      let counted = core.comparison.compared(
        metAmount(core, met, at: last), metAmount(core, met, at: last - ScoringMonths.year))
      tally.count(counted, measure: number, month: month, sign: sign)
    }
  }

  private func metAmount(_ core: EvaluationPlan.Core, _ met: UInt64, at lane: Int) -> Int64 {
    guard met >> UInt64(lane) & 1 != 0 else { return 0 }
    return core.sum.map { columns.value(of: $0, at: lane, core.period) } ?? 1
  }

  /// Whether the tenant at hand has anything that the measure reads.
  private func touches(_ core: EvaluationPlan.Core) -> Bool {
    for column in core.columns where columns.touched[plan.testedColumns[column]] { return true }
    return false
  }

  /// The same of all that is known of the measure.
  func touches(_ usage: EvaluationPlan.Usage) -> Bool { touches(usage.core) }

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
        for pass in passes { read(first..<row, of: table, plan.passes[pass], for: &visitor) }
      }
    }
  }

  /// Takes V of a workload in a pass: the largest of its rows that are admitted.
  private mutating func read(
    _ rows: Range<Int>, of table: borrowing SeriesTable, _ pass: EvaluationPlan.Pass,
    for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[rows.lowerBound])
    var admitted = 0
    var first = rows.lowerBound
    for row in rows where plan.admits(row, of: table, pass) {
      if admitted == 0 { first = row }
      admitted += 1
    }
    if admitted == 0 || pass.isConsumption && plan.unitFields[workload] != pass.field { return }
    if admitted == 1, !pass.isConsumption {
      let values = table.values.span.extracting(table.months(ofRow: first))
      columns.take(values, pass, plan)
      visitor.visit(workload, in: pass, values: values)
      return
    }
    // Taken out while it is read: a span of it would hold all of this evaluator.
    var values: [Int64] = []
    swap(&values, &workloadValues)
    TenantEvaluator.takeLargest(first..<rows.upperBound, of: table, pass, plan, &values)
    columns.take(values.span, pass, plan)
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
    let place = Int(table.workload[row]) * associationCount + Int(table.association[row])
    return admission[place] & 1 << UInt64(pass.scope) != 0
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
