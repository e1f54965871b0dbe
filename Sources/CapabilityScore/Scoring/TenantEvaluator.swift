/// Evaluates tenants one by one: the one place where usage is tested against the rules.
///
/// It owns the columns of the tenant at hand, so that nothing is allocated per tenant.
struct TenantEvaluator {
  let plan: EvaluationPlan
  let months: ScoringMonths
  let window: MonthWindow
  private let prefetch: Prefetch?
  /// The days that lie in any of the trailing years: earlier associations are like undated ones.
  private let recentDays: ClosedRange<Day>?
  /// What the rules read of the tenant at hand.
  private(set) var columns: TenantColumns
  /// V of the workload at hand, by lane, where it is not a row of the table.
  private var workloadValues: [Int64]
  private var sums: ContributionSums

  init(
    plan: EvaluationPlan, months: ScoringMonths, window: MonthWindow, prefetch: Prefetch?
  ) {
    self.plan = plan
    self.months = months
    self.window = window
    self.prefetch = prefetch
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
    let measures = plan.tenantMeasures.span
    var touched = columns.measures
    while touched != 0 {
      let first = touched.trailingZeroBitCount
      let end = first < EvaluationPlan.sharedBit ? first &+ 1 : measures.count
      touched &= touched &- 1
      for index in first..<end {
        countTenant(
          tenant, measures[index].number, measures[index].core, isDated, of: table, in: &counter)
      }
    }
  }

  @inline(__always)
  private func countTenant(
    _ tenant: Int, _ number: Int, _ core: EvaluationPlan.Core, _ isDated: Bool,
    of table: borrowing SeriesTable, in counter: inout WorkloadCounter
  ) {
    let met = months.areDeep ? metLanes(core) : nil
    if met == 0 { return }
    if isDated, core.isQualified,
      let dated = QualifiedUsage(core, tenant, table, plan, window)
    {
      count(number, core, dated, met, in: &counter)
    } else if let met, core.sum == nil || core.addsMonths {
      count(number, core, met, in: &counter)
    } else {
      count(number, core, nil, met, in: &counter)
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
  /// - Parameter met: The lanes in which it meets the tests, where the months are deep.
  private func count(
    _ number: Int, _ core: EvaluationPlan.Core, _ dated: QualifiedUsage?, _ met: UInt64?,
    in counter: inout WorkloadCounter
  ) {
    func isMet(_ lane: Int) -> Bool {
      if let met { met >> UInt64(lane) & 1 != 0 } else { meets(core, at: lane) }
    }
    for month in months.last.indices {
      let last = months.last[month]
      let counted = core.comparison.compared(
        current(core, at: last, dated, isMet), baseline(core, at: last, dated, isMet))
      counter.tally.count(counted, measure: number, month: month, sign: counter.sign)
    }
  }

  /// Whether the tenant at hand has anything that the measure reads.
  func touches(_ usage: EvaluationPlan.Usage) -> Bool {
    usage.columns.contains(where: columns.touches)
  }

  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  mutating func read(
    _ tenant: Int, of table: borrowing SeriesTable, for visitor: inout some WorkloadVisitor
  ) {
    plan.read(
      tenant, of: table, prefetch, into: &columns, &workloadValues, for: &visitor)
  }
}
