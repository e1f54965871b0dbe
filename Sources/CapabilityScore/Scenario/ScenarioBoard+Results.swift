extension ScenarioBoard {
  /// Before, after and difference of everything.
  public var comparison: ScorecardComparison {
    ScorecardComparison(baseline, baseScorer.rulebook, scorecard, scorer.rulebook)
  }

  /// Explains the edited data.
  ///
  /// - Complexity: See ``EditedPortfolio/portfolio()``.
  public func explainer() -> Explainer {
    Explainer(scorer: scorer, portfolio: edited.portfolio(), usage: usage, people: people)
  }

  /// Explains one tenant of the edited data, which has the number 0 there.
  public func explainer(tenant: Int) -> Explainer {
    Explainer(scorer: scorer, portfolio: edited.portfolio(tenants: [tenant]))
  }

  /// A subject of the edited data in words: its name or id, for a pair `tenant · workload`.
  public func label(_ subject: Subject) -> String {
    switch subject {
    case .tenant(let tenant): edited.tenantLabel(tenant)
    case .pair(let tenant, let workload):
      "\(edited.tenantLabel(tenant)) · \(edited.names.workloads[workload])"
    case .workload(let workload): edited.names.workloads[workload]
    case .individual(let number): edited.individual(number).label
    }
  }

  /// What changed hands, for every component that counts one by one.
  ///
  /// Only touched tenants and people are looked at, unless L or the rulebook changed: then everybody.
  public func handOvers() -> [ComponentID: HandOver] {
    let before = baseScorer.rulebook.measuresByComponent
    let sides = [side(.before), side(.after)]
    var counted: [[Int: Set<Subject>]] = [[:], [:]]
    var result: [ComponentID: HandOver] = [:]
    for (component, measure) in scorer.rulebook.measuresByComponent {
      let measures = [before[component], measure]
      let sets = measures.indices.map { index -> Set<Subject> in
        guard let measure = measures[index] else { return [] }
        if let known = counted[index][measure] { return known }
        let found = sides[index].counted(measure)
        counted[index][measure] = found
        return found
      }
      let handOver = HandOver(
        gained: sets[1].subtracting(sets[0]).sorted(), lost: sets[0].subtracting(sets[1]).sorted())
      if !handOver.isEmpty { result[component] = handOver }
    }
    return result
  }
}

extension ScenarioBoard {
  private enum Time { case before, after }

  /// Some tenants and people, before or after, and the numbers they go by.
  private struct Side {
    var explainer: Explainer
    var usage: Tally
    var tenants: [Int]
    var individuals: [Int]

    /// Who counts now; nobody where amounts are added up.
    func counted(_ measure: Int) -> Set<Subject> {
      switch explainer.scorer.rulebook.measures[measure].usage?.counted {
      case .total: return []
      case .workloads:
        let workloads = explainer.scorer.countedWorkloads(usage, measure, month: 0)
        return Set(workloads.filter { $0.value > 0 }.map { Subject.workload($0.workload) })
      case .tenants, .pairs, nil:
        let contributors = explainer.contributors(measure: measure).contributors
        let counting = contributors.filter { $0.change == .added || $0.change == .kept }
        return Set(counting.map { numbered($0.subject) })
      }
    }

    private func numbered(_ subject: Subject) -> Subject {
      switch subject {
      case .tenant(let tenant): .tenant(tenants[tenant])
      case .pair(let tenant, let workload): .pair(tenant: tenants[tenant], workload: workload)
      case .individual(let number): .individual(individuals[number])
      case .workload: subject
      }
    }
  }

  private func side(_ time: Time) -> Side {
    let isAlike = isScoredLikeBase
    var tenants = isAlike ? edited.touchedTenants : Array(0..<edited.tenantCount)
    var individuals = isAlike ? edited.touchedIndividuals : Array(0..<edited.individualCount)
    switch time {
    case .after:
      return Side(
        explainer: Explainer(
          scorer: scorer, portfolio: edited.portfolio(tenants: tenants, individuals: individuals)),
        usage: usage, tenants: tenants, individuals: individuals)
    case .before:
      let base = edited.base
      tenants.removeAll { $0 >= base.tenants.count }
      individuals.removeAll { $0 >= base.roster.count }
      return Side(
        explainer: Explainer(
          scorer: baseScorer, portfolio: base.selecting(tenants, individuals)),
        usage: baseUsage, tenants: tenants, individuals: individuals)
    }
  }
}
