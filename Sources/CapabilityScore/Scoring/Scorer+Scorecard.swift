extension Scorer {
  /// Points are a pure function of tallies and rulebook.
  public func scorecard(_ usage: Tally, _ people: RosterTally) -> Scorecard {
    scorecard(usage, people, besides: nil)
  }

  /// What a scorecard was computed from, by the rules and for the months of this scorer.
  struct Scored {
    var card: Scorecard
    var usage: Tally
    var people: RosterTally
  }

  /// The same; areas in which everything counts as it did in another score are taken from that.
  func scorecard(_ usage: Tally, _ people: RosterTally, besides known: Scored?) -> Scorecard {
    let isNew =
      known.map { differing(usage, people, from: $0) }
      ?? rulebook.areas.map { _ in true }
    let sums = Sums(
      usage: usage, people: people,
      workloads: isNew.contains(true)
        ? rulebook.measures.indices.map { workloadCounts(usage, $0) } : [])
    let months = (0..<Scorecard.windowLength).map { month in
      MonthScore(
        month: asOf.month.advanced(by: -month),
        areas: rulebook.areas.indices.map { area in
          if let known, !isNew[area] { return known.card.months[month].areas[area] }
          return score(rulebook.areas[area], month, sums)
        })
    }
    return Scorecard(
      rulebookID: rulebook.id, asOf: asOf, lastMonth: lastMonth, months: months)
  }

  /// By area, whether anything counts otherwise.
  private func differing(
    _ usage: Tally, _ people: RosterTally, from known: borrowing Scored
  ) -> [Bool] {
    let hasOtherPeople = people != known.people
    let hasOtherWorkloads = usage.workloadMonths != known.usage.workloadMonths
    let counts = known.usage
    return measuresOfAreas.map { measures in
      measures.contains { measure in
        switch readings[measure].source {
        case .people: hasOtherPeople
        case .workloads: hasOtherWorkloads
        case .tenants: usage.counts(measure) != counts.counts(measure)
        }
      }
    }
  }

  /// All that points are computed from; several areas count the same workloads.
  private struct Sums {
    var usage: Tally
    var people: RosterTally
    /// By measure: how many workloads count in each month, where workloads are counted.
    var workloads: [[Int]]
  }

  private func score(_ area: AreaRule, _ month: Int, _ sums: Sums) -> AreaScore {
    let tracks = area.tracks.map { score($0, month, sums) }
    switch area.selection {
    case .only: return AreaScore(selectedTrack: 0, tracks: tracks)
    case .best: return AreaScore(selectedTrack: bestTrack(tracks), tracks: tracks)
    case .classified(let rule):
      let count = sums.usage.current(measure: rule.measure, month: month)
      return AreaScore(
        selectedTrack: count >= rule.atLeast ? rule.reached : rule.otherwise, tracks: tracks,
        classifyingCount: count)
    }
  }

  /// The higher total; a tie goes to the qualified one, then to the first (scoring.md §2).
  private func bestTrack(_ tracks: [TrackScore]) -> Int {
    var best = 0
    for track in tracks.indices.dropFirst() {
      let (left, right) = (tracks[best], tracks[track])
      if right.points > left.points
        || right.points == left.points && right.isQualified && !left.isQualified
      {
        best = track
      }
    }
    return best
  }

  // Rules are borrowed: they hold texts and lists, and every edit scores each of them six times.

  private func score(
    _ track: borrowing TrackRule, _ month: Int, _ sums: borrowing Sums
  ) -> TrackScore {
    var metrics: [MetricScore] = []
    metrics.reserveCapacity(track.metrics.count)
    var total = Points.zero
    var allEarned = true
    for index in track.metrics.indices {
      let metric = score(track.metrics[index], month, sums)
      total = total + metric.points
      if !track.metrics[index].isInformation, metric.points == .zero { allEarned = false }
      metrics.append(metric)
    }
    total = min(total, Points(rulebook.trackPoints))
    return TrackScore(
      points: total, isQualified: allEarned && total >= Points(rulebook.passMark),
      metrics: metrics)
  }

  private func score(
    _ metric: borrowing MetricRule, _ month: Int, _ sums: borrowing Sums
  ) -> MetricScore {
    var reason: MetricScore.Reason?
    var components: [ComponentScore] = []
    components.reserveCapacity(metric.components.count)
    for index in metric.components.indices {
      let (score, why) = score(
        metric.components[index].measure, metric.components[index].target, metric.maxPoints, month,
        sums)
      reason = reason ?? why
      components.append(score)
    }
    let points =
      switch metric.combining {
      case .sum: min(components.reduce(.zero) { $0 + $1.points }, Points(metric.maxPoints))
      case .best: components.reduce(.zero) { max($0, $1.points) }
      }
    return MetricScore(
      points: points, reason: points > .zero ? nil : reason, components: components)
  }

  private func score(
    _ number: Int, _ target: Quantity?, _ maximum: Int, _ month: Int, _ sums: borrowing Sums
  ) -> (ComponentScore, MetricScore.Reason?) {
    let reading = readings[number]
    switch reading.source {
    case .people(let prerequisites):
      let count = sums.people.fulfilled(measure: number, month: month)
      var isOpen = true
      for prerequisite in prerequisites {
        let holders = sums.people.holders(
          certification: prerequisite.certification, month: month)
        if holders < prerequisite.holders { isOpen = false }
      }
      let score = compare(Int64(count), nil, reading, target, isOpen ? maximum : 0)
      return (score.0, isOpen ? nil : .prerequisiteNotMet)
    case .workloads:
      return compare(Int64(sums.workloads[number][month]), 0, reading, target, maximum)
    case .tenants:
      let baseline = sums.usage.baseline(measure: number, month: month)
      return compare(
        sums.usage.current(measure: number, month: month), baseline, reading, target, maximum)
    }
  }

  /// Quantity and points from the two periods (scoring.md §2, §12).
  private func compare(
    _ current: Int64, _ baseline: Int64?, _ reading: MeasureReading, _ target: Quantity?,
    _ maximum: Int
  ) -> (ComponentScore, MetricScore.Reason?) {
    var score = ComponentScore(current: current, baseline: baseline, points: .zero)
    let goal = Int128(target?.millionths ?? 0)
    let scale = Int128(reading.isFractional ? 1 : Quantity.one)
    switch reading.comparison {
    case .current, .bothPeriods:
      score.baseline = nil
      score.quantity = .amount(current)
      score.points = points(maximum, Int128(current) * scale, goal)
    case .difference:
      let difference = current &- (baseline ?? 0)
      score.quantity = .amount(difference)
      score.points = points(maximum, Int128(difference) * scale, goal)
    case .growth(let gate):
      guard let baseline, baseline > 0 else { return (score, .noBaseline) }
      let difference = Int128(current) - Int128(baseline)
      score.quantity = .percent(100 * Double(current &- baseline) / Double(baseline))
      if current < gate.currentAtLeast ?? .min || baseline < gate.baselineAtLeast ?? .min {
        return (score, .belowGate)
      }
      score.points = points(
        maximum, 100 * difference * Int128(Quantity.one), goal * Int128(baseline))
    }
    return (score, nil)
  }

  private func points(_ maximum: Int, _ quantity: Int128, _ target: Int128) -> Points {
    guard maximum > 0, target > 0 else { return .zero }
    return Points(maximum: maximum, quantity: quantity, target: target)
  }

  /// How many workloads a measure counts in each month of the window.
  private func workloadCounts(_ tally: Tally, _ measure: Int) -> [Int] {
    guard case .workloads = readings[measure].source else { return [] }
    return (0..<Scorecard.windowLength).map { month in
      var count = 0
      forEachWorkload(tally, measure, month: month) { if $1 > 0 { count += 1 } }
      return count
    }
  }

  /// The workloads a measure may count, with their sum over all tenants and the TTM.
  func countedWorkloads(
    _ tally: Tally, _ measure: Int, month: Int
  ) -> [(workload: Int, value: Int64)] {
    var counted: [(workload: Int, value: Int64)] = []
    forEachWorkload(tally, measure, month: month) { counted.append(($0, $1)) }
    return counted
  }

  private func forEachWorkload(
    _ tally: Tally, _ measure: Int, month: Int, _ body: (Int, Int64) -> Void
  ) {
    guard let usage = plan.measures[measure], let block = usage.workloadBlock,
      months.last.indices.contains(month)
    else { return }
    let last = months.last[month]
    let first = max(0, last - ScoringMonths.year + 1)
    guard last >= first, last < plan.lanes else { return }
    let sums = tally.workloadMonths.span
    for workload in 0..<plan.workloadCount where !usage.isExcepted[workload] {
      let start = (block * plan.workloadCount + workload) * plan.lanes
      var sum: Int64 = 0
      for lane in start + first...start + last { sum &+= sums[lane] }
      body(workload, sum)
    }
  }
}
