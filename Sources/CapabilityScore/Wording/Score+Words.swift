extension Points {
  /// One decimal place: `14.0`; cut off, not rounded, so that 69.96 does not read as 70.0.
  public var words: String {
    NumberWords.fixed((value * 10 + 1e-9).rounded(.down) / 10)
  }

  /// One decimal place, rounded up: for what is missing, so that it fills the gap that is shown.
  public var wordsRoundedUp: String {
    NumberWords.fixed((value * 10 - 1e-9).rounded(.up) / 10)
  }

  /// With its sign: `+2.0`, `-1.5`.
  public var signedWords: String {
    let text = NumberWords.fixed(value)
    return value > 0 ? "+\(text)" : text
  }

  /// A change with its sign, `=` where there is none.
  public var changeWords: String { self == .zero ? "=" : signedWords }
}

extension MetricScore.Reason {
  /// Why a metric earns nothing, as a phrase: `below the gate`.
  public var words: String {
    switch self {
    case .prerequisiteNotMet: "prerequisite not met"
    case .belowGate: "below the gate"
    case .noBaseline: "nothing to compare with a year ago"
    }
  }
}

extension MetricCategory {
  /// As headings have it: `Customer success`.
  public var name: String {
    switch self {
    case .performance: "Performance"
    case .skilling: "Skilling"
    case .customerSuccess: "Customer success"
    }
  }
}

extension Rulebook {
  /// What a component has of what it needs: `7 of 10 tenants`, `12.0 % of 20 %`.
  public func words(_ component: ComponentRule, _ score: ComponentScore) -> String {
    let measure = measures[component.measure]
    guard let target = component.target else { return measure.unit.words(score.current) }
    switch score.quantity {
    case .percent(let percent):
      // Cut off like points, so that the two agree.
      let cut = (percent * 10 + (percent < 0 ? -1e-9 : 1e-9)).rounded(.towardZero) / 10
      return "\(NumberWords.fixed(cut)) % of \(NumberWords.money(target.millionths)) %"
    case .amount(let amount):
      return "\(measure.unit.number(amount)) of \(words(target, measure.unit))"
    case nil: return "no growth to measure"
    }
  }

  /// Both periods: `12 now, 5 a year ago`; nil where nothing is compared.
  public func periodWords(_ component: ComponentRule, _ score: ComponentScore) -> String? {
    guard let baseline = score.baseline else { return nil }
    let unit = measures[component.measure].unit
    return "\(unit.number(score.current)) now, \(unit.number(baseline)) a year ago"
  }

  /// What is missing to the full points: `3 tenants`; nil where nothing is.
  public func missingWords(_ component: ComponentRule, _ score: ComponentScore) -> String? {
    let measure = measures[component.measure]
    guard let target = component.target else { return nil }
    switch score.quantity {
    case .percent(let percent):
      let missing = target.doubleValue - percent
      // Rounded up, so that it fills the gap that is shown.
      let words = NumberWords.fixed((missing * 10 - 1e-9).rounded(.up) / 10)
      return missing > 0 ? "\(words) % more growth" : nil
    case .amount(let amount):
      let goal = measure.unit.isFractional ? target.millionths : target.millionths / Quantity.one
      return amount < goal ? "\(measure.unit.words(goal &- amount))" : nil
    case nil: return nil
    }
  }

  private func words(_ target: Quantity, _ unit: Unit) -> String {
    let value = unit.isFractional ? target.millionths : target.millionths / Quantity.one
    return unit.words(value)
  }
}
