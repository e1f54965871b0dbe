/// Finds the steps of every component of a track, the least effort first.
struct StepFinder {
  let ground: PlanGround
  /// How many steps of a component are wanted.
  private let limit: Int
  let shortfalls: ShortfallScan
  private let associations: AssociationScan
  /// Ids for new tenants that nobody has: some for each component, and one for its growth.
  private let newTenants: [String]

  /// - Complexity: O(usage of the track), in one walk.
  init(_ ground: PlanGround, limit: Int) {
    self.ground = ground
    self.limit = limit
    var shortfalls = ShortfallScan(ground.scorer, last: ground.last, limit: limit)
    var associations = AssociationScan(ground.scorer, last: ground.last, limit: limit)
    ground.forEachTenant { tenant, row, table in
      shortfalls.read(tenant, row: row, of: table)
      associations.read(tenant, row: row, of: table)
    }
    self.shortfalls = shortfalls
    self.associations = associations
    let components = ground.track.metrics.reduce(0) { $0 + $1.components.count }
    newTenants = Array(
      (1...).lazy.map { "new-\($0)" }.filter { ground.edited.tenantNumber(ofID: $0) == nil }
        .prefix(components * (limit + 1)))
  }

  /// The ids for new tenants of a component; the last one is for its growth.
  private func newIDs(_ metric: Int, _ component: Int) -> ArraySlice<String> {
    let before = ground.track.metrics.prefix(metric).reduce(0) { $0 + $1.components.count }
    return newTenants.dropFirst((before + component) * (limit + 1)).prefix(limit + 1)
  }

  /// Steps that each add one to what the component counts.
  func steps(metric: Int, component: Int) -> [PlanStep] {
    let measure = ground.track.metrics[metric].components[component].measure
    guard let usage = ground.scorer.plan.measures[measure] else { return [] }
    let found: [PlanStep]
    switch usage.rule.counted {
    case .total: return []
    case .workloads: found = workloadSteps(usage, measure)
    case .tenants, .pairs:
      found =
        raiseSteps(usage, measure) + associateSteps(usage, measure)
        + newIDs(metric, component).dropLast().compactMap { newTenantStep(usage, id: $0) }
    }
    var subjects = Set<Subject>()
    return found.sorted { $0.effort < $1.effort }
      .filter { step in step.subject.map { subjects.insert($0).inserted } ?? true }
      .map { step in
        var step = step
        step.metric = metric
        step.component = component
        return step
      }
  }

  // MARK: Existing tenants

  private func raiseSteps(_ usage: EvaluationPlan.Usage, _ measure: Int) -> [PlanStep] {
    shortfalls.finds[measure].compactMap { find in
      var raise = TenantRaise(
        ground, usage, tenant: ground.id(find.tenant), table: ground.edited.series(of: find.tenant))
      let before = raise.countedBefore(workload: find.workload)
      guard raise.raise(workload: find.workload), !raise.edits.isEmpty else { return nil }
      let name = ground.edited.tenantLabel(find.tenant)
      return PlanStep(
        kind: before ? .regain : .raise, metric: 0, component: 0,
        subject: find.workload.map { .pair(tenant: find.tenant, workload: $0) }
          ?? .tenant(find.tenant),
        title: "\(name): \(raise.words.joined(separator: ", "))", edits: raise.edits,
        effort: find.shortfall)
    }
  }

  private func associateSteps(_ usage: EvaluationPlan.Usage, _ measure: Int) -> [PlanStep] {
    associations.tenants[measure].compactMap { tenant in
      let months = ground.months(of: usage.rule.period)
      let table = ground.edited.series(of: tenant)
      var edits: [ScenarioEdit] = []
      var names: [String] = []
      for pair in ground.rulebook.scopes[usage.rule.scope].pairs {
        guard let association = pair.associations.first.map({ ground.rulebook.associations[$0] })
        else { continue }
        let workloads = ground.workloads(of: table, in: pair)
        if workloads.isEmpty { continue }
        edits.append(
          .associate(
            AssociateEdit(
              tenant: ground.id(tenant), association: association.id, workloads: workloads,
              months: months)))
        names.append(association.name)
      }
      if edits.isEmpty { return nil }
      return PlanStep(
        kind: .associate, metric: 0, component: 0, subject: .tenant(tenant),
        title: "\(ground.edited.tenantLabel(tenant)): be associated by "
          + names.joined(separator: ", "), edits: edits, effort: ground.effort.association)
    }
  }

