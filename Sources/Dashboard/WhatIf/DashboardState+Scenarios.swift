import CapabilityScore
import TerminalKit

extension DashboardState {
  /// The scenario under the cursor of the page of scenarios.
  var scenarioAtHand: ScoredScenario? {
    guard let page, let rows = page.rows as? ScenarioRows, let row = page.selectedRow else {
      return nil
    }
    return rows[row]
  }

  /// Opens what is under the cursor; unsaved edits are dropped only when the user says so.
  mutating func openScenario() -> [Effect] {
    guard let side = scenarioAtHand?.side else { return [] }
    if side == .running {
      notice = Notice("This one is at work; \(keymap.name(.edits)) lists its edits")
      return []
    }
    guard let whatIf, whatIf.isUnsaved, !whatIf.board.edits.isEmpty else { return turn(to: side) }
    let count = whatIf.board.edits.count
    overlay = .confirm(
      Confirmation(
        question: "Drop \(count) unsaved \(count == 1 ? "edit" : "edits")?", answer: .turn(side)))
    return []
  }

  /// Puts a stored scenario to work, or goes back to the baseline.
  mutating func turn(to side: ScenarioSide) -> [Effect] {
    switch side {
    case .running: return []
    case .baseline:
      whatIf = nil
      showWhatIf()
      notice = Notice("Back to the data as it is")
      return [.journal(nil)]
    case .stored(let name):
      guard let scenario = storedScenarios.first(where: { $0.name == name }) else { return [] }
      return open(scenario, saved: true)
    }
  }

  // MARK: What can be done with one

  mutating func askScenarioName(_ purpose: NamePrompt.Purpose, _ title: String, _ name: String) {
    overlay = .name(NamePrompt(purpose: purpose, title: title, editor: LineEditor(name)))
  }

  mutating func renameScenario(to name: String, from old: String) -> [Effect] {
    guard name != old else { return [] }
    guard let place = storedScenarios.firstIndex(where: { $0.name == old }) else { return [] }
    if let problem = taken(name) {
      notice = Notice(problem, .warning)
      return []
    }
    storedScenarios[place].name = name
    if whatIf?.storedName == old { whatIf?.storedName = name }
    if whatIf?.name == old { whatIf?.name = name }
    rebuildPages()
    notice = Notice("\(old) is called \(name) now")
    return (whatIf?.name == name ? journaled : [])
      + [.changeScenarios(.rename(storedScenarios[place], from: old))]
  }

  mutating func duplicateScenario(as name: String) -> [Effect] {
    guard let scenario = scenarioAtHand?.scenario else { return [] }
    if let problem = taken(name) {
      notice = Notice(problem, .warning)
      return []
    }
    let copy = Scenario(name: name, edits: scenario.edits, found: scenario.found)
    storedScenarios.append(copy)
    rebuildPages()
    notice = Notice("\(name) is a copy of \(scenario.name)")
    return [.changeScenarios(.save(copy))]
  }

  private func taken(_ name: String) -> String? {
    if name == ScoredScenario.baselineName { return "\(name) is the data without edits" }
    return storedScenarios.contains { $0.name == name }
      ? "There is a scenario \(name) already" : nil
  }

  mutating func askToDelete() {
    guard case .stored(let name)? = scenarioAtHand?.side else {
      notice = Notice("Only stored scenarios can be deleted", .warning)
      return
    }
    overlay = .confirm(Confirmation(question: "Delete \(name)?", answer: .deleteScenario(name)))
  }

  mutating func deleteScenario(_ name: String) -> [Effect] {
    storedScenarios.removeAll { $0.name == name }
    if whatIf?.storedName == name {
      whatIf?.storedName = nil
      whatIf?.saved = []
    }
    rebuildPages()
    notice = Notice("Deleted \(name)")
    return [.changeScenarios(.delete(name))]
  }

  func exportScenario(to path: String) -> [Effect] {
    guard let scenario = scenarioAtHand?.scenario else { return [] }
    return [.export(FileExport(path: path, content: .scenario(scenario.portable)))]
  }

