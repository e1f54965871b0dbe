import CapabilityScore
import InsightsCache

extension PartnerData {
  /// The portfolio with a scenario's edits on it, as the role may see it.
  func board(
    _ edits: [ScenarioEdit] = [], rulebooks: Rulebooks? = nil
  ) throws(Failure) -> ScenarioBoard {
    try boards(of: [Scenario(name: "", edits: edits)], rulebooks: rulebooks)[0]
  }

  /// A board for each scenario; the portfolio is read and scored once.
  func boards(
    of scenarios: [Scenario], rulebooks: Rulebooks? = nil
  ) throws(Failure) -> [ScenarioBoard] {
    var others: [Rulebook] = []
    for case .rulebook(let id) in scenarios.flatMap(\.edits) {
      if let rulebooks { others.append(try rulebooks.rulebook(id)) }
    }
    let whole = try portfolio()
    let board = board(explainer(disclosure.portfolio(whole)), rulebooks: others)
    return scenarios.map { scenario in
      var edited = board
      edited.apply(contentsOf: disclosure.edits(scenario.edits, of: whole.roster))
      return edited
    }
  }

  /// A board without edits.
  func board(_ explainer: Explainer, rulebooks: [Rulebook] = []) -> ScenarioBoard {
    ScenarioBoard(
      explainer.portfolio, scorer: explainer.scorer,
      usage: explainer.scorer.tallyOnAllCores(explainer.portfolio.series),
      people: explainer.scorer.tally(explainer.portfolio.roster), rulebooks: rulebooks)
  }
}
