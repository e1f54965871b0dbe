/// A certification that a person holds today, and soon no more.
public struct Expiry: Sendable, Equatable {
  /// A number in the roster.
  public var person: Int
  /// A number in the rulebook.
  public var certification: Int
  /// The last day on which it counts.
  public var ends: Day
  /// The metrics that ask for it, as one of theirs or as a prerequisite.
  public var metrics: [MetricNumber]
}

extension Explainer {
  /// What ends within some days and is not renewed by another record, the soonest first.
  ///
  /// A certification also ends with the last day on which it is eligible.
  public func expiries(within days: Int) -> [Expiry] {
    let metrics = metricsByCertification
    let found = portfolio.roster.enumerated().flatMap { number, person in
      held(by: person, on: scorer.asOf).compactMap { certification -> Expiry? in
        guard let ends = lastDay(of: certification, person),
          scorer.asOf.distance(to: ends) <= days
        else { return nil }
        return Expiry(
          person: number, certification: certification, ends: ends,
          metrics: metrics[certification] ?? [])
      }
    }
    return found.sorted {
      ($0.ends, $0.person, $0.certification) < ($1.ends, $1.person, $1.certification)
    }
  }

  /// The last day of what counts today; nil where nothing ends.
  private func lastDay(of certification: Int, _ person: Individual) -> Day? {
    let records = person.holdings.filter {
      scorer.people.certification(of: $0) == certification
        && scorer.people.counts($0, certification, on: scorer.asOf)
    }
    let eligibleThrough = rulebook.certifications[certification].eligibleThrough
    let ends = records.map { [$0.expires, eligibleThrough].compactMap { $0 }.min() }
    return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
  }

  private var metricsByCertification: [Int: [MetricNumber]] {
    var metrics: [Int: [MetricNumber]] = [:]
    for (area, areaRule) in rulebook.areas.enumerated() {
      for (track, trackRule) in areaRule.tracks.enumerated() {
        for (metric, rule) in trackRule.metrics.enumerated() {
          let skills = rule.components.compactMap { rulebook.measures[$0.measure].skills }
          let asked = skills.flatMap { $0.prerequisites.map(\.certification) + $0.allOf + $0.anyOf }
          for certification in Set(asked) {
            metrics[certification, default: []].append(
              MetricNumber(area: area, track: track, metric: metric))
          }
        }
      }
    }
    return metrics
  }
}
