extension TenantEvaluator {
  /// What a measure counts of the tenant at hand in the months that end at L.
  func current(_ usage: EvaluationPlan.Usage, at last: Int, _ dated: QualifiedUsage?) -> Int64 {
    current(usage.core, at: last, dated) { meets(usage, at: $0) }
  }

  /// - Parameter meets: Whether the tenant meets the tests in a lane.
  func current(
    _ core: EvaluationPlan.Core, at last: Int, _ dated: QualifiedUsage?, _ meets: (Int) -> Bool
  ) -> Int64 {
    guard let dated else { return amount(core, at: last, meets) }
    guard core.sum == nil else { return meets(last) ? dated.earnedTotal(at: last) : 0 }
    if let first = dated.firstMonth(within: last), sharesAreMet(core, at: first) { return 0 }
    return amount(core, at: last, meets)
  }

  /// The same a year before; usage of an association dated since then is not the partner's baseline.
  func baseline(_ usage: EvaluationPlan.Usage, at last: Int, _ dated: QualifiedUsage?) -> Int64 {
    baseline(usage.core, at: last, dated) { meets(usage, at: $0) }
  }

  /// - Parameter meets: Whether the tenant meets the tests in a lane.
  func baseline(
    _ core: EvaluationPlan.Core, at last: Int, _ dated: QualifiedUsage?, _ meets: (Int) -> Bool
  ) -> Int64 {
    let before = last - ScoringMonths.year
    guard let dated else { return amount(core, at: before, meets) }
    guard core.sum == nil else { return meets(before) ? dated.baselineTotal(at: last) : 0 }
    return dated.firstMonth(within: last) == nil ? amount(core, at: before, meets) : 0
  }

  /// 1 for a tenant that counts, or the amount that is added up.
  private func amount(
    _ core: EvaluationPlan.Core, at lane: Int, _ meets: (Int) -> Bool
  ) -> Int64 {
    guard meets(lane) else { return 0 }
    return core.sum.map { columns.value(of: $0, at: lane, core.period) } ?? 1
  }

  func meets(_ usage: EvaluationPlan.Usage, at lane: Int) -> Bool { meets(usage.core, at: lane) }

  func meets(_ core: EvaluationPlan.Core, at lane: Int) -> Bool {
    switch core.period {
    case .lastMonth, .trailingYear: meetsAll(core, at: lane)
    case .eitherOfLastTwo: meetsAll(core, at: lane) || meetsAll(core, at: lane - 1)
    }
  }

  private func meetsAll(_ core: EvaluationPlan.Core, at lane: Int) -> Bool {
    for test in core.tests.places where !isMet(plan.tests[test], at: lane, core.period) {
      return false
    }
    return true
  }

  /// The lanes in which the tests of a measure are met, a bit each, of those in
  /// ``ScoringMonths/tested``: there ``meets(_:at:)`` says the same.
  func metLanes(_ core: EvaluationPlan.Core) -> UInt64 {
    var met = months.tested
    for test in core.tests.places {
      if case .anyWorkload(let column) = plan.tests[test] {
        met &= columns.hits(of: column)
      } else {
        met = metLanes(test, core.period, of: met)
      }
      if met == 0 { return 0 }
    }
    return core.period == .eitherOfLastTwo ? met | met << 1 : met
  }

  /// Those of some lanes in which a test is met.
  private func metLanes(
    _ test: Int, _ period: UsageRule.Period, of lanes: UInt64
  ) -> UInt64 {
    switch plan.tests[test] {
    case .total(let column, _):
      let range = plan.testedRanges[test]
      return columns.months(of: column) {
        period == .trailingYear
          ? lanes & LaneKernels.met($0, range, summing: ScoringMonths.year)
          : lanes & LaneKernels.met($0, range, in: months.testedLanes)
      }
    case .anyWorkload(let column): return lanes & columns.hits(of: column)
    case .share(let part, let whole, let percent, let isInclusive):
      return columns.months(of: part) { parts in
        columns.months(of: whole) { wholes in
          LaneKernels.met(
            parts, of: wholes, percent: percent, isInclusive: isInclusive, in: lanes)
        }
      }
    }
  }

  func sharesAreMet(_ usage: EvaluationPlan.Usage, at lane: Int) -> Bool {
    sharesAreMet(usage.core, at: lane)
  }

  private func sharesAreMet(_ core: EvaluationPlan.Core, at lane: Int) -> Bool {
    for test in core.tests.places {
      if case .share = plan.tests[test], !isMet(plan.tests[test], at: lane, .lastMonth) {
        return false
      }
    }
    return true
  }

  func isMet(_ test: EvaluationPlan.Test, at lane: Int, _ period: UsageRule.Period) -> Bool {
    switch test {
    case .total(let column, let bounds):
      bounds.contains(columns.value(of: column, at: lane, period))
    case .anyWorkload(let column): columns.hits(of: column, at: lane)
    case .share(let part, let whole, let percent, let isInclusive):
      LaneKernels.isShareMet(
        part: columns.value(of: part, at: lane, .lastMonth),
        whole: columns.value(of: whole, at: lane, .lastMonth), percent, isInclusive)
    }
  }
}
