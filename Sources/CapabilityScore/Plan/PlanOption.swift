/// One way to deal with a metric: what it costs, and what the metric earns then.
struct PlanOption: PlanBargain {
  enum Part {
    /// The first steps of a component, after those that open it.
    case steps(component: Int, count: Int)
    /// More of a component's total.
    case growth(component: Int, amount: Int64)
  }

  var effort: Double
  var points: Points
  var parts: [Part]
}

extension ComponentOutlook {
  /// Nothing, one step, two steps …; or growth by whole points.
  func options(component: Int) -> [PlanOption] {
    var options = [PlanOption(effort: 0, points: score.points, parts: [])]
    if addsAmounts {
      for points in stride(from: 1, through: maximum, by: 1) {
        guard let amount = amount(for: points), amount > 0 else { continue }
        options.append(
          PlanOption(
            effort: growthEntry + Double(amount) / fullValue, points: self.points(adding: amount),
            parts: [.growth(component: component, amount: amount)]))
      }
      return options
    }
    var effort = entry.reduce(0) { $0 + $1.effort }
    for count in 0...steps.count {
      if count > 0 { effort += steps[count - 1].effort }
      let points = points(adding: Int64(count))
      if count == 0 && entry.isEmpty { continue }
      options.append(
        PlanOption(
          effort: effort, points: points, parts: [.steps(component: component, count: count)]))
      if points >= Points(maximum) { break }
    }
    return options
  }
}

extension MetricRule {
  /// The ways to deal with a metric; no two of them equal in effort or points.
  func options(_ outlooks: [ComponentOutlook]) -> [PlanOption] {
    var combined: [PlanOption]?
    for (component, outlook) in outlooks.enumerated() {
      let options = outlook.options(component: component).unbeaten()
      guard let before = combined else {
        combined = options
        continue
      }
      combined = before.flatMap { first in options.map { second in join(first, second) } }
        .unbeaten()
    }
    return combined ?? []
  }

  private func join(_ first: PlanOption, _ second: PlanOption) -> PlanOption {
    PlanOption(
      effort: first.effort + second.effort,
      points: combining == .sum
        ? min(first.points + second.points, Points(maxPoints)) : max(first.points, second.points),
      parts: first.parts + second.parts)
  }
}
