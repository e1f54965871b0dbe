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
  func lastDay(of certification: Int, _ person: Individual) -> Day? {
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
    for place in rulebook.metricNumbers {
      let skills = rulebook[place].components.compactMap { rulebook.measures[$0.measure].skills }
      let asked = skills.flatMap { $0.prerequisites.map(\.certification) + $0.allOf + $0.anyOf }
      for certification in Set(asked) { metrics[certification, default: []].append(place) }
    }
    return metrics
  }
}

extension Expiry {
  /// The what-if edit in which it has ended.
  public func edit(_ explainer: Explainer) -> ScenarioEdit {
    .revoke(
      individual: explainer.portfolio.roster[person].id,
      certification: explainer.rulebook.certifications[certification].title)
  }
}

extension ScenarioBoard {
  /// What each of the certifications carries: the points that the areas lose without it alone, in
  /// rulebook order; also negative where a track changes.
  public func losses(of expiries: [Expiry], _ explainer: Explainer) -> [[Points]] {
    var board = self
    let now = scorecard.areas
    return expiries.map { expiry in
      zip(now, board.preview([expiry.edit(explainer)]).areas).map { $0.points - $1.points }
    }
  }
}

extension Rulebook {
  /// `Intermediate certifications: Modern Work, Security`; an area once, whatever its tracks.
  public func words(_ places: [MetricNumber]) -> String {
    var found: [(metric: String, areas: [String])] = []
    for place in places {
      let area = areas[place.area]
      let metric = self[place].name
      let index = found.firstIndex { $0.metric == metric } ?? found.count
      if index == found.count { found.append((metric, [])) }
      if !found[index].areas.contains(area.shortName) { found[index].areas.append(area.shortName) }
    }
    return found.map { "\($0.metric): \($0.areas.joined(separator: ", "))" }.joined(separator: "; ")
  }
}
