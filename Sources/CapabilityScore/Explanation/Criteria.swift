/// What a component of a metric asks for, in words generated from the rules.
public struct Criteria: Sendable, Equatable {
  /// The component's id where the metric has several; else empty.
  public var component: String
  /// What is counted, in the words of the rulebook's measure.
  public var text: String
  /// Where the rule is from, as the rulebook says: `Insights criteria, Solution area - security`.
  public var source: String
  /// Labelled lines: workloads, associations, thresholds, certifications, target.
  public var items: [Item]

  /// One labelled line of the criteria, or a list under a label.
  public struct Item: Sendable, Equatable {
    /// `Workloads`, `Associations`, `Thresholds`, `Any of`, `Full points` and the like.
    public var label: String
    /// What stands under the label: a text, or one for each workload, threshold or title.
    public var texts: [String]
  }
}

extension Rulebook {
  /// The criteria of a metric, a part for each component.
  public func criteria(of metric: MetricRule) -> [Criteria] {
    metric.components.map { component in
      let measure = measures[component.measure]
      var items: [Criteria.Item] = []
      switch measure.counting {
      case .usage(let rule): items = usageItems(rule, measure)
      case .skills(let rule): items = skillItems(rule)
      }
      if let target = component.target {
        items.append(
          Criteria.Item(label: "Full points", texts: [targetWords(target, measure, metric)]))
      }
      return Criteria(
        component: metric.components.count > 1 ? component.id : "", text: measure.criteria,
        source: measure.source, items: items)
    }
  }

  private func usageItems(_ rule: UsageRule, _ measure: Measure) -> [Criteria.Item] {
    var items: [Criteria.Item] = []
    for pair in scopes[rule.scope].pairs {
      let workloads = pair.workloads.map { $0.map { workloadWords($0) } } ?? ["all workloads"]
      items.append(Criteria.Item(label: "Workloads", texts: workloads))
      let names = pair.associations.map { associations[$0].name }
      items.append(Criteria.Item(label: "Associations", texts: [names.joined(separator: ", ")]))
    }
    if case .workloads(_, let except) = rule.counted, !except.isEmpty {
      items.append(Criteria.Item(label: "Except", texts: except))
    }
    items.append(Criteria.Item(label: "Months", texts: [rule.period.words]))
    let tests = rule.tests.map { "\($0.valueName): \($0.words)" }
    if !tests.isEmpty { items.append(Criteria.Item(label: "Thresholds", texts: tests)) }
    if rule.isQualified {
      items.append(
        Criteria.Item(
          label: "Qualified usage",
          texts: ["usage from before the partner was associated earns nothing"]))
    }
    if case .growth(let gate) = measure.comparison {
      let unit = measure.unit
      let gates = [
        gate.currentAtLeast.map { "now at least \(unit.words($0))" },
        gate.baselineAtLeast.map { "a year ago at least \(unit.words($0))" },
      ].compactMap { $0 }
      if !gates.isEmpty { items.append(Criteria.Item(label: "Gate", texts: gates)) }
    }
    return items
  }

  private func workloadWords(_ number: Int) -> String {
    let rule = workloads[number]
    guard let rate = rule.rate else { return rule.name }
    return "\(rule.name) (\(rate) MCV per \(rule.isCountedByCapacity ? "unit of capacity" : "user")"
      + (rule.isAssumed ? ", assumed)" : ")")
  }

  private func skillItems(_ rule: SkillRule) -> [Criteria.Item] {
    var items: [Criteria.Item] = []
    for prerequisite in rule.prerequisites {
      items.append(
        Criteria.Item(
          label: "First",
          texts: ["\(prerequisite.holders) people with \(title(prerequisite.certification))"]))
    }
    if !rule.allOf.isEmpty {
      items.append(Criteria.Item(label: "All of", texts: rule.allOf.map(title)))
    }
    if !rule.anyOf.isEmpty {
      items.append(Criteria.Item(label: "Any of", texts: rule.anyOf.map(title)))
    }
    return items
  }

  private func title(_ number: Int) -> String {
    let rule = certifications[number]
    return rule.eligibleThrough.map { "\(rule.title) (until \($0.name))" } ?? rule.title
  }

  private func targetWords(_ target: Quantity, _ measure: Measure, _ metric: MetricRule) -> String {
    let points = "\(metric.maxPoints) points"
    switch measure.comparison {
    case .growth: return "\(points) at \(NumberWords.money(target.millionths)) % growth"
    default:
      let value = measure.unit.isFractional ? target.millionths : target.millionths / Quantity.one
      return "\(points) at \(measure.unit.words(value))"
    }
  }
}

extension UsageRule.Period {
  /// What the months are compared with is the same a year before.
  public var words: String {
    switch self {
    case .lastMonth: "the last month, and the same month a year before"
    case .eitherOfLastTwo: "either of the last two months, and the same a year before"
    case .trailingYear: "the last twelve months, and the twelve before"
    }
  }
}

extension Explainer {
  /// The metrics, of every track, that admit a workload under some association and read one of these
  /// fields of it, in the rulebook's order.
  public func admittingMetrics(_ workload: Int, _ fields: Set<Field>) -> [MetricNumber] {
    let plan = scorer.plan
    let row = workload * plan.associationCount
    let scopes = plan.admission[row..<row + plan.associationCount].reduce(0, |)
    return rulebook.metricNumbers.filter { place in
      rulebook[place].components.contains {
        guard let usage = rulebook.measures[$0.measure].usage,
          scopes & (1 << UInt64(usage.scope)) != 0, !fields.isDisjoint(with: usage.fields)
        else { return false }
        return scorer.plan.measures[$0.measure].map { !$0.isExcepted[workload] } ?? false
      }
    }
  }
}
