/// Raises one tenant until it meets the tests of a measure, and notes the edits that do it.
struct TenantRaise {
  private let ground: PlanGround
  private let usage: EvaluationPlan.Usage
  private let tenant: String
  private(set) var edits: [ScenarioEdit] = []
  /// What is done, in words: `+2 paid seats of Teams`.
  private(set) var words: [String] = []
  private var table: SeriesTable
  private var reading: UsageReading

  /// - Parameters:
  ///   - tenant: The id that edits name.
  ///   - table: Its usage alone.
  init(
    _ ground: PlanGround, _ usage: EvaluationPlan.Usage, tenant: String, table: SeriesTable
  ) {
    self.ground = ground
    self.usage = usage
    self.tenant = tenant
    self.table = table
    reading = UsageReading(ground.scorer)
    reading.read(0, of: table)
  }

  /// - Parameter workload: The workload of a pair; nil where the tenant is counted.
  /// - Returns: Whether the tests are met then.
  mutating func raise(workload: Int? = nil) -> Bool {
    for (test, resolved) in zip(usage.rule.tests, usage.tests) where workload == nil {
      if reading.evaluator.isMet(resolved, at: ground.last, usage.rule.period) { continue }
      switch test {
      case .total(let amount, let bounds):
        let found = reading.read(test, resolved, usage, at: ground.last)
        raise(amount, by: bounds.shortfall(of: found.value) ?? 0, of: largest(amount))
      case .anyWorkload(let amount, let bounds):
        let nearest = nearest(amount, bounds)
        raise(
          amount, by: bounds.least &- (nearest?.value ?? 0),
          of: nearest?.workload ?? largest(amount))
      case .share(let part, _, _, _):
        let found = reading.read(test, resolved, usage, at: ground.last)
        let missing = test.missingPart(part: found.value, whole: found.whole ?? 0)
        raise(.field(part), by: missing, of: largest(.field(part)))
      }
    }
    guard let workload else { return isCounted }
    return raisePair(workload)
  }

  /// Usage from before the partner was associated may keep a tenant from counting (scoring.md §4).
  private var isCounted: Bool {
    let scorer = ground.scorer
    let dated =
      usage.rule.isQualified
      ? QualifiedUsage(usage.core, 0, table, scorer.plan, scorer.window) : nil
    return reading.evaluator.current(usage, at: ground.last, dated) != 0
  }

  /// Lets an amount grow where most of it comes from.
  mutating func grow(_ amount: Amount, by change: Int64) {
    raise(amount, by: change, of: largest(amount))
  }

  /// Whether it counted a year ago.
  func countedBefore(workload: Int?) -> Bool {
    let before = ground.last - ScoringMonths.year
    guard let workload, let amount = usage.rule.tests.first?.amount else {
      return reading.evaluator.meets(usage, at: before)
    }
    return usage.pairMeets(values(amount, of: workload).span, at: before)
  }

  private mutating func raisePair(_ workload: Int) -> Bool {
    guard let test = usage.rule.tests.first, let amount = test.amount, let bounds = test.bounds
    else { return false }
    let value = usage.pairValue(values(amount, of: workload).span, at: ground.last)
    raise(amount, by: bounds.shortfall(of: value) ?? 0, of: workload)
    return usage.pairMeets(values(amount, of: workload).span, at: ground.last)
  }

  private func values(_ amount: Amount, of workload: Int) -> [Int64] {
    reading.values(usage.rule.scope, amount).first { $0.workload == workload }?.lanes ?? []
  }

  /// The workload that most of an amount comes from at L.
  private func largest(_ amount: Amount) -> Int? {
    let values = reading.values(usage.rule.scope, amount)
    return values.max { $0.lanes[ground.last] < $1.lanes[ground.last] }?.workload
      ?? reading.values.first { $0.isIn(usage.rule.scope) }?.workload
  }

  private func nearest(_ amount: Amount, _ bounds: Bounds) -> (workload: Int, value: Int64)? {
    reading.values(usage.rule.scope, amount)
      .map { (workload: $0.workload, value: $0.lanes[ground.last]) }
      .filter { $0.value < bounds.least }
      .max { $0.value < $1.value }
  }

  /// Adds to the largest association's value at L, which is the one that counts (scoring.md §1).
  private mutating func raise(_ amount: Amount, by missing: Int64, of workload: Int?) {
    guard missing > 0, let workload else { return }
    let (field, change) = fieldAndChange(amount, missing, workload)
    let rows = table.rows(of: 0, field).filter {
      Int(table.workload[$0]) == workload
        && ground.admits(usage.rule.scope, workload, Int(table.association[$0]))
    }
    let best = rows.max {
      table.value(row: $0, lane: ground.last) ?? .min < table.value(row: $1, lane: ground.last)
        ?? .min
    }
    let association: Int
    if let best {
      association = Int(table.association[best])
    } else if let other = admittedAssociation(workload) {
      association = other
    } else {
      return
    }
    let key = SeriesTable.RowKey(field: field, workload: workload, association: association)
    let row = table.rowForEditing(key)
    let value = max(0, table.values[row * table.lanes + ground.last] &+ change)
    table.set(value, row: row, lane: ground.last)
    note(field, change, workload, association)
    reading.read(0, of: table)
  }

  private func admittedAssociation(_ workload: Int) -> Int? {
    let used = table.association.indices.first {
      Int(table.workload[$0]) == workload
        && ground.admits(usage.rule.scope, workload, Int(table.association[$0]))
    }
    if let used { return Int(table.association[used]) }
    return ground.edited.names.associations.indices.first {
      ground.admits(usage.rule.scope, workload, $0)
    }
  }

  /// Consumption is raised by units, money by whole dollars.
  private func fieldAndChange(
    _ amount: Amount, _ missing: Int64, _ workload: Int
  ) -> (Field, Int64) {
    guard case .consumption = amount else {
      guard case .field(let field) = amount else { return (.users, missing) }
      let unit = field.isMoney ? Quantity.one : 1
      return (field, (missing &+ unit &- 1) / unit &* unit)
    }
    let rate = max(1, ground.scorer.plan.rates[workload])
    return (ground.scorer.plan.unitFields[workload], (missing &+ rate &- 1) / rate)
  }

  private mutating func note(_ field: Field, _ change: Int64, _ workload: Int, _ association: Int) {
    let names = ground.edited.names
    edits.append(
      .usage(
        UsageEdit(
          tenant: tenant, workload: names.workloads[workload],
          association: names.associations[association], field: EditField(field),
          months: ground.months,
          operation: .add(
            field.isMoney ? Quantity(millionths: change) : Quantity(Int(change))))))
    words.append("+\(field.unit.words(change)) of \(names.workloads[workload])")
  }
}
