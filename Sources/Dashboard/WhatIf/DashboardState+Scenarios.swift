import CapabilityScore
import TerminalKit

extension DashboardState {
  private static let saveItem = "Save this scenario as…"
  private static let leaveItem = "Leave the what-if, back to the baseline"

  /// The list of scenarios: the stored ones, and what can be done with the one at work.
  mutating func listScenarios() {
    var items = storedScenarios.map(\.name)
    if let whatIf, !whatIf.board.edits.isEmpty { items = [Self.saveItem, Self.leaveItem] + items }
    overlay = .choice(
      ChoicePicker(purpose: .scenarios, title: "Scenarios (Del deletes)", items: items))
  }

  mutating func chooseScenario(_ item: String) -> [Effect] {
    switch item {
    case Self.saveItem:
      overlay = .name(
        NamePrompt(
          purpose: .saveScenario, title: "Name of the scenario",
          editor: LineEditor(whatIf?.name ?? "")))
      return []
    case Self.leaveItem:
      whatIf = nil
      showWhatIf()
      notice = Notice("Back to the baseline")
      return [.journal(nil)]
    default:
      guard let scenario = storedScenarios.first(where: { $0.name == item }) else { return [] }
      return open(scenario, saved: true)
    }
  }

  /// Puts a scenario's edits on the data.
  mutating func open(_ scenario: Scenario, saved: Bool) -> [Effect] {
    guard let base else { return [] }
    var whatIf = WhatIf(name: scenario.name, board: base.board)
    whatIf.board.apply(contentsOf: scenario.edits)
    if saved { whatIf.saved = scenario.edits }
    self.whatIf = whatIf
    showWhatIf()
    notice = Notice("\(scenario.name): \(scenario.edits.count) edits" + staleWords(whatIf.board))
    return [.journal(whatIf.scenario)]
  }

  /// Offers the edits of an earlier session again, once there is data.
  mutating func resumeEdits() -> [Effect] {
    guard let running = unfinished, base != nil else { return [] }
    unfinished = nil
    guard whatIf == nil, !running.edits.isEmpty else { return [] }
    let effects = open(running, saved: false)
    notice = Notice(
      "Your unsaved edits of last time are back: \(running.edits.count) (w, then leave, drops them)"
    )
    return effects
  }

  /// How many edits of a scenario mean nothing on this data any more.
  private func staleWords(_ board: ScenarioBoard) -> String {
    let stale = board.entries.count { if case .notApplicable = $0.outcome { true } else { false } }
    return stale == 0 ? "" : ", \(stale) of them not applicable (D lists them)"
  }

  mutating func saveScenario(as name: String) -> [Effect] {
    guard var whatIf else { return [] }
    whatIf.name = name
    whatIf.saved = whatIf.board.edits
    self.whatIf = whatIf
    storedScenarios.removeAll { $0.name == name }
    storedScenarios.append(whatIf.scenario)
    notice = Notice("Saved \(name)")
    return [.saveScenario(whatIf.scenario)]
  }

  /// Puts the running edits on data that has changed beneath them.
  mutating func rebase() {
    guard let whatIf, let base else { return }
    var moved = WhatIf(
      name: whatIf.name, board: base.board, saved: whatIf.saved,
      showsBaseline: whatIf.showsBaseline)
    moved.board.apply(contentsOf: whatIf.board.edits)
    self.whatIf = moved
    showWhatIf()
  }
}
