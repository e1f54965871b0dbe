extension Explainer {
  // MARK: Lists

  /// - Parameter tenants: Some tenants; nil for all.
  func tenantContributors(
    _ measure: Int, _ rule: UsageRule, _ month: Int, tenants: Range<Int>? = nil
  ) -> ContributorList {
    var list = emptyList(measure, rule)
    guard let last = lastLane(month), let usage = scorer.plan.measures[measure] else { return list }
    var reading = UsageReading(scorer, measure: measure)
    let tenants = tenants ?? 0..<portfolio.series.tenantCount
    portfolio.series.forEachTable(of: tenants) { table, numbers, first in
      for number in numbers {
        reading.read(number, of: table)
        guard reading.evaluator.touches(usage) else { continue }
        list.contributors.append(
          tenantContributor(
            first + number, usage, reading, at: last, addsAmounts: list.addsAmounts))
      }
    }
    return list
  }

  private func qualifiedUsage(_ usage: EvaluationPlan.Usage, _ tenant: Int) -> QualifiedUsage? {
    portfolio.series.at(tenant) { table, number in
      QualifiedUsage(usage.core, number, table, scorer.plan, scorer.window)
    }
  }

  private func tenantContributor(
    _ tenant: Int, _ usage: EvaluationPlan.Usage, _ reading: UsageReading, at last: Int,
    addsAmounts: Bool
  ) -> Contributor {
    let dated =
      usage.rule.isQualified
      ? qualifiedUsage(usage, tenant) : nil
    let now = reading.evaluator.current(usage, at: last, dated)
    let then = reading.evaluator.baseline(usage, at: last, dated)
    let counted = usage.compared(now, then)
    var contributor = Contributor(
      subject: .tenant(tenant), change: Contributor.Change(counted), nearness: .neither,
      current: now, baseline: then, shortfall: nil, contribution: counted.now &- counted.then)
    if !addsAmounts {
      let summary = reading.summary(usage, at: last)
      contributor.current = summary.first?.value
      contributor.baseline = reading.summary(usage, at: last - ScoringMonths.year).first?.value
      contributor.shortfall = shortfall(usage.rule.tests.first, summary.first)
      contributor.nearness = rulebook.nearness.of(summary.reach, qualifies: now != 0)
    }
    return contributor
  }

  func pairContributors(
    _ measure: Int, _ rule: UsageRule, _ month: Int, tenants: Range<Int>? = nil
  ) -> ContributorList {
    var list = emptyList(measure, rule)
    guard let last = lastLane(month), let usage = scorer.plan.measures[measure] else { return list }
    let bounds = rule.tests.first?.bounds ?? Bounds()
    var reading = UsageReading(scorer, measure: measure)
    for tenant in tenants ?? 0..<portfolio.series.tenantCount {
      reading.read(tenant, of: portfolio.series)
      guard let amount = rule.tests.first?.amount else { continue }
      for values in reading.values(rule.scope, amount) {
        let current = usage.pairValue(values.lanes.span, at: last)
        var contributor = pairContributor(tenant, values.workload, usage, values.lanes, at: last)
        contributor.nearness = rulebook.nearness.of(
          Reach(current, in: bounds), qualifies: usage.pairMeets(values.lanes.span, at: last))
        contributor.current = current
        contributor.baseline = usage.pairValue(values.lanes.span, at: last - ScoringMonths.year)
        contributor.shortfall = bounds.shortfall(of: current)
        list.contributors.append(contributor)
      }
    }
    return list
  }

  /// What a pair with these months adds; who lists it knows the values besides.
  private func pairContributor(
    _ tenant: Int, _ workload: Int, _ usage: EvaluationPlan.Usage, _ lanes: [Int64], at last: Int
  ) -> Contributor {
    let counted = usage.compared(
      usage.pairMeets(lanes.span, at: last) ? 1 : 0,
      usage.pairMeets(lanes.span, at: last - ScoringMonths.year) ? 1 : 0)
    return Contributor(
      subject: .pair(tenant: tenant, workload: workload), change: Contributor.Change(counted),
      nearness: .neither, contribution: counted.now - counted.then)
  }

  func workloadContributors(_ measure: Int, _ month: Int) -> ContributorList {
    var list = ContributorList(
      contributors: [], unit: .dollars, valueName: "last 12 months", requirement: "more than 0",
      addsAmounts: false)
    guard let usage = scorer.plan.measures[measure] else { return list }
    if case .workloads(let field, _) = usage.rule.counted {
      list.unit = field.unit
      list.valueName = "\(field.name), last 12 months"
    }
    let tally = tally
    let counted = Dictionary(
      uniqueKeysWithValues: scorer.countedWorkloads(tally, measure, month: month).map {
        ($0.workload, $0.value)
      })
    for (workload, value) in workloadSums(tally, usage, month) where value != 0 {
      let counts = (counted[workload] ?? 0) > 0
      list.contributors.append(
        Contributor(
          subject: .workload(workload), change: counts ? .added : .notCounted, nearness: .neither,
          current: value, baseline: nil, shortfall: nil, contribution: counts ? 1 : 0))
    }
    return list
  }

  /// Sums of all workloads, the excepted ones too.
  private func workloadSums(
    _ tally: Tally, _ usage: EvaluationPlan.Usage, _ month: Int
  ) -> [(Int, Int64)] {
    guard let block = usage.workloadBlock, let last = lastLane(month) else { return [] }
    return (0..<scorer.plan.workloadCount).map { workload in
      let start = (block * scorer.plan.workloadCount + workload) * scorer.plan.lanes
      let lanes = Array(tally.workloadMonths[start..<start + scorer.plan.lanes])
      return (workload, usage.pairValue(lanes.span, at: last))
    }
  }

  private func emptyList(_ measure: Int, _ rule: UsageRule) -> ContributorList {
    switch rule.counted {
    case .total(let amount):
      return ContributorList(
        contributors: [], unit: rulebook.measures[measure].unit, valueName: amount.name,
        requirement: rule.tests.first?.words, addsAmounts: true)
    default:
      let test = rule.tests.first
      return ContributorList(
        contributors: [], unit: test?.unit ?? .users, valueName: test?.valueName ?? "",
        requirement: test?.words, addsAmounts: false)
    }
  }

  private func shortfall(_ test: UsageTest?, _ reading: UsageReading.TestReading?) -> Int64? {
    guard let test, let reading, !reading.isMet else { return nil }
    if let bounds = test.bounds { return bounds.shortfall(of: reading.value) }
    guard let whole = reading.whole, whole > 0 else { return nil }
    return test.missingPart(part: reading.value, whole: whole)
  }

  // MARK: Conditions

  func usageConditions(
    _ tenant: Int, _ workload: Int?, _ measure: Int, _ rule: UsageRule, _ month: Int
  ) -> [Condition] {
    guard let last = lastLane(month), let usage = scorer.plan.measures[measure] else { return [] }
    var conditions = admissionConditions(tenant, workload, rule)
    var reading = UsageReading(scorer, measure: measure)
    reading.read(tenant, of: portfolio.series)
    for (period, lane) in [
      (Condition.Period.current, last), (.baseline, last - ScoringMonths.year),
    ] {
      if period == .baseline, rulebook.measures[measure].comparison == .current { continue }
      conditions += testConditions(usage, workload, reading, period, at: lane)
    }
    let contributor = contributor(tenant, workload, measure, usage, reading, at: last)
    if let condition = qualifiedCondition(tenant, usage, reading, at: last) {
      conditions.append(condition)
    }
    conditions.append(contributionCondition(contributor, measure))
    return conditions
  }

  private func contributor(
    _ tenant: Int, _ workload: Int?, _ measure: Int, _ usage: EvaluationPlan.Usage,
    _ reading: UsageReading, at last: Int
  ) -> Contributor {
    guard let workload else {
      let addsAmounts = if case .total = usage.rule.counted { true } else { false }
      return tenantContributor(tenant, usage, reading, at: last, addsAmounts: addsAmounts)
    }
    let lanes =
      usage.rule.tests.first?.amount.flatMap { amount in
        reading.values(usage.rule.scope, amount).first { $0.workload == workload }?.lanes
      } ?? []
    return pairContributor(tenant, workload, usage, lanes, at: last)
  }

  private func testConditions(
    _ usage: EvaluationPlan.Usage, _ workload: Int?, _ reading: UsageReading,
    _ period: Condition.Period, at lane: Int
  ) -> [Condition] {
    let months = monthWords(usage.rule.period, lane)
    if let workload {
      return usage.rule.tests.compactMap { test in
        guard let amount = test.amount, let bounds = test.bounds else { return nil }
        let lanes =
          reading.values(usage.rule.scope, amount).first { $0.workload == workload }?.lanes ?? []
        let value = usage.pairValue(lanes.span, at: lane)
        return Condition(
          kind: .value, period: period, subject: "\(amount.name), \(months)",
          isMet: bounds.contains(value), required: bounds.words(amount.unit),
          actual: amount.unit.words(value),
          shortfall: bounds.shortfall(of: value).map(amount.unit.shortfallWords))
      }
    }
    return zip(usage.rule.tests, reading.readings(usage, at: lane)).map { test, found in
      condition(test, found, period, months)
    }
  }

  private func condition(
    _ test: UsageTest, _ found: UsageReading.TestReading, _ period: Condition.Period,
    _ months: String
  ) -> Condition {
    switch test {
    case .share(let part, let whole, let percent, _):
      let total = found.whole ?? 0
      let actual = total > 0 ? Double(found.value) * 100 / Double(total) : 0
      let missing = test.missingPart(part: found.value, whole: total)
      return Condition(
        kind: .share, period: period, subject: "\(part.name) of \(whole.name), \(months)",
        isMet: found.isMet, required: "\(test.words)",
        actual: "\(NumberWords.fixed(actual)) % (\(NumberWords.grouped(found.value)) of "
          + "\(NumberWords.grouped(total)))",
        shortfall: found.isMet
          ? nil : total > 0 ? part.unit.words(missing) : "no \(whole.name) (\(percent) % of 0)")
    case .total(let amount, let bounds), .anyWorkload(let amount, let bounds):
      let place = found.workload.map { " of \(portfolio.names.workloads[$0])" } ?? ""
      return Condition(
        kind: .value, period: period, subject: "\(amount.name)\(place), \(months)",
        isMet: found.isMet, required: bounds.words(amount.unit),
        actual: amount.unit.words(found.value),
        shortfall: found.isMet
          ? nil : bounds.shortfall(of: found.value).map(amount.unit.shortfallWords))
    }
  }

  private func qualifiedCondition(
    _ tenant: Int, _ usage: EvaluationPlan.Usage, _ reading: UsageReading, at last: Int
  ) -> Condition? {
    guard usage.rule.isQualified,
      let dated = qualifiedUsage(usage, tenant),
      let first = dated.firstMonth(within: last)
    else { return nil }
    let month = scorer.window.month(first).name
    if case .tenants = usage.rule.counted {
      let already = reading.evaluator.sharesAreMet(usage, at: first)
      return Condition(
        kind: .qualified, subject: "qualified usage: associated since \(month)", isMet: !already,
        required: "not met before the partner was associated",
        actual: already ? "already met in \(month)" : "not met in \(month)")
    }
    return Condition(
      kind: .qualified, subject: "qualified usage: associated since \(month)", isMet: true,
      required: "only what came after \(month) counts",
      actual: usage.rule.counted.unitWords(dated.earnedTotal(at: last)))
  }

  private func contributionCondition(_ contributor: Contributor, _ measure: Int) -> Condition {
    let unit = rulebook.measures[measure].unit
    let amounts =
      if case .total? = rulebook.measures[measure].usage?.counted { true } else { false }
    let sign = contributor.contribution > 0 ? "+" : ""
    let count = "\(sign)\(unit.number(contributor.contribution))"
    return Condition(
      kind: .contribution, subject: "contribution", isMet: contributor.contribution > 0,
      required: "",
      actual: amounts ? "\(count) \(unit.plural)" : "\(contributor.change.words) (\(count))")
  }

  func workloadConditions(_ workload: Int, _ measure: Int, _ month: Int) -> [Condition] {
    guard let usage = scorer.plan.measures[measure] else { return [] }
    let list = workloadContributors(measure, month)
    let found = list.contributors.first { $0.subject == .workload(workload) }
    let isExcepted = usage.isExcepted[workload]
    return [
      Condition(
        kind: .workload, subject: "workload", isMet: !isExcepted,
        required: "any workload but the excepted ones",
        actual: isExcepted
          ? "\(portfolio.names.workloads[workload]) is excepted"
          : portfolio.names.workloads[workload]),
      Condition(
        kind: .value, period: .current, subject: list.valueName, isMet: (found?.current ?? 0) > 0,
        required: "more than 0", actual: list.unit.words(found?.current ?? 0)),
      Condition(
        kind: .contribution, subject: "contribution", isMet: found?.contribution == 1, required: "",
        actual: found?.contribution == 1 ? "counted (+1)" : "not counted (0)"),
    ]
  }

  /// The months a value is of, in words.
  private func monthWords(_ period: UsageRule.Period, _ lane: Int) -> String {
    let last = scorer.window.month(lane)
    switch period {
    case .lastMonth: return last.name
    case .eitherOfLastTwo: return "\(last.advanced(by: -1).name) or \(last.name)"
    case .trailingYear:
      return "\(last.advanced(by: 1 - ScoringMonths.year).name) to \(last.name)"
    }
  }
}
