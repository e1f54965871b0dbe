/// Two scorecards side by side, matched by id, so that they may be of different rulebooks (§11).
///
/// What both have is in the order of the second; what only the first has comes at the end.
public struct ScorecardComparison: Sendable, Equatable {
  /// The areas as they stand now, without the months before.
  public var areas: [Area]

  /// An area that one scorecard has or both have.
  public struct Area: Sendable, Equatable {
    /// The area's id in the rulebooks, e.g. `modern-work`.
    public var id: String
    /// The total of the partner's track, 0 to 100 points.
    public var points: BeforeAfter<Points>
    /// Whether the partner's track is qualified now; earlier months of the window play no part.
    public var isQualified: BeforeAfter<Bool>
    /// The id of the partner's track, which edits may change.
    public var selectedTrack: BeforeAfter<String>
    /// All tracks, also those that are not the partner's.
    public var tracks: [Track]
  }

  /// A track that one side has or both have.
  public struct Track: Sendable, Equatable {
    /// The track's id in its area, e.g. `smb`.
    public var id: String
    /// The total, 0 to 100 points.
    public var points: BeforeAfter<Points>
    /// Whether the total reaches the pass mark and every metric earned something (scoring.md §2).
    public var isQualified: BeforeAfter<Bool>
    /// Rows without points included.
    public var metrics: [Metric]
  }

  /// A metric that one side has or both have.
  public struct Metric: Sendable, Equatable {
    /// The metric's id in its track, e.g. `deployments`.
    public var id: String
    /// What the metric earns, up to its maximum on that side.
    public var points: BeforeAfter<Points>
    /// Why it is 0, where a rule says so; nil otherwise, and on a side without the metric.
    public var reason: BeforeAfter<MetricScore.Reason>
    /// The components, matched by id.
    public var components: [Component]
  }

  /// A component that one side has or both have.
  public struct Component: Sendable, Equatable {
    /// The component's id in its metric, e.g. `cpor`.
    public var id: String
    /// What was counted now and a year before, and what it earns.
    public var score: BeforeAfter<ComponentScore>
    /// The points of ``score`` by themselves, so that they have a difference.
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
