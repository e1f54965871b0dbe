/// The score of a partner on a day, with its six months (scoring.md §2, §9).
///
/// Areas, tracks, metrics and components are in rulebook order; their names are in the rulebook.
public struct Scorecard: Sendable, Equatable {
  public var rulebookID: String
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
  public var areas: [AreaScore]
}

public struct AreaScore: Sendable, Equatable {
  /// The number of the partner's track.
  public var selectedTrack: Int
  public var tracks: [TrackScore]
  /// What a classified area was classified by: how many pairs.
  public var classifyingCount: Int64?

  public var selected: TrackScore { tracks[selectedTrack] }
  public var points: Points { selected.points }
  public var isQualified: Bool { selected.isQualified }
}

public struct TrackScore: Sendable, Equatable {
  public var points: Points
  /// The total reaches the pass mark and every metric earned something.
  public var isQualified: Bool
  public var metrics: [MetricScore]
}

public struct MetricScore: Sendable, Equatable {
  public var points: Points
  /// Why the metric is 0, where a rule says so.
  public var reason: Reason?
  public var components: [ComponentScore]

  /// Scoring.md §12 and commands.md.
  public enum Reason: String, Sendable, Equatable, CaseIterable {
    case prerequisiteNotMet = "prerequisite-not-met"
    case belowGate = "below-gate"
    case noBaseline = "no-baseline"
  }
}

public struct ComponentScore: Sendable, Equatable {
  /// In the measure's unit; dollars and consumption in millionths.
  public var current: Int64
  /// The same months a year before; nil where nothing is compared.
  public var baseline: Int64?
  public var quantity: ComponentQuantity?
  public var points: Points
}

/// What a component's points are computed from.
public enum ComponentQuantity: Sendable, Equatable {
  /// In the measure's unit; dollars and consumption in millionths.
  case amount(Int64)
  /// `100 × (current − baseline) / baseline`.
  case percent(Double)
}
