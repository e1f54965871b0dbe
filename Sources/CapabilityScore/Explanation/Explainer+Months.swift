/// The months behind a contributor, to be drawn.
public struct ChartMonths: Sendable, Equatable {
  /// The unit of the values and of the threshold.
  public var unit: Unit
  /// Oldest first; nil where there is no fact.
  public var values: [Int64?]
  /// What a month must reach to count; nil where no single month decides.
  public var threshold: Int64?

  /// Months as they are given; a series that no measure looks at has no threshold.
  public init(unit: Unit, values: [Int64?], threshold: Int64? = nil) {
    self.unit = unit
    self.values = values
    self.threshold = threshold
  }
}

extension Explainer {
  /// The months of what a contributor is counted by, oldest first; nil where there is no fact.
  public func months(of subject: Subject, measure: Int) -> ChartMonths? {
    guard let rule = rulebook.measures[measure].usage, let last = lastLane(0) else { return nil }
    let tenant: Int
    var onlyWorkload: Int?
    switch subject {
    case .tenant(let number): tenant = number
    case .pair(let number, let workload):
      tenant = number
      onlyWorkload = workload
    default: return nil
    }
    var amount: Amount?
    if case .total(let counted) = rule.counted { amount = counted }
    guard let amount = amount ?? rule.tests.first?.amount else { return nil }
    var reading = UsageReading(scorer)
    reading.read(tenant, of: portfolio.series)
    let isLargest =
      if case .anyWorkload? = rule.tests.first, onlyWorkload == nil { true } else { false }
    let lanes = reading.values(rule.scope, amount).filter { values in
      onlyWorkload.map { $0 == values.workload } ?? true
    }
    let first = last - Explainer.chartMonths + 1
    return ChartMonths(
      unit: amount.unit,
      values: (first...last).map { lane in
        let values = lanes.compactMap { $0.lanes.indices.contains(lane) ? $0.lanes[lane] : nil }
        if values.isEmpty { return nil }
        return isLargest ? values.max() : values.reduce(0, &+)
      },
      // A bound on twelve months says nothing about one.
      threshold: rule.period == .trailingYear || amount != rule.tests.first?.amount
        ? nil : rule.tests.first?.bounds?.lower?.value)
  }

  /// The months that charts show, oldest first.
  public var chartMonthNames: [Month] {
    guard let last = lastLane(0) else { return [] }
    return (last - Explainer.chartMonths + 1...last).map(scorer.window.month)
  }
}
