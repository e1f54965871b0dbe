/// The score of a partner on a day, with its six months (scoring.md §2, §9).
///
/// Areas, tracks, metrics and components are in rulebook order; their names are in the rulebook.
public struct Scorecard: Sendable, Equatable {
  /// The id of the rulebook it was scored by, as the rulebook's file gives it.
  public var rulebookID: String
  /// The day the score is for (scoring.md §1).
  public var asOf: Day
  /// L; nil where there is no usage before the as-of month.
  public var lastMonth: Month?
  /// The as-of month and the five before it, newest first.
  public var months: [MonthScore]

  /// How many months the qualification window has.
  public static let windowLength = 6

  /// The areas as they stand now.
  public var areas: [AreaScore] { months[0].areas }
}

/// All areas in one calendar month of the window.
public struct MonthScore: Sendable, Equatable {
  /// The calendar month; usage is scored at L shifted back as many months.
  public var month: Month
  /// The areas as they stood then, each with the track that was the partner's in that month.
  public var areas: [AreaScore]
}

/// The score of an area in one month, with all its tracks (scoring.md §2).
public struct AreaScore: Sendable, Equatable {
  /// The number of the partner's track.
  public var selectedTrack: Int
  /// All tracks, also those that are not the partner's.
  public var tracks: [TrackScore]
  /// What a classified area was classified by: how many pairs.
  public var classifyingCount: Int64?

  /// The partner's track, which stands for the area.
  public var selected: TrackScore { tracks[selectedTrack] }
  /// The points of the partner's track, at most 100.
  public var points: Points { selected.points }
  /// Whether the partner's track is qualified.
  public var isQualified: Bool { selected.isQualified }
}

/// The score of a track: the sum of its metrics (scoring.md §2).
public struct TrackScore: Sendable, Equatable {
  /// The total of the metrics, at most 100; exact.
  public var points: Points
  /// The total reaches the pass mark and every metric earned something.
  public var isQualified: Bool
  /// All metrics, with those that only tell a count and earn nothing.
  public var metrics: [MetricScore]
}

/// The score of a metric, from its components (scoring.md §2).
public struct MetricScore: Sendable, Equatable {
  /// The best of the components' points or their sum, at most the metric's maximum; exact.
  public var points: Points
  /// Why the metric is 0, where a rule says so.
  public var reason: Reason?
  /// One for each component of the rule.
  public var components: [ComponentScore]

  /// Scoring.md §12 and commands.md.
  public enum Reason: String, Sendable, Equatable, CaseIterable {
    /// Too few people hold a certification that is asked for first (§8).
    case prerequisiteNotMet = "prerequisite-not-met"
    /// There is a baseline, and one of the periods is below what growth asks for.
    case belowGate = "below-gate"
    /// The year before is 0 or less, so that there is no growth of it.
    case noBaseline = "no-baseline"
  }
}

/// What a component counts, and what that earns (scoring.md §2).
public struct ComponentScore: Sendable, Equatable {
  /// In the measure's unit; dollars and consumption in millionths.
  public var current: Int64
  /// The same months a year before; nil where nothing is compared.
  public var baseline: Int64?
  /// What is set against the target; nil for a growth without a baseline.
  public var quantity: ComponentQuantity?
  /// What the quantity earns of the metric's maximum; 0 where a gate or prerequisite is missed.
  public var points: Points
}

/// What a component's points are computed from.
public enum ComponentQuantity: Sendable, Equatable {
  /// In the measure's unit; dollars and consumption in millionths.
  case amount(Int64)
  /// `100 × (current − baseline) / baseline`.
  case percent(Double)
}