  /// Two marked ones; else the one under the cursor and the one at work, or the baseline.
  mutating func compareScenarios() {
    guard let page, let rows = page.rows as? ScenarioRows else {
      go(.comparison(.baseline, .running))
      return
    }
    let marked = page.markedRows.map { rows[$0].side }
    if marked.count == 2 {
      go(.comparison(marked[0], marked[1]))
    } else if let side = scenarioAtHand?.side, side != .baseline {
      let hasRunning = side != .running && whatIf != nil
      go(.comparison(hasRunning ? .running : .baseline, side))
    } else {
      notice = Notice("Mark two of them, or put the cursor on a scenario", .warning)
    }
  }

  /// Lets the user choose the rules to score by.
  mutating func chooseRulebook() {
    guard let base else { return }
    overlay = .choice(
      ChoicePicker(
        purpose: .rulebook, title: "Score by another rulebook",
        items: base.board.edited.rulebooks.map(\.id)))
  }

  /// Puts a scenario's edits on the data.
  mutating func open(_ scenario: Scenario, saved: Bool) -> [Effect] {
    guard let base else { return [] }
    var whatIf = WhatIf(name: scenario.name, board: base.board, found: scenario.found)
    whatIf.take(scenario.edits, of: scenario.edits.map { _ in 1 })
    if saved {
      whatIf.saved = scenario.edits
      whatIf.storedName = scenario.name
    }
    self.whatIf = whatIf
    showWhatIf()
    notice = Notice(
      "\(scenario.name): \(NumberWords.counted(scenario.edits.count, "edit"))"
        + staleWords(whatIf.board))
    return journaled
  }

  /// Offers the edits of an earlier session again, once there is data.
  mutating func resumeEdits() -> [Effect] {
    guard let running = unfinished, base != nil else { return [] }
    unfinished = nil
    guard !running.edits.isEmpty else { return [] }
    let isSaved = storedScenarios.contains {
      $0.name == running.name && $0.edits == running.edits
    }
    guard whatIf == nil else { return isSaved ? [] : keepBeside(running) }
    let effects = open(running, saved: isSaved)
    if isSaved { return effects }
    notice = Notice(
      "Your unsaved edits of last time are back: \(running.edits.count)"
        + (keymap.hint(.undo).map { " (\($0) takes them back one by one)" } ?? ""))
    return effects
  }

  /// While the cache was busy new edits were begun: those of last time become a scenario of their own.
  private mutating func keepBeside(_ running: Scenario) -> [Effect] {
    let names = (1...).lazy.map { "\(running.name) \($0)" }
    guard let name = names.first(where: { taken($0) == nil }) else { return [] }
    let kept = Scenario(name: name, edits: running.edits, found: running.found)
    storedScenarios.append(kept)
    notice = Notice("Your unsaved edits of last time are kept as the scenario \(name)")
    return [.changeScenarios(.save(kept))]
  }

  /// How many edits of a scenario mean nothing on this data any more.
  private func staleWords(_ board: ScenarioBoard) -> String {
    let stale = board.entries.count { if case .notApplicable = $0.outcome { true } else { false } }
    return stale == 0
      ? "" : ", \(stale) of them not applicable (\(keymap.name(.edits)) lists them)"
  }

  /// Stores the scenario at work; asks before it takes the place of another.
  mutating func saveScenario(as name: String) -> [Effect] {
    guard let whatIf else { return [] }
    if name == ScoredScenario.baselineName {
      notice = Notice(taken(name) ?? "", .warning)
      return []
    }
    if name != whatIf.storedName, taken(name) != nil {
      overlay = .confirm(
        Confirmation(question: "Write over \(name)?", answer: .saveScenario(name)))
      return []
    }
    return store(as: name)
  }

  mutating func store(as name: String) -> [Effect] {
    guard var whatIf else { return [] }
    whatIf.name = name
    whatIf.storedName = name
    whatIf.saved = whatIf.board.edits
    self.whatIf = whatIf
    storedScenarios.removeAll { $0.name == name }
    storedScenarios.append(whatIf.scenario)
    rebuildPages()
    notice = Notice("Saved \(name)")
    return journaled + [.changeScenarios(.save(whatIf.scenario))]
  }

  /// Puts the running edits on data that has changed beneath them.
  mutating func rebase() {
    guard let whatIf, let base else { return }
    var moved = WhatIf(
      name: whatIf.name, board: base.board, saved: whatIf.saved, storedName: whatIf.storedName,
      showsBaseline: whatIf.showsBaseline, found: whatIf.found)
    moved.take(whatIf.board.edits, of: whatIf.actions)
    self.whatIf = moved
    showWhatIf()
  }
}