  // MARK: New ones

  /// A new customer that just meets the tests of a measure.
  func newTenantStep(
    _ usage: EvaluationPlan.Usage, id: String, growth: (Amount, Int64)? = nil
  ) -> PlanStep? {
    guard let names = ground.admittedNames(usage.rule.scope) else { return nil }
    var values: [(amount: Amount, value: Int64)] = []
    for test in usage.rule.tests {
      switch test {
      case .total(let amount, let bounds), .anyWorkload(let amount, let bounds):
        values.append((amount, bounds.least))
      case .share(let part, let whole, _, _):
        let known = values.first { $0.amount == .field(whole) }?.value
        if known == nil { values.append((.field(whole), 1)) }
        values.append((.field(part), test.missingPart(part: 0, whole: known ?? 1)))
      }
    }
    if let growth { values.append(growth) }
    let usageEdits = values.map { amount, value in
      ground.edit(id, names, amount, .set(ground.quantity(amount, value, of: names.workload)))
    }
    let words = values.map { amount, value in amount.unit.words(value) }
    return PlanStep(
      kind: .newTenant, metric: 0, component: 0, subject: nil,
      title: "New customer: \(words.joined(separator: ", ")) of \(names.workload) "
        + "by \(ground.associationName(names.association))",
      edits: [.addTenant(id: id, name: "New customer")] + usageEdits,
      effort: ground.effort.newTenant)
  }

  /// A service more, at a customer there is: the smallest amount is enough (scoring.md §3).
  private func workloadSteps(_ usage: EvaluationPlan.Usage, _ measure: Int) -> [PlanStep] {
    guard case .workloads(let field, _) = usage.rule.counted,
      let names = ground.admittedNames(usage.rule.scope)
    else { return [] }
    let tenant = ground.edited.tenantCount > 0 ? ground.id(0) : nil
    let taken = Set(ground.edited.names.workloads.map { FoldedName($0) })
    let fresh = (1...).lazy.map { "New service \($0)" }.filter { !taken.contains(FoldedName($0)) }
    return fresh.prefix(tenant == nil ? 0 : limit).map { service in
      PlanStep(
        kind: .newWorkload, metric: 0, component: 0, subject: nil,
        title: "One more service in use at any customer",
        edits: [
          ground.edit(
            tenant ?? "", (service, names.association), .field(field), .set(Quantity(1)))
        ], effort: ground.effort.newWorkload)
    }
  }

  // MARK: Totals

  /// What it takes before a total can grow at all: where nobody has any, a new customer.
  func growthEntry(_ measure: Int) -> Double {
    shortfalls.sources[measure].isEmpty ? ground.effort.newTenant : 0
  }

  /// Lets a total grow by an amount at the customers it mostly comes from.
  func growthSteps(metric: Int, component: Int, amount: Int64, effort: Double) -> [PlanStep] {
    let measure = ground.track.metrics[metric].components[component].measure
    guard let usage = ground.scorer.plan.measures[measure],
      case .total(let total) = usage.rule.counted
    else { return [] }
    let sources = shortfalls.sources[measure]
    if sources.isEmpty {
      guard let id = newIDs(metric, component).last else { return [] }
      var step = newTenantStep(usage, id: id, growth: (total, amount))
      step?.metric = metric
      step?.component = component
      return step.map { [$0] } ?? []
    }
    let share = (amount &+ Int64(sources.count) &- 1) / Int64(sources.count)
    return sources.compactMap { source in
      var raise = TenantRaise(
        ground, usage, tenant: ground.id(source.tenant),
        table: ground.edited.series(of: source.tenant))
      raise.grow(total, by: share)
      if raise.edits.isEmpty { return nil }
      return PlanStep(
        kind: .grow, metric: metric, component: component, subject: .tenant(source.tenant),
        title: "\(ground.edited.tenantLabel(source.tenant)): "
          + raise.words.joined(separator: ", "), edits: raise.edits,
        effort: effort / Double(sources.count))
    }
  }
}
