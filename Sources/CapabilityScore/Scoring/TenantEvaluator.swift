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
    for word in columns.measures.indices {
      var touched = columns.measures[word]
      while touched != 0 {
        let index = word * UInt64.bitWidth + touched.trailingZeroBitCount
        touched &= touched - 1
        countTenant(tenant, plan.tenantMeasures[index], isDated, of: table, in: &counter)
      }
    }
  }

  @inline(__always)
  private func countTenant(
    _ tenant: Int, _ measure: (number: Int, core: EvaluationPlan.Core), _ isDated: Bool,
    of table: borrowing SeriesTable, in counter: inout WorkloadCounter
  ) {
    let (number, core) = measure
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

  // MARK: Columns

  /// Builds the columns of a tenant, and shows V of each workload of each pass to the visitor.
  mutating func read(
    _ tenant: Int, of table: borrowing SeriesTable, for visitor: inout some WorkloadVisitor
  ) {
    columns.clear()
    for index in plan.passes.walks.indices {
      let walk = plan.passes.walks[index]
      let rows = table.rows(of: tenant, walk.field)
      var row = rows.lowerBound
      while row < rows.upperBound {
        let first = row
        let workload = table.workload[first]
        repeat { row += 1 } while row < rows.upperBound && table.workload[row] == workload
        let isWeighted = !walk.weighted.isEmpty && plan.unitFields[Int(workload)] == walk.field
        if row - first > 2 || isWeighted {
          read(first..<row, of: table, walk, isWeighted, for: &visitor)
        } else {
          read(first, row - first == 2 ? first + 1 : nil, of: table, walk, for: &visitor)
        }
      }
    }
  }

  /// Takes V of a workload that has one row, or two: in all scopes that admit the same of them at once.
  private mutating func read(
    _ first: Int, _ second: Int?, of table: borrowing SeriesTable, _ walk: EvaluationPasses.Walk,
    for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[first])
    let turn = plan.turn(first, second, of: table, walk)
    if turn.first >= 0 {
      take(
        table.values.span.extracting(table.months(ofRow: first)), of: workload, Int(turn.first),
        for: &visitor)
    }
    guard let second else { return }
    if turn.second >= 0 {
      take(
        table.values.span.extracting(table.months(ofRow: second)), of: workload, Int(turn.second),
        for: &visitor)
    }
    if turn.both >= 0 {
      // Taken out while it is read: a span of it would hold all of this evaluator.
      var values: [Int64] = []
      swap(&values, &workloadValues)
      plan.takeLarger(first, second, of: table, plan.passes.passes[Int(turn.both)].scopes, &values)
      take(values.span, of: workload, Int(turn.both), for: &visitor)
      swap(&values, &workloadValues)
    }
  }

  /// Takes V of a workload: the largest of the rows that a scope admits.
  private mutating func read(
    _ rows: Range<Int>, of table: borrowing SeriesTable, _ walk: EvaluationPasses.Walk,
    _ isWeighted: Bool, for visitor: inout some WorkloadVisitor
  ) {
    let workload = Int(table.workload[rows.lowerBound])
    // Taken out while it is read: a span of it would hold all of this evaluator.
    var values: [Int64] = []
    swap(&values, &workloadValues)
    var rest =
      walk.scopes & rows.reduce(UInt64(0)) { $0 | plan.scopes(admitting: $1, of: table) }
    while rest != 0 {
      let alike = plan.scopes(of: rest, alikeIn: rows, of: table)
      rest &= ~alike
      let scope = alike & (0 &- alike)
      if !isWeighted, let row = plan.onlyRow(of: rows, in: scope, of: table) {
        let months = table.values.span.extracting(table.months(ofRow: row))
        take(months, of: workload, in: walk.passes, alike, for: &visitor)
        continue
      }
      plan.takeLargest(rows, of: table, scope, &values)
      take(values.span, of: workload, in: walk.passes, alike, for: &visitor)
      if isWeighted {
        LaneKernels.scale(&values, by: plan.rates[workload])
        take(values.span, of: workload, in: walk.weighted, alike, for: &visitor)
      }
    }
    swap(&values, &workloadValues)
  }

  private mutating func take(
    _ values: Span<Int64>, of workload: Int, in passes: Range<Int32>, _ scopes: UInt64,
    for visitor: inout some WorkloadVisitor
  ) {
    for number in passes.places where plan.passes.passes[number].scopes & scopes != 0 {
      take(values, of: workload, number, for: &visitor)
    }
  }

  @inline(__always)
  private mutating func take(
    _ values: Span<Int64>, of workload: Int, _ number: Int, for visitor: inout some WorkloadVisitor
  ) {
    let pass = plan.passes.passes[number]
    columns.take(values, pass, plan.passes)
    visitor.visit(workload, in: pass, values: values)
  }
}
