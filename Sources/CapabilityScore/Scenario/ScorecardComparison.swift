/// Two scorecards side by side, matched by id, so that they may be of different rulebooks (§11).
///
/// What both have is in the order of the second; what only the first has comes at the end.
public struct ScorecardComparison: Sendable, Equatable {
  public var areas: [Area]

  public struct Area: Sendable, Equatable {
    public var id: String
    public var points: BeforeAfter<Points>
    public var isQualified: BeforeAfter<Bool>
    /// The id of the partner's track, which edits may change.
    public var selectedTrack: BeforeAfter<String>
    public var tracks: [Track]
  }

  public struct Track: Sendable, Equatable {
    public var id: String
    public var points: BeforeAfter<Points>
    public var isQualified: BeforeAfter<Bool>
    public var metrics: [Metric]
  }

  public struct Metric: Sendable, Equatable {
    public var id: String
    public var points: BeforeAfter<Points>
    public var reason: BeforeAfter<MetricScore.Reason>
    public var components: [Component]
  }

  public struct Component: Sendable, Equatable {
    public var id: String
    public var score: BeforeAfter<ComponentScore>
    public var points: BeforeAfter<Points>
  }
}

extension ScorecardComparison {
  /// - Parameters:
  ///   - rules: The rulebook of the first scorecard.
  ///   - otherRules: The rulebook of the second.
  public init(
    _ before: Scorecard, _ rules: Rulebook, _ after: Scorecard, _ otherRules: Rulebook
  ) {
    areas = matched(
      zip(rules.areas, before.areas).map { ($0.id, (rule: $0, score: $1)) },
      zip(otherRules.areas, after.areas).map { ($0.id, (rule: $0, score: $1)) }
    ) { Area(id: $0, before: $1, after: $2) }
  }
}

extension ScorecardComparison.Area {
  typealias Side = (rule: AreaRule, score: AreaScore)

  init(id: String, before: Side?, after: Side?) {
    self.id = id
    points = BeforeAfter(before: before?.score.points, after: after?.score.points)
    isQualified = BeforeAfter(before: before?.score.isQualified, after: after?.score.isQualified)
    let ids = [before, after].map { side in
      side.map { $0.rule.tracks[$0.score.selectedTrack].id }
    }
    selectedTrack = BeforeAfter(before: ids[0], after: ids[1])
    tracks = matched(
      before.map { zip($0.rule.tracks, $0.score.tracks).map { ($0.id, (rule: $0, score: $1)) } },
      after.map { zip($0.rule.tracks, $0.score.tracks).map { ($0.id, (rule: $0, score: $1)) } }
    ) { ScorecardComparison.Track(id: $0, before: $1, after: $2) }
  }
}

extension ScorecardComparison.Track {
  typealias Side = (rule: TrackRule, score: TrackScore)

  init(id: String, before: Side?, after: Side?) {
    self.id = id
    points = BeforeAfter(before: before?.score.points, after: after?.score.points)
    isQualified = BeforeAfter(before: before?.score.isQualified, after: after?.score.isQualified)
    metrics = matched(
      before.map { zip($0.rule.metrics, $0.score.metrics).map { ($0.id, (rule: $0, score: $1)) } },
      after.map { zip($0.rule.metrics, $0.score.metrics).map { ($0.id, (rule: $0, score: $1)) } }
    ) { ScorecardComparison.Metric(id: $0, before: $1, after: $2) }
  }
}

extension ScorecardComparison.Metric {
  typealias Side = (rule: MetricRule, score: MetricScore)

  init(id: String, before: Side?, after: Side?) {
    self.id = id
    points = BeforeAfter(before: before?.score.points, after: after?.score.points)
    reason = BeforeAfter(before: before?.score.reason, after: after?.score.reason)
    components = matched(
      before.map { zip($0.rule.components, $0.score.components).map { ($0.id, $1) } },
      after.map { zip($0.rule.components, $0.score.components).map { ($0.id, $1) } }
    ) { id, before, after in
      ScorecardComparison.Component(
        id: id, score: BeforeAfter(before: before, after: after),
        points: BeforeAfter(before: before?.points, after: after?.points))
    }
  }
}

/// Pairs what has the same id.
private func matched<Side, Result>(
  _ before: [(id: String, side: Side)]?, _ after: [(id: String, side: Side)]?,
  _ pair: (String, Side?, Side?) -> Result
) -> [Result] {
  let (before, after) = (before ?? [], after ?? [])
  let both = after.map { entry in
    pair(entry.id, before.first { $0.id == entry.id }?.side, entry.side)
  }
  let gone = before.filter { entry in !after.contains { $0.id == entry.id } }
  return both + gone.map { pair($0.id, $0.side, nil) }
}
