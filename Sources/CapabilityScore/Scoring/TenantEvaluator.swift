/// Evaluates tenants one by one: the one place where usage is tested against the rules.
///
/// It owns the columns of the tenant at hand, so that nothing is allocated per tenant.
struct TenantEvaluator {
  let plan: EvaluationPlan
  let months: ScoringMonths
  let window: MonthWindow
  /// `[column × lanes + lane]` of the tenant at hand.
  private(set) var columns: [Int64]
  /// Columns that the tenant at hand has rows for.
  private(set) var touched: [Bool]
  /// V of the workload at hand, by lane.
  private var workloadValues: [Int64]

  init(plan: EvaluationPlan, months: ScoringMonths, window: MonthWindow) {
    self.plan = plan
    self.months = months
    self.window = window
    columns = [Int64](repeating: 0, count: plan.columns.count * plan.lanes)
    touched = [Bool](repeating: false, count: plan.columns.count)
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
    let isDated = table.hasAssociationDays && table.hasAssociationDay(tenant)
    for index in plan.tenantMeasures.indices {
      let (number, core) = plan.tenantMeasures[index]
      guard touches(core) else { continue }
      let dated =
        isDated && core.isQualified
        ? plan.measures[number].flatMap { QualifiedUsage($0, tenant, table, plan, window) } : nil
      if dated == nil, core.sum == nil, months.areDeep {
        countMet(number, core, sign: sign, in: &tally)
        continue
      }
      for month in months.last.indices {
        let last = months.last[month]
        let place = Tally.place(measure: number, month: month)
        let (now, then) = core.comparison.compared(
          current(core, at: last, dated), baseline(core, at: last, dated))
        tally.amounts[place] &+= sign &* now
        tally.amounts[place + 1] &+= sign &* then
      }
    }
  }

  /// Counts a tenant that either counts or does not: all months at once, a bit each.
  private func countMet(
    _ number: Int, _ core: EvaluationPlan.Core, sign: Int64, in tally: inout Tally
  ) {
    let met = metLanes(core)
    guard met != 0 else { return }
    for month in months.last.indices {
      let last = months.last[month]
      let (now, then) = core.comparison.compared(
        Int64(met >> UInt64(last) & 1), Int64(met >> UInt64(last - ScoringMonths.year) & 1))
      let place = Tally.place(measure: number, month: month)
      tally.amounts[place] &+= sign &* now
      tally.amounts[place + 1] &+= sign &* then
    }
  }

  /// Whether the tenant at hand has anything that the measure reads.
  private func touches(_ core: EvaluationPlan.Core) -> Bool {
    for column in core.columns where touched[plan.testedColumns[column]] { return true }
    return false
  }

  // MARK: Columns

  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  mutating func read(
    _ tenant: Int, of table: borrowing SeriesTable, for visitor: inout some WorkloadVisitor
  ) {
    reset()
    for number in plan.passes.indices {
      let rows = table.rows(of: tenant, plan.passes[number].field)
      if rows.isEmpty { continue }
      let pass = plan.passes[number]
      var row = rows.lowerBound
      while row < rows.upperBound {
        let workload = Int(table.workload[row])
        guard readWorkload(&row, rows.upperBound, of: table, pass) else { continue }
        for index in pass.columns { fold(into: plan.passColumns[index]) }
        visitor.visit(workload, in: pass, values: workloadValues)
      }
    }
  }

  private mutating func reset() {
    for column in touched.indices where touched[column] {
      touched[column] = false
      let lanes = plan.lanes
      var all = columns.mutableSpan
      LaneKernels.clear(&all, at: column * lanes, lanes: lanes)
    }
  }

  /// Takes V of the workload that begins at `row`, and moves on to the next workload.
  ///
  /// - Returns: False where no row of the workload is admitted.
  private mutating func readWorkload(
    _ row: inout Int, _ end: Int, of table: borrowing SeriesTable, _ pass: EvaluationPlan.Pass
  ) -> Bool {
    let workload = table.workload[row]
    let base = Int(workload) * plan.associationCount
    let bit: UInt64 = 1 << UInt64(pass.scope)
    var admitted = 0
    var negatives = false
    var first = row
    let start = row
    while row < end, table.workload[row] == workload {
      if plan.admission[base + Int(table.association[row])] & bit != 0 {
        if admitted == 0 { first = row }
        admitted += 1
      }
      row += 1
    }
    guard admitted > 0 else { return false }
    let lanes = plan.lanes
    copyRow(first, of: table)
    if admitted > 1 {
      for other in start..<row
      where plan.admission[base + Int(table.association[other])] & bit != 0 {
        var largest = workloadValues.mutableSpan
        let isNegative = LaneKernels.keepLarger(
          table.values.span, row: other, lanes: lanes, in: &largest)
        negatives = negatives || isNegative
      }
      if negatives { takeLargestPresent(start..<row, base, bit, of: table) }
    }
    guard pass.isConsumption else { return true }
    guard plan.unitFields[Int(workload)] == pass.field else { return false }
    let rate = plan.rates[Int(workload)]
    var weighted = workloadValues.mutableSpan
    LaneKernels.scale(&weighted, lanes: lanes, by: rate)
    return true
  }

  private mutating func copyRow(_ row: Int, of table: borrowing SeriesTable) {
    let lanes = plan.lanes
    var target = workloadValues.mutableSpan
    LaneKernels.copy(table.values.span, row: row, lanes: lanes, to: &target)
  }

  /// The largest value over associations that have the fact at all: a credit stays a credit although
  /// another association, which has no fact that month, reads as 0 (scoring.md §12).
  private mutating func takeLargestPresent(
    _ rows: Range<Int>, _ base: Int, _ bit: UInt64, of table: borrowing SeriesTable
  ) {
    for lane in 0..<plan.lanes {
      var largest: Int64?
      for row in rows where plan.admission[base + Int(table.association[row])] & bit != 0 {
        guard let value = table.value(row: row, lane: lane) else { continue }
        largest = max(largest ?? value, value)
      }
      workloadValues[lane] = largest ?? 0
    }
  }

  private mutating func fold(into column: Int) {
    touched[column] = true
    TenantEvaluator.fold(
      workloadValues, into: &columns, at: column * plan.lanes, lanes: plan.lanes,
      plan.columns[column].reduction)
  }

  private static func fold(
    _ values: [Int64], into columns: inout [Int64], at start: Int, lanes: Int,
    _ reduction: EvaluationPlan.Reduction
  ) {
    var all = columns.mutableSpan
    switch reduction {
    case .sum: LaneKernels.add(values.span, lanes: lanes, to: &all, at: start)
    case .anyWithin(let bounds):
      LaneKernels.hit(
        values.span, lanes: lanes, least: bounds.least, greatest: bounds.greatest, in: &all,
        at: start)
    }
  }
}
