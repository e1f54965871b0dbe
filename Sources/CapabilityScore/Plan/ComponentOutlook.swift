/// Where a component stands, and the steps that take it further.
struct ComponentOutlook {
  let rule: ComponentRule
  let measure: Measure
  let maximum: Int
  let score: ComponentScore
  /// Taken before anything is earned, all of them: what is missing of the prerequisites.
  var entry: [PlanStep] = []
  /// Each adds one to what is counted; by effort. Empty for totals, which grow by amounts.
  var steps: [PlanStep] = []
  /// The effort of whatever a total needs before it can grow.
  var growthEntry = 0.0

  var addsAmounts: Bool { if case .total? = measure.usage?.counted { true } else { false } }

  private var goal: Int128 { Int128(rule.target?.millionths ?? 0) }
  private var scale: Int128 { measure.unit.isFractional ? 1 : Int128(Quantity.one) }

  private var quantity: Int128 {
    Int128(score.current) - Int128(score.baseline ?? 0)
  }

  /// What the component would earn with so much more of what it counts.
  func points(adding amount: Int64) -> Points {
    guard maximum > 0, goal > 0 else { return .zero }
    let after = quantity + Int128(amount)
    switch measure.comparison {
    case .growth:
      guard let baseline = score.baseline, baseline > 0 else { return .zero }
      return Points(
        maximum: maximum, quantity: 100 * after * Int128(Quantity.one),
        target: goal * Int128(baseline))
    case .difference, .current, .bothPeriods:
      return Points(maximum: maximum, quantity: after * scale, target: goal)
    }
  }

  /// How much more is needed to earn some points; nil where no amount helps.
  func amount(for points: Int) -> Int64? {
    guard maximum > 0, goal > 0 else { return nil }
    var needed: Int128
    switch measure.comparison {
    case .growth(let gate):
      guard let baseline = score.baseline, baseline > 0, baseline >= gate.baselineAtLeast ?? .min
      else { return nil }
      let product = goal * Int128(baseline) * Int128(points)
      needed = product.dividedUp(by: 100 * Int128(Quantity.one) * Int128(maximum)) - quantity
      needed = max(needed, Int128(gate.currentAtLeast ?? .min) - Int128(score.current))
    case .difference, .current, .bothPeriods:
      needed = (goal * Int128(points)).dividedUp(by: scale * Int128(maximum)) - quantity
    }
    return Int64(exactly: max(0, needed))
  }

  /// The current value at which the component earns everything: what efforts are relative to.
  var fullValue: Double {
    max(1, Double(score.current) + Double(amount(for: maximum) ?? 0))
  }
}

extension Int128 {
  fileprivate func dividedUp(by divisor: Int128) -> Int128 {
    self > 0 ? (self + divisor - 1) / divisor : self / divisor
  }
}
