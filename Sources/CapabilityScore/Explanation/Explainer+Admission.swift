extension Explainer {
  /// Whether the tenant's usage is admitted at all: by association, then by workload.
  func admissionConditions(_ tenant: Int, _ workload: Int?, _ rule: UsageRule) -> [Condition] {
    portfolio.series.at(tenant) { table, number in
      admissionConditions(number, of: table, workload, rule)
    }
  }

  private func admissionConditions(
    _ tenant: Int, of table: borrowing SeriesTable, _ workload: Int?, _ rule: UsageRule
  ) -> [Condition] {
    let plan = scorer.plan
    let bit: UInt64 = 1 << UInt64(rule.scope)
    var associations = Set<Int>()
    var workloads = Set<Int>()
    var admittedAssociations = Set<Int>()
    var admittedWorkloads = Set<Int>()
    for field in rule.fields {
      for row in table.rows(of: tenant, field) {
        let (number, association) = (Int(table.workload[row]), Int(table.association[row]))
        if let workload, number != workload { continue }
        associations.insert(association)
        workloads.insert(number)
        let isKnownAssociation = (0..<plan.workloadCount).contains { other in
          plan.admission[other * plan.associationCount + association] & bit != 0
        }
        if isKnownAssociation { admittedAssociations.insert(association) }
        if plan.admission[number * plan.associationCount + association] & bit != 0 {
          admittedWorkloads.insert(number)
        }
      }
    }
    let scope = rulebook.scopes[rule.scope]
    return [
      Condition(
        kind: .association, subject: "association", isMet: !admittedAssociations.isEmpty,
        required: unique(scope.pairs.map { associationWords($0) }).joined(separator: "; "),
        actual: names(associations, portfolio.names.associations.map(associationName))),
      Condition(
        kind: .workload, subject: "workload in scope", isMet: !admittedWorkloads.isEmpty,
        required: unique(scope.pairs.map(\.workloadNames)).joined(separator: "; "),
        actual: names(
          admittedWorkloads.isEmpty ? workloads : admittedWorkloads, portfolio.names.workloads)),
    ]
  }

  /// The associations under which a measure admits usage of a tenant, or of one workload of it, by name.
  public func admittedAssociations(
    of tenant: Int, workload: Int? = nil, measure: Int
  ) -> [String] {
    guard let rule = rulebook.measures[measure].usage, tenant < portfolio.series.tenantCount else {
      return []
    }
    let plan = scorer.plan
    let bit: UInt64 = 1 << UInt64(rule.scope)
    return portfolio.series.at(tenant) { table, number in
      var admitted = Set<Int>()
      for field in rule.fields {
        for row in table.rows(of: number, field) {
          let (other, association) = (Int(table.workload[row]), Int(table.association[row]))
          if let workload, other != workload { continue }
          if plan.admission[other * plan.associationCount + association] & bit != 0 {
            admitted.insert(association)
          }
        }
      }
      return admitted.map { associationName(portfolio.names.associations[$0]) }.sorted()
    }
  }

  /// The associations of a scope by their names; families stay families.
  func associationWords(_ pair: ScopePair) -> String {
    pair.associationNames.split(separator: ", ").map { associationName(String($0)) }
      .joined(separator: ", ")
  }

  private func associationName(_ id: String) -> String {
    rulebook.associations.first { $0.id == id }?.name ?? id
  }

  private func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func names(_ numbers: Set<Int>, _ names: [String]) -> String {
    let sorted = numbers.map { names[$0] }.sorted()
    if sorted.isEmpty { return "none" }
    let shown = sorted.prefix(4).map { $0.isEmpty ? "(blank)" : $0 }.joined(separator: ", ")
    return sorted.count > 4 ? "\(shown) and \(sorted.count - 4) more" : shown
  }
}

extension UsageRule {
  /// The fields that tests and totals read.
  var fields: [Field] {
    var amounts: [Amount] = []
    if case .total(let amount) = counted { amounts.append(amount) }
    if case .workloads(let field, _) = counted { amounts.append(.field(field)) }
    for test in tests {
      switch test {
      case .total(let amount, _), .anyWorkload(let amount, _): amounts.append(amount)
      case .share(let part, let whole, _, _): amounts += [.field(part), .field(whole)]
      }
    }
    let fields = amounts.flatMap { amount -> [Field] in
      switch amount {
      case .field(let field): [field]
      case .consumption: [.users, .capacity]
      }
    }
    return Field.allCases.filter(fields.contains)
  }
}
