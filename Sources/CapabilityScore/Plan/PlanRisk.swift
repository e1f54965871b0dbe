/// Something that counts now, and soon may not: keeping it is part of any plan (scoring.md §10).
public struct PlanRisk: Hashable, Sendable {
  /// The metric it counts for, by number in the track.
  public var metric: Int
  /// The component, by number in the metric.
  public var component: Int
  /// The tenant, pair or person that counts, by number in the edited portfolio.
  public var subject: Subject
  /// What is at risk, in words.
  public var title: String
  /// The relative distance to being lost.
  public var distance: Double
  /// What the component would earn less without it.
  public var loss: Points
}

extension StepFinder {
  /// Who counts for a component with little to spare, the nearest to be lost first.
  func risks(metric: Int, component: Int, _ outlook: ComponentOutlook) -> [PlanRisk] {
    let loss = outlook.score.points - outlook.points(adding: -1)
    func risk(_ subject: Subject, _ title: String, _ distance: Double) -> PlanRisk {
      PlanRisk(
        metric: metric, component: component, subject: subject, title: title, distance: distance,
        loss: loss)
    }
    if let rule = outlook.measure.skills {
      return ground.expiring(rule).map { number, day, distance in
        risk(
          .individual(number),
          "\(ground.edited.individual(number).label): counts until \(day.name)",
          distance)
      }
    }
    return shortfalls.risks[outlook.rule.measure].map { find in
      let name = ground.edited.tenantLabel(find.tenant)
      guard let workload = find.workload else {
        return risk(.tenant(find.tenant), name, find.shortfall)
      }
      return risk(
        .pair(tenant: find.tenant, workload: workload),
        "\(name) · \(ground.edited.names.workloads[workload])", find.shortfall)
    }
  }
}

extension PlanGround {
  /// The people who fulfil a rule today and no more within the horizon, with their last day.
  fileprivate func expiring(_ rule: SkillRule) -> [(Int, Day, Double)] {
    let explainer = Explainer(scorer: scorer, portfolio: edited.base)
    let day = scorer.asOf
    return (0..<edited.individualCount).compactMap { number in
      guard scorer.people.isFulfilled(rule, by: held[number]),
        let until = explainer.lastDay(of: edited.individual(number), rule, from: day),
        let distance = scorer.rulebook.nearness.riskDistance(until: until, from: day)
      else { return nil }
      return (number, until, distance)
    }.sorted { $0.2 < $1.2 }
  }
}
