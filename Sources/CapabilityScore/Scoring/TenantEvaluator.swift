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
    guard !months.last.isEmpty else { return }
    var counter = WorkloadCounter(plan: plan, months: months, sign: sign, tally: tally)
    tally = Tally.empty
    read(tenant, of: table, for: &counter)
    tally = counter.tally
    for (number, usage) in plan.measures.enumerated() {
      guard let usage, usage.columns.contains(where: { touched[$0] }) else { continue }
      let dated = usage.rule.isQualified ? QualifiedUsage(usage, tenant, table, plan, window) : nil
      for (month, last) in months.last.enumerated() {
        let counted = usage.compared(
          current(usage, at: last, dated), baseline(usage, at: last, dated))
        let place = Tally.place(measure: number, month: month)
        tally.amounts[place] &+= sign &* counted.now
        tally.amounts[place + 1] &+= sign &* counted.then
      }
    }
  }

  // MARK: Columns

  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  mutating func read(
    _ tenant: Int, of table: borrowing SeriesTable, for visitor: inout some WorkloadVisitor
  ) {
    reset()
    for pass in plan.passes {
      var row = table.rows(of: tenant, pass.field).lowerBound
      let end = table.rows(of: tenant, pass.field).upperBound
      while row < end {
        let workload = Int(table.workload[row])
        guard readWorkload(&row, end, of: table, pass) else { continue }
        for column in pass.columns { fold(into: column) }
        visitor.visit(workload, in: pass, values: workloadValues)
      }
    }
  }

  private mutating func reset() {
    for column in touched.indices where touched[column] {
      touched[column] = false
      for lane in column * plan.lanes..<(column + 1) * plan.lanes { columns[lane] = 0 }
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
    for lane in 0..<lanes { workloadValues[lane] = table.values[first * lanes + lane] }
    if admitted > 1 {
      for other in start..<row
      where plan.admission[base + Int(table.association[other])] & bit != 0 {
        for lane in 0..<lanes {
          let value = table.values[other * lanes + lane]
          negatives = negatives || value < 0
          if value > workloadValues[lane] { workloadValues[lane] = value }
        }
      }
      if negatives { takeLargestPresent(start..<row, base, bit, of: table) }
    }
    guard pass.isConsumption else { return true }
    guard plan.unitFields[Int(workload)] == pass.field else { return false }
    let rate = plan.rates[Int(workload)]
    for lane in 0..<lanes { workloadValues[lane] &*= rate }
    return true
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
    let lanes = plan.lanes
    let start = column * lanes
    touched[column] = true
    switch plan.columns[column].reduction {
    case .sum:
      for lane in 0..<lanes { columns[start + lane] &+= workloadValues[lane] }
    case .anyWithin(let bounds):
      let (least, greatest) = (bounds.least, bounds.greatest)
      for lane in 0..<lanes {
        let value = workloadValues[lane]
        columns[start + lane] |= value >= least && value <= greatest ? 1 : 0
      }
    }
  }
}
