/// What one rulebook says otherwise than another, in words.
///
/// Measures are compared by their criteria, which put every rule in words, at the metrics that use
/// them: two rulebooks that number or name their measures differently do not differ.
public struct RulebookDifference: Sendable, Equatable {
  /// The rulebook itself first, then names, then areas by metric; empty where both say the same.
  public var changes: [Change]

  /// An aspect that the two say otherwise, or a subject that only one of them has.
  public struct Change: Sendable, Hashable {
    /// What it is about: `Modern Work, SMB: Deployments`.
    public var subject: String
    /// What of it: `thresholds`; blank where the subject itself is there or not.
    public var aspect: String
    /// Only in the first; nil where nothing is.
    public var before: String?
    /// Only in the second.
    public var after: String?
  }

  /// Areas, tracks and metrics match by id; workloads, associations and certifications by name.
  public init(_ old: Rulebook, _ new: Rulebook) {
    changes = []
    compare("Rulebook", old.facts, new.facts)
    compareNamed("Workload", old.workloads, new.workloads, name: \.name) { $0.facts }
    compareNamed("Association", old.associations, new.associations, name: \.name) { $0.facts }
    compareNamed("Certification", old.certifications, new.certifications, name: \.title) {
      $0.facts
    }
    compareAreas(old, new)
  }

  private mutating func compareAreas(_ old: Rulebook, _ new: Rulebook) {
    pair(old.areas, new.areas, id: \.id) { id, before, after in
      guard let before, let after else {
        return note(before?.name ?? after?.name ?? id, isNew: before == nil)
      }
      compare(after.name, old.facts(of: before), new.facts(of: after))
      pair(before.tracks, after.tracks, id: \.id) { id, track, other in
        guard let track, let other else {
          return note("\(after.name), \((track ?? other)?.name ?? id)", isNew: track == nil)
        }
        let name = after.tracks.count > 1 ? "\(after.name), \(other.name)" : after.name
        pair(track.metrics, other.metrics, id: \.id) { id, metric, changed in
          guard let metric, let changed else {
            return note("\(name): \((metric ?? changed)?.name ?? id)", isNew: metric == nil)
          }
          compare("\(name): \(changed.name)", old.facts(of: metric), new.facts(of: changed))
        }
      }
    }
  }

  private mutating func note(_ subject: String, isNew: Bool) {
    changes.append(
      Change(
        subject: subject, aspect: "", before: isNew ? nil : "there", after: isNew ? "there" : nil))
  }

  private mutating func compareNamed<Rule>(
    _ kind: String, _ old: [Rule], _ new: [Rule], name: (Rule) -> String,
    facts: (Rule) -> [RuleFact]
  ) {
    pair(old, new, id: name) { name, before, after in
      guard let before, let after else {
        return note("\(kind) \(name)", isNew: before == nil)
      }
      compare("\(kind) \(name)", facts(before), facts(after))
    }
  }

  /// Compares the texts of each aspect as sets: order has no meaning in a rule.
  private mutating func compare(_ subject: String, _ old: [RuleFact], _ new: [RuleFact]) {
    pair(old, new, id: \.aspect) { aspect, before, after in
      let (left, right) = (before?.texts ?? [], after?.texts ?? [])
      let gone = left.filter { !right.contains($0) }
      let added = right.filter { !left.contains($0) }
      guard !gone.isEmpty || !added.isEmpty else { return }
      func words(_ texts: [String]) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: "; ")
      }
      changes.append(
        Change(subject: subject, aspect: aspect, before: words(gone), after: words(added)))
    }
  }

  /// What both have in the order of the first; then what only the second has.
  private func pair<Rule>(
    _ old: [Rule], _ new: [Rule], id: (Rule) -> String,
    _ body: (_ id: String, _ before: Rule?, _ after: Rule?) -> Void
  ) {
    for rule in old { body(id(rule), rule, new.first { id($0) == id(rule) }) }
    for rule in new where !old.contains(where: { id($0) == id(rule) }) { body(id(rule), nil, rule) }
  }
}

/// One aspect of a rule, in words.
private struct RuleFact {
  var aspect: String
  var texts: [String]

