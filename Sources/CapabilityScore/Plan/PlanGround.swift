/// What the steps of a plan are found on: the edited data, and the rules of one track alone.
struct PlanGround {
  let edited: EditedPortfolio
  /// Resolved for the measures of the track, so that walks over tenants read nothing else.
  let scorer: Scorer
  let track: TrackRule
  let effort: PlanEffort
  /// L as a lane, and as edits call it.
  let last: Int
  let months: EditMonths
  /// What each person holds that counts today.
  let held: [[Int]]
  private let vocabulary: Vocabulary

  /// Nil where there is no usage.
  init?(_ board: ScenarioBoard, area: Int, track: Int, effort: PlanEffort) {
    guard let lastMonth = board.scorer.lastMonth else { return nil }
    edited = board.edited
    self.effort = effort
    let (rules, trackRule) = board.scorer.rulebook.reduced(area: area, track: track)
    self.track = trackRule
    scorer = Scorer(
      rulebook: rules, names: board.edited.names, window: board.scorer.window,
      asOf: board.scorer.asOf, lastMonth: lastMonth, prefetch: board.scorer.prefetch)
    last = scorer.window.lane(lastMonth)
    held = PlanGround.held(edited, scorer)
    vocabulary = rules.vocabulary
    months = lastMonth == board.edited.baseLastMonth ? .last : .range(lastMonth, lastMonth)
  }

  var rulebook: Rulebook { scorer.rulebook }

  private static func held(_ edited: EditedPortfolio, _ scorer: Scorer) -> [[Int]] {
    var matches = MatchedTitles(scorer.people)
    return (0..<edited.individualCount).map { number in
      scorer.people.held(
        matches.matched(edited.individual(number).holdings), on: scorer.asOf)
    }
  }

  /// Calls with every tenant, where its rows are, and in which table.
  func forEachTenant(_ body: (Int, Int, borrowing SeriesTable) -> Void) {
    let base = edited.base.series
    base.forEachTable(of: 0..<base.tenantCount) { table, numbers, first in
      for number in numbers where edited.series[first + number] == nil {
        body(first + number, number, table)
      }
    }
    for (tenant, table) in edited.series.sorted(by: { $0.key < $1.key }) { body(tenant, 0, table) }
  }

  func id(_ tenant: Int) -> String { edited.tenantID(tenant) }

  func admits(_ scope: Int, _ workload: Int, _ association: Int) -> Bool {
    let place = workload * scorer.plan.associationCount + association
    return scorer.plan.admission[place] & (1 << UInt64(scope)) != 0
  }

  /// A workload and an association that a scope admits, as edits name them.
  func admittedNames(_ scope: Int) -> (workload: String, association: String)? {
    for pair in rulebook.scopes[scope].pairs {
      guard let association = pair.associations.first else { continue }
      let id = rulebook.associations[association].id
      guard let workloads = pair.workloads else {
        return (edited.names.workloads.first { !$0.isEmpty } ?? "New service", id)
      }
      if let first = workloads.first { return (rulebook.workloads[first].name, id) }
    }
    return nil
  }

  /// The months that a period reads, as edits call them.
  func months(of period: UsageRule.Period) -> EditMonths {
    let length =
      switch period {
      case .lastMonth: 1
      case .eitherOfLastTwo: 2
      case .trailingYear: ScoringMonths.year
      }
    return .range(scorer.window.month(last - length + 1), scorer.window.month(last))
  }

  func associationName(_ id: String) -> String {
    rulebook.associations.first { $0.id == id }?.name ?? id
  }

  /// The workloads in a one-tenant table that a pair of a scope is about, by name.
  func workloads(of table: SeriesTable, in pair: ScopePair) -> [String] {
    let wanted = pair.workloads.map { numbers in Set(numbers.map { rulebook.workloads[$0].name }) }
    let used = Set(table.workload.map { edited.names.workloads[Int($0)] })
    return used.filter { name in
      wanted?.contains(vocabulary.workload(name)) ?? true
    }.sorted()
  }

  /// An amount as edits state it: consumption by units.
  func quantity(_ amount: Amount, _ value: Int64, of workload: String) -> Quantity {
    switch amount {
    case .field(let field):
      return field.isMoney ? Quantity(millionths: value) : Quantity(Int(value))
    case .consumption:
      let rate = rulebook.workloads.first { $0.name == workload }?.rate?.millionths ?? Quantity.one
      return Quantity(Int((value &+ rate &- 1) / max(1, rate)))
    }
  }

  func edit(
    _ tenant: String, _ names: (workload: String, association: String), _ amount: Amount,
    _ operation: EditOperation
  ) -> ScenarioEdit {
    .usage(
      UsageEdit(
        tenant: tenant, workload: names.workload, association: names.association,
        field: EditField(amount), months: months, operation: operation))
  }
}

extension Rulebook {
  /// The rules of one track, with the measures that its components count, renumbered.
  func reduced(area: Int, track: Int) -> (rules: Rulebook, track: TrackRule) {
    var track = areas[area].tracks[track]
    var kept: [Int] = []
    for metric in track.metrics.indices {
      for component in track.metrics[metric].components.indices {
        let measure = track.metrics[metric].components[component].measure
        if !kept.contains(measure) { kept.append(measure) }
        track.metrics[metric].components[component].measure = kept.firstIndex(of: measure) ?? 0
      }
    }
    var rules = self
    rules.measures = kept.map { measures[$0] }
    rules.areas[area].tracks = [track]
    rules.areas[area].selection = .only
    rules.areas = [rules.areas[area]]
    return (rules, track)
  }
}
