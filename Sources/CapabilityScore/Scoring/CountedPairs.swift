/// A measure that counts (tenant, workload) pairs, without anything that is counted by reference.
struct CountedPairs: Sendable {
  /// The measure's number.
  var number: Int
  /// What all its tests admit.
  var range: ValueRange
  var period: UsageRule.Period
  var comparison: Measure.Comparison

  init(_ number: Int, _ rule: UsageRule, _ comparison: Measure.Comparison) {
    self.number = number
    period = rule.period
    self.comparison = comparison
    let bounds = rule.tests.map { test -> Bounds? in
      if case .total(_, let bounds) = test { bounds } else { nil }
    }
    let range = bounds.reduce(Optional(Int64.min...Int64.max)) { both, bounds in
      guard let both, let range = bounds?.range, both.overlaps(range) else { return nil }
      return both.clamped(to: range)
    }
    self.range = ValueRange(range)
  }
}
