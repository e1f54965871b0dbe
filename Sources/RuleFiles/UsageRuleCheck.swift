import CapabilityScore

/// Refuses combinations that read well but that no evaluation stands behind.
struct UsageRuleCheck {
  let rule: UsageRule
  let comparison: Measure.Comparison

  init(_ rule: UsageRule, _ comparison: Measure.Comparison) {
    self.rule = rule
    self.comparison = comparison
  }

  /// - Throws: The first combination that is refused, at the measure's line.
  func check(_ node: TOMLNode) throws(TOMLFileError) {
    if let problem = monthsProblem ?? countingProblem ?? qualifiedUsageProblem {
      throw node.failure(problem)
    }
  }

  /// Sums over twelve months are totals; whatever looks at single workloads looks at single months.
  private var monthsProblem: String? {
    switch (rule.period, rule.counted) {
    case (.eitherOfLastTwo, .total): "a total cannot be of months = \"either-of-last-two\""
    case (.trailingYear, _) where rule.tests.contains(where: \.isOfOneMonth):
      "any-workload and share do not go with months = \"ttm\""
    default: nil
    }
  }

  private var countingProblem: String? {
    switch rule.counted {
    case .pairs:
      if rule.tests.count == 1, case .total? = rule.tests.first { return nil }
      return "pairs have exactly one test, with total"
    case .workloads:
      let isPlain = rule.tests.isEmpty && rule.period == .trailingYear && comparison == .current
      return isPlain
        ? nil : "workloads go with months = \"ttm\" and compare = \"current\", without tests"
    case .tenants, .total: return nil
    }
  }

  private var qualifiedUsageProblem: String? {
    guard rule.isQualified else { return nil }
    let isSupported =
      switch rule.counted {
      case .tenants: rule.tests.contains { if case .share = $0 { true } else { false } }
      case .total(.field): true
      case .total(.consumption), .pairs, .workloads: false
      }
    return isSupported && rule.period == .lastMonth
      ? nil
      : "qualified-usage goes with months = \"last\", and with tenants that have a share, "
        + "or a total of a field"
  }
}

extension UsageTest {
  fileprivate var isOfOneMonth: Bool {
    switch self {
    case .total: false
    case .anyWorkload, .share: true
    }
  }
}
