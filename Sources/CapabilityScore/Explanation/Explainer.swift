/// Answers who contributes to a measure and why, with the evaluator that scores (scoring.md §10).
public struct Explainer: Sendable {
  public let scorer: Scorer
  public let portfolio: Portfolio

  public init(scorer: Scorer, portfolio: Portfolio) {
    self.scorer = scorer
    self.portfolio = portfolio
  }

  var rulebook: Rulebook { scorer.rulebook }

  /// Everybody and everything a measure looks at, in portfolio order.
  ///
  /// - Parameters:
  ///   - measure: A number in the rulebook.
  ///   - month: 0 for now, 1…5 for the months before in the window.
  /// - Complexity: O(tenants) or O(people).
  public func contributors(measure: Int, month: Int = 0) -> ContributorList {
    switch rulebook.measures[measure].counting {
    case .usage(let rule):
      switch rule.counted {
      case .tenants, .total: tenantContributors(measure, rule, month)
      case .pairs: pairContributors(measure, rule, month)
      case .workloads: workloadContributors(measure, month)
      }
    case .skills(let rule): individualContributors(rule, month)
    }
  }

  /// The conditions of one contributor, in the order of scoring.md §10.
  public func conditions(of subject: Subject, measure: Int, month: Int = 0) -> [Condition] {
    switch (subject, rulebook.measures[measure].counting) {
    case (.individual(let number), .skills(let rule)):
      individualConditions(portfolio.roster[number], rule, month)
    case (.tenant(let tenant), .usage(let rule)):
      usageConditions(tenant, nil, measure, rule, month)
    case (.pair(let tenant, let workload), .usage(let rule)):
      usageConditions(tenant, workload, measure, rule, month)
    case (.workload(let workload), .usage):
      workloadConditions(workload, measure, month)
    default: []
    }
  }

  /// L of a month of the window, as a lane; nil where there is no usage.
  func lastLane(_ month: Int) -> Int? {
    scorer.months.last.indices.contains(month) ? scorer.months.last[month] : nil
  }

  /// The name of what is counted.
  public func label(_ subject: Subject) -> String {
    switch subject {
    case .tenant(let tenant): portfolio.tenants.label(tenant)
    case .pair(let tenant, let workload):
      "\(portfolio.tenants.label(tenant)) · \(portfolio.names.workloads[workload])"
    case .workload(let workload): portfolio.names.workloads[workload]
    case .individual(let number): portfolio.roster[number].label
    }
  }
}
