/// Answers who contributes to a measure and why, with the evaluator that scores (scoring.md §10).
public struct Explainer: Sendable {
  /// The rules that are explained, with the as-of date and L.
  public let scorer: Scorer
  /// The data that is explained; subjects are numbers in it.
  public let portfolio: Portfolio
  /// The sum of all tenants, where it is known.
  private let usage: Tally?
  /// The sum of all people, where it is known.
  private let people: RosterTally?

  /// Explains data by the rules it is scored by.
  ///
  /// - Parameters:
  ///   - scorer: Resolved for the names and the window of `portfolio`.
  ///   - usage: The sum of all tenants; if nil, it is taken anew wherever workloads are counted.
  ///   - people: The sum of all people; if nil, it is taken anew wherever prerequisites are explained.
  public init(
    scorer: Scorer, portfolio: Portfolio, usage: Tally? = nil, people: RosterTally? = nil
  ) {
    self.scorer = scorer
    self.portfolio = portfolio
    self.usage = usage
    self.people = people
  }

  /// The sum of all tenants.
  var tally: Tally { usage ?? scorer.tally(portfolio.series) }

  /// The sum of all people.
  var rosterTally: RosterTally { people ?? scorer.tally(portfolio.roster) }

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

  /// The contributors of other data, brought up to date where it differs from this.
  ///
  /// - Parameters:
  ///   - old: The list of data in which all but some tenants are as here, in the same months.
  ///   - tenants: Those that are not, in order.
  /// - Complexity: O(contributors) copies, and O(tenants) evaluations.
  public func contributors(
    measure: Int, updating old: ContributorList, tenants: [Int]
  ) -> ContributorList {
    guard let rule = rulebook.measures[measure].usage, old.contributors.first?.tenant != nil else {
      return contributors(measure: measure)
    }
    var list = old
    list.contributors.removeAll(keepingCapacity: true)
    var rest = old.contributors[...]
    for tenant in tenants {
      let end = rest.firstIndex { ($0.tenant ?? 0) >= tenant } ?? rest.endIndex
      list.contributors += rest[..<end]
      rest = rest[end...].drop { $0.tenant == tenant }
      list.contributors += contributors(ofTenant: tenant, measure: measure, rule).contributors
    }
    list.contributors += rest
    return list
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
