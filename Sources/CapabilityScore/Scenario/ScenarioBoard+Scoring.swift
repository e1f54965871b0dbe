extension ScenarioBoard {
  /// Changes the data and the sums with it.
  mutating func put(
    _ replacement: EditedPortfolio.Replacement
  ) -> EditedPortfolio.Replacement {
    let inverse = edited.put(replacement)
    if !hasScorerOfEditedRules {
      rescore()
      return inverse
    }
    // A subject is exchanged while the scorer knows the names of both its states.
    let isNarrower = edited.names.count < scorer.names.count
    if !isNarrower { adoptNames() }
    exchange(inverse.part)
    if isNarrower { adoptNames() }
    return inverse
  }

  private var hasScorerOfEditedRules: Bool {
    scorer.lastMonth == edited.lastMonth(asOf: scorer.asOf) && scorer.rulebook == edited.rulebook
  }

  /// Resolves the rules against the names of the edited data; the sums stay.
  private mutating func adoptNames() {
    guard scorer.names != edited.names else { return }
    let old = scorer.plan
    resolveRules()
    usage = usage.fitted(from: old, to: scorer.plan)
  }

  private mutating func resolveRules() {
    scorer = Scorer(
      rulebook: edited.rulebook, names: edited.names, window: scorer.window, asOf: scorer.asOf,
      lastMonth: edited.lastMonth(asOf: scorer.asOf), prefetch: scorer.prefetch)
    evaluator = scorer.evaluator()
  }

  /// Replaces one subject's contribution.
  ///
  /// - Parameter before: What the subject was until now.
  private mutating func exchange(_ before: EditedPortfolio.Part) {
    switch before {
    case .nothing, .newTenant, .withoutLastTenant, .rulebook: break
    case .series(let tenant, let table):
      add(tenant, table, sign: -1)
      add(tenant, edited.series[tenant], sign: 1)
    case .individual(let number, let individual):
      add(individual ?? edited.base.roster[number], sign: -1)
      add(edited.individual(number), sign: 1)
    case .newIndividual(let individual): add(individual, sign: -1)
    case .withoutLastIndividual:
      add(edited.individual(edited.individualCount - 1), sign: 1)
    }
  }

  /// Starts from the untouched data, and exchanges every touched subject.
  mutating func rescore() {
    if !hasScorerOfEditedRules || scorer.names != edited.names { resolveRules() }
    let isSameRulebook = scorer.rulebook == baseScorer.rulebook
    if isSameRulebook && scorer.lastMonth == baseScorer.lastMonth {
      usage = baseUsage.fitted(from: baseScorer.plan, to: scorer.plan)
    } else {
      usage = scorer.tally(edited.base.series)
    }
    people = isSameRulebook ? basePeople : scorer.tally(edited.base.roster)
    for (tenant, table) in edited.series {
      add(tenant, nil, sign: -1)
      add(tenant, table, sign: 1)
    }
    for (number, individual) in edited.people {
      if number < edited.base.roster.count { add(edited.base.roster[number], sign: -1) }
      add(individual, sign: 1)
    }
  }

  /// - Parameter table: The tenant's edited series; nil for its own of the base, if it is there.
  private mutating func add(_ tenant: Int, _ table: SeriesTable?, sign: Int64) {
    if let table {
      evaluator.add(0, of: table, sign: sign, to: &usage)
    } else if tenant < edited.base.series.tenantCount {
      edited.base.series.at(tenant) { table, number in
        evaluator.add(number, of: table, sign: sign, to: &usage)
      }
    }
  }

  private mutating func add(_ individual: Individual, sign: Int) {
    scorer.people.add(individual, sign: sign, to: &people)
  }
}

extension UsageNames {
  fileprivate var count: Int { workloads.count + associations.count }
}

extension Tally {
  /// The same sums where names were added at the end, or taken away there that have no usage left.
  fileprivate func fitted(from old: EvaluationPlan, to new: EvaluationPlan) -> Tally {
    guard old.workloadCount != new.workloadCount else { return self }
    var fitted = Tally(plan: new)
    fitted.amounts = amounts
    let (length, width) = (old.workloadCount * old.lanes, new.workloadCount * new.lanes)
    let common = min(length, width)
    for block in 0..<old.workloadBlocks {
      fitted.workloadMonths.replaceSubrange(
        block * width..<block * width + common,
        with: workloadMonths[block * length..<block * length + common])
    }
    return fitted
  }
}
