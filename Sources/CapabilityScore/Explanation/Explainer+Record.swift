/// One row of a person's training record, as rules see it.
public struct HoldingLine: Sendable, Equatable {
  /// The row itself, with the title in its own spelling.
  public var holding: Holding
  /// What it is worth on the as-of date.
  public var state: State
  /// Days until it ends; nil where nothing ends.
  public var daysLeft: Int?
  /// The metrics that list it, of every track.
  public var metrics: [MetricNumber]

  /// Whether a row counts on the as-of date, for how long, or why it does not (scoring.md §8).
  public enum State: Sendable, Equatable {
    /// Counts, for longer than the horizon or for less.
    case counts, expiring
    /// Ended before the day, or begins after it.
    case expired, notYet
    /// Its status is neither Active nor blank.
    case inactive
    /// The certification itself counts no longer on the day.
    case notEligible
    /// No metric lists it.
    case notListed

    /// In words, for people: `expires soon`.
    public var words: String {
      switch self {
      case .counts: "valid"
      case .expiring: "expires soon"
      case .expired: "expired"
      case .notYet: "not completed yet"
      case .inactive: "inactive"
      case .notEligible: "no longer eligible"
      case .notListed: "counts nowhere"
      }
    }
  }
}

/// A metric by its numbers in the rulebook.
public struct MetricNumber: Hashable, Sendable {
  /// The area's number in the rulebook.
  public var area: Int
  /// The track's number in its area.
  public var track: Int
  /// The metric's number in its track.
  public var metric: Int

  /// Names a metric by numbers from 0; whether the rulebook has it is not checked.
  public init(area: Int, track: Int, metric: Int) {
    self.area = area
    self.track = track
    self.metric = metric
  }
}

extension Rulebook {
  /// All metrics of all tracks, in the rulebook's order.
  public var metricNumbers: [MetricNumber] {
    areas.enumerated().flatMap { area, rule in
      rule.tracks.enumerated().flatMap { track, rule in
        rule.metrics.indices.map { MetricNumber(area: area, track: track, metric: $0) }
      }
    }
  }

  /// The rule of a metric, which must be one of this rulebook.
  public subscript(place: MetricNumber) -> MetricRule {
    areas[place.area].tracks[place.track].metrics[place.metric]
  }
}

/// A metric that one more certification would make a person count for.
public struct OneMore: Sendable, Equatable {
  /// Of any track, the partner's or not.
  public var metric: MetricNumber
  /// Any of these will do, by number.
  public var certifications: [Int]
}

extension Explainer {
  /// The certifications that count on the as-of date, by number, in rulebook order.
  public func validCertifications(of person: Individual) -> [Int] {
    held(by: person, on: scorer.asOf).sorted()
  }

  /// The metrics a person counts for.
  public func countedMetrics(of person: Individual) -> [MetricNumber] {
    let held = held(by: person, on: scorer.asOf)
    return skillMetrics().filter { scorer.people.isFulfilled($0.rule, by: held) }.map(\.number)
  }

  /// The first day on which something that counts ends, as ``expiries(within:)`` has it.
  public func nextExpiry(of person: Individual) -> Day? {
    held(by: person, on: scorer.asOf).compactMap { lastDay(of: $0, person) }.min()
  }

  /// A person's training record as of the day of the score, row by row in its own order.
  public func holdings(of person: Individual) -> [HoldingLine] {
    person.holdings.map { holding in
      let number = scorer.people.certification(of: holding)
      let state = state(of: holding, number)
      let metrics = skillMetrics().filter { metric in
        number.map { (metric.rule.allOf + metric.rule.anyOf).contains($0) } ?? false
      }
      return HoldingLine(
        holding: holding, state: state,
        daysLeft: holding.expires.map { scorer.asOf.distance(to: $0) },
        metrics: metrics.map(\.number))
    }
  }

  /// Where one certification more would make a person count.
  public func oneMore(for person: Individual) -> [OneMore] {
    let held = held(by: person, on: scorer.asOf)
    return skillMetrics().compactMap { metric in
      guard missing(metric.rule, held) == 1, !scorer.people.isFulfilled(metric.rule, by: held)
      else {
        return nil
      }
      let lacking = metric.rule.allOf.filter { !held.contains($0) }
      return OneMore(
        metric: metric.number, certifications: lacking.isEmpty ? metric.rule.anyOf : lacking)
    }
  }

  private func skillMetrics() -> [(number: MetricNumber, rule: SkillRule)] {
    rulebook.metricNumbers.flatMap { place in
      rulebook[place].components.compactMap { component in
        rulebook.measures[component.measure].skills.map { (place, $0) }
      }
    }
  }

  private func state(of holding: Holding, _ number: Int?) -> HoldingLine.State {
    guard let number else { return .notListed }
    let day = scorer.asOf
    if holding.completed > day { return .notYet }
    if let expires = holding.expires, expires < day { return .expired }
    if !holding.isActive { return .inactive }
    if let last = rulebook.certifications[number].eligibleThrough, last < day {
      return .notEligible
    }
    if let expires = holding.expires, day.distance(to: expires) <= rulebook.nearness.expiryDays {
      return .expiring
    }
    return .counts
  }
}
