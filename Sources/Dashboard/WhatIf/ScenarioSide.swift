import CapabilityScore

/// One of the things that can be compared: the data as it is, the scenario at work, or a stored one.
enum ScenarioSide: Hashable, Sendable {
  case baseline
  case running
  case stored(String)
}

/// A side with its score.
struct ScoredScenario: Sendable {
  var side: ScenarioSide
  var scenario: Scenario
  var scorecard: Scorecard
  var rulebook: Rulebook
  /// What the data without edits is called among scenarios.
  static let baselineName = "As it is"

  /// How many of the edits mean nothing on the data at hand.
  var staleCount = 0

  /// The areas in the order of another rulebook; nil where this one does not have the area.
  func areas(in order: Rulebook) -> [AreaScore?] {
    order.areas.map { area in rulebook.areaIndex(area.id).map { scorecard.areas[$0] } }
  }
}

extension DashboardState {
  /// The baseline, the scenario at work and the stored ones, each scored.
  ///
  /// - Complexity: One re-evaluation of a tenant for each edit.
  var scoredScenarios: [ScoredScenario] {
    guard let base else { return [] }
    var sides = [
      ScoredScenario(
        side: .baseline, scenario: Scenario(name: ScoredScenario.baselineName, edits: []),
        scorecard: base.scorecard,
        rulebook: base.rulebook)
    ]
    if let whatIf, !whatIf.board.edits.isEmpty {
      sides.append(scored(.running, whatIf.scenario, whatIf.board))
    }
    guard !storedScenarios.isEmpty else { return sides }
    let board = base.board
    return sides
      + storedScenarios.map { scenario in
        var edited = board
        edited.apply(contentsOf: scenario.edits)
        return scored(.stored(scenario.name), scenario, edited)
      }
  }

  private func scored(
    _ side: ScenarioSide, _ scenario: Scenario, _ board: ScenarioBoard
  ) -> ScoredScenario {
    ScoredScenario(
      side: side, scenario: scenario, scorecard: board.scorecard,
      rulebook: board.scorer.rulebook,
      staleCount: board.entries.count {
        if case .notApplicable = $0.outcome { true } else { false }
      })
  }
}
