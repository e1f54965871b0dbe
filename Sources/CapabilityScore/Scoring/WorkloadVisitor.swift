/// Sees V of every workload of a tenant, by lane, while its columns are built.
protocol WorkloadVisitor {
  mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values: Span<Int64>)
}

/// Counts what needs V itself: pairs, and the months of workloads.
struct WorkloadCounter: WorkloadVisitor {
  let plan: EvaluationPlan
  let months: ScoringMonths
  let sign: Int64
  var tally: Tally
  var sums: ContributionSums

  @inline(__always)
  mutating func visit(_ workload: Int, in pass: EvaluationPasses.Pass, values: Span<Int64>) {
    for index in pass.counts.places {
      switch plan.passes.counts[index] {
      case .pairs(let pair) where months.areDeep: countMetPair(pair, values)
      case .pairs(let pair): countPair(pair.number, values)
      case .workloads(let block): addWorkload(workload, block, values)
      }
    }
  }

  /// All months at once, a bit each.
  @inline(never)
  private mutating func countMetPair(_ pair: CountedPairs, _ values: Span<Int64>) {
    var met =
      pair.period == .trailingYear
      ? LaneKernels.met(values, pair.range, summing: ScoringMonths.year)
      : LaneKernels.met(values, pair.range, in: months.testedLanes)
    if pair.period == .eitherOfLastTwo { met |= met << 1 }
    if met == 0 { return }
    if sums.isFull { settle() }
    sums.count(pair.number, pair.comparison, now: months.now(met), then: months.then(met))
  }

  private mutating func countPair(_ number: Int, _ values: Span<Int64>) {
    guard let usage = plan.measures[number] else { return }
    for (month, last) in months.last.enumerated() {
      let now = usage.pairMeets(values, at: last)
      let then = usage.pairMeets(values, at: last - ScoringMonths.year)
      tally.count(
        usage.compared(now ? 1 : 0, then ? 1 : 0), measure: number, month: month, sign: sign)
    }
  }

  @inline(never)
  private mutating func addWorkload(_ workload: Int, _ block: Int, _ values: Span<Int64>) {
    let start = (block * plan.workloadCount + workload) * plan.lanes
    let isAdded = sign > 0
    var target = tally.workloadMonths.mutableSpan
    if isAdded {
      LaneKernels.add(values, to: &target, at: start)
    } else {
      LaneKernels.subtract(values, from: &target, at: start)
    }
  }

  /// Brings what waits in the sums into the tally.
  mutating func settle() { sums.settle(into: &tally, plan, months, sign: sign) }
}

extension EvaluationPlan.Usage {
  /// Whether a (tenant, workload) pair with these months meets the tests in the months that end at L.
  func pairMeets(_ values: Span<Int64>, at last: Int) -> Bool {
    switch rule.period {
    case .lastMonth, .trailingYear: pairMeetsAll(values, at: last)
    case .eitherOfLastTwo: pairMeetsAll(values, at: last) || pairMeetsAll(values, at: last - 1)
    }
  }

  private func pairMeetsAll(_ values: Span<Int64>, at last: Int) -> Bool {
    let value = pairValue(values, at: last)
    for test in rule.tests {
      guard case .total(_, let bounds) = test, bounds.contains(value) else { return false }
    }
    return true
  }

  /// The pair's month, or for the trailing year the sum of its twelve; 0 outside the window.
  func pairValue(_ values: Span<Int64>, at last: Int) -> Int64 {
    values.value(at: last, rule.period)
  }
}