  init(_ aspect: String, _ texts: [String]) {
    self.aspect = aspect
    self.texts = texts
  }

  init(_ aspect: String, _ text: String?) { self.init(aspect, text.map { [$0] } ?? []) }
}

extension Rulebook {
  fileprivate var facts: [RuleFact] {
    [
      RuleFact("points of a track", "\(trackPoints)"),
      RuleFact("points that qualify", "\(passMark)"),
      RuleFact("near miss", nearness.nearMissWords), RuleFact("at risk", nearness.atRiskWords),
      RuleFact("title prefixes", titlePrefixes),
    ]
  }

  fileprivate func facts(of area: AreaRule) -> [RuleFact] {
    let selection =
      switch area.selection {
      case .only: "there is one"
      case .best: "the higher total"
      case .classified(let rule):
        "\(area.tracks[rule.reached].name) from \(rule.atLeast) on, by: "
          + measures[rule.measure].criteria
      }
    return [
      RuleFact("name", area.name), RuleFact("which track stands for the area", selection),
    ]
  }

  fileprivate func facts(of metric: MetricRule) -> [RuleFact] {
    var facts = [
      RuleFact("points", "\(metric.maxPoints)"), RuleFact("name", metric.name),
      RuleFact("category", metric.category.name),
      RuleFact("components", metric.components.map(\.id)),
    ]
    if metric.components.count > 1 {
      facts.append(
        RuleFact("components count", metric.combining == .sum ? "together" : "by the best"))
    }
    for (criteria, component) in zip(criteria(of: metric), metric.components) {
      let prefix = criteria.component.isEmpty ? "" : "\(criteria.component), "
      let measure = measures[component.measure]
      facts.append(RuleFact(prefix + "counted", measure.countedWords))
      facts += scopeFacts(criteria.items, prefix) + otherFacts(criteria.items, prefix)
    }
    return facts
  }

  /// Scopes have a part for each pair of workloads and associations.
  private func scopeFacts(_ items: [Criteria.Item], _ prefix: String) -> [RuleFact] {
    ["Workloads", "Associations"].flatMap { label in
      items.filter { $0.label == label }.enumerated().map { number, item in
        RuleFact(
          prefix + label.lowercased() + (number > 0 ? " \(number + 1)" : ""), item.texts)
      }
    }
  }

  /// Everything else by its label.
  private func otherFacts(_ items: [Criteria.Item], _ prefix: String) -> [RuleFact] {
    var facts: [RuleFact] = []
    for item in items where item.label != "Workloads" && item.label != "Associations" {
      let aspect = prefix + item.label.lowercased()
      if let index = facts.firstIndex(where: { $0.aspect == aspect }) {
        facts[index].texts += item.texts
      } else {
        facts.append(RuleFact(aspect, item.texts))
      }
    }
    return facts
  }
}

extension Measure {
  /// What is counted, and against what.
  fileprivate var countedWords: String {
    let subject =
      switch usage?.counted {
      case .total(let amount): "\(amount.name) in all"
      case .tenants, .pairs, .workloads, nil: unit.plural
      }
    return switch comparison {
    case .difference: "\(subject), more than a year ago"
    case .growth: "\(subject), growth in percent"
    case .current: "\(subject) now"
    case .bothPeriods: "\(subject), now and a year ago"
    }
  }
}

extension WorkloadRule {
  fileprivate var facts: [RuleFact] {
    [
      RuleFact("also called", aliases), RuleFact("MCV per unit", rate?.description),
      RuleFact("counted by", isCountedByCapacity ? "capacity" : "users"),
      RuleFact("rate", isAssumed ? "assumed" : nil),
    ]
  }
}

extension AssociationRule {
  fileprivate var facts: [RuleFact] { [RuleFact("id", id), RuleFact("also called", aliases)] }
}

extension CertificationRule {
  fileprivate var facts: [RuleFact] {
    [
      RuleFact("also called", aliases), RuleFact("eligible until", eligibleThrough?.name),
      RuleFact("exams that count", examTitlesContaining),
      RuleFact("assessments", countsAssessments ? "count" : nil),
    ]
  }
}
