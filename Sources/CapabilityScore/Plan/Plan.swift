/// What it takes to bring a track to a target (scoring.md §2: the total, and every metric above 0).
public struct Plan: Hashable, Sendable {
  /// The numbers of area and track in the rulebook.
  public var area: Int
  /// The track's number in the area.
  public var track: Int
  /// The points to reach, at most 100.
  public var target: Points
  /// Before the first step.
  public var start: Points
  /// To be taken together, the greatest gain for its effort first.
  public var steps: [PlanStep]
  /// Steps that were not needed: what opens metrics, then the greatest gain first.
  public var alternatives: [PlanStep]
  /// What counts at the start and is about to be lost, the nearest first.
  public var risks: [PlanRisk]
  /// After the last step.
  public var end: Points
  /// Whether the steps lead to the target, and leave no metric at 0.
  public var isReached: Bool
  /// Metrics that no step can lift above 0, by number in the track.
  public var blockedMetrics: [Int]

  /// What all steps take together, see ``PlanEffort``.
  public var effort: Double { steps.reduce(0) { $0 + $1.effort } }

  /// What each step adds to those before it.
  public var increases: [Points] {
    zip(steps, [start] + steps.map(\.total)).map { $0.total - $1 }
  }

  /// What applying the plan means.
  public var edits: [ScenarioEdit] { steps.flatMap(\.edits) }
}
