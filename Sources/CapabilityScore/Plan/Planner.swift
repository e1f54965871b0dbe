/// Finds a least-effort set of steps that brings a track to a target.
///
/// What it guarantees: the totals of the plan are those that its edits give, by the evaluator; and
/// where ``Plan/isReached`` says so, taking the whole plan reaches the target with every metric above
/// 0. The choice is the least effort among the steps found, taken within a component in order of
/// effort and with growth in whole points, as long as steps do not affect metrics they are not meant
/// for; where they do, the choice is corrected by the evaluator, and steps that turn out not to be
/// needed are left out.
public struct Planner: Sendable {
  private let board: ScenarioBoard
  private let effort: PlanEffort

  /// - Parameter board: The data to start from, with what-if edits or without.
  public init(_ board: ScenarioBoard, effort: PlanEffort = PlanEffort()) {
    self.board = board
    self.effort = effort
  }

  /// - Parameters:
  ///   - area: A number in the rulebook.
  ///   - track: A number in the area; the partner's own track if none is given.
  ///   - target: The pass mark if none is given.
  public func plan(area: Int, track: Int? = nil, target: Points? = nil) -> Plan {
    let scorecard = board.scorecard
    let track = track ?? scorecard.areas[area].selectedTrack
    let rulebook = board.scorer.rulebook
    let target = min(target ?? Points(rulebook.passMark), Points(rulebook.trackPoints))
    let start = scorecard.areas[area].tracks[track]
    var draft = PlanDraft(
      board: board, area: area, track: track, target: target, effort: effort)
    for _ in 0..<Planner.corrections {
      guard draft.takeSteps() else { break }
    }
    draft.leaveOutNeedless()
    return draft.plan(start: start.points)
  }

  /// Steps that disturb each other are made up for by more steps, a few times.
  private static let corrections = 4
}
