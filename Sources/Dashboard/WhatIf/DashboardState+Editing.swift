import CapabilityScore
import TerminalKit

extension DashboardState {
  /// Adds an edit to the scenario; the first one begins it.
  mutating func take(_ edit: ScenarioEdit) -> [Effect] { take([edit]) }

  /// Adds edits to the scenario.
  mutating func take(_ edits: [ScenarioEdit]) -> [Effect] {
    guard var whatIf = whatIf ?? newScenario() else { return [] }
    whatIf.take(edits)
    whatIf.showsBaseline = false
    let before = standings?.scorecard
    self.whatIf = whatIf
    showWhatIf()
    let outcomes = whatIf.board.entries.suffix(edits.count).map(\.outcome)
    let problems = outcomes.compactMap { outcome in
      if case .notApplicable(let problem) = outcome { problem } else { nil }
    }
    if let problem = problems.first {
      let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
      notice = Notice("Kept, but does nothing: \(problem)\(others)", .warning)
    } else if outcomes.allSatisfy({ $0 == .alreadyTrue }) {
      notice = Notice("The data is like that already")
    } else if let before, let after = standings?.scorecard {
      notice = Notice(changes(before, after))
    }
    return journaled
  }

  /// Keeps the running edits under their name.
  var journaled: [Effect] { [.journal(whatIf?.scenario)] }

  private func newScenario() -> WhatIf? {
    guard let base else { return nil }
    return WhatIf(name: "Scenario", board: base.board)
  }

  mutating func undo() -> [Effect] {
    afterStep("Undone", whatIf?.undo() ?? [])
  }

  mutating func redo() -> [Effect] {
    afterStep("Done again", whatIf?.redo() ?? [])
  }

  private mutating func afterStep(_ what: String, _ edits: [ScenarioEdit]) -> [Effect] {
    guard let edit = edits.first else { return [] }
    whatIf?.showsBaseline = false
    let words = edits.count == 1 ? standings?.words(edit) ?? "" : "\(edits.count) edits"
    showWhatIf()
    goToChange(by: edit)
    notice = Notice("\(what): \(words)")
    return journaled
  }

  /// Puts the cursor on what an edit changed; a list that has it not gives way to the page that does.
  /// Pages of points, edits and scenarios stay: there, all that is shown has changed.
  private mutating func goToChange(by edit: ScenarioEdit) {
    guard let standings, let page else { return }
    if selectRow(about: edit, standings.portfolio) { return }
    switch page.kind {
    case .overview, .area, .edits, .scenarios, .comparison, .plan, .history, .criteria, .moves,
      .datasets, .expiring:
      return
    case .contributors, .tenant, .usage, .workload, .individual, .tenants, .workloads, .individuals:
      guard let place = standings.page(of: edit) else { return }
      go(place)
      _ = selectRow(about: edit, standings.portfolio)
    }
  }

  /// - Returns: Whether the open page has a row that the edit is about.
  private mutating func selectRow(about edit: ScenarioEdit, _ portfolio: Portfolio) -> Bool {
    guard let page else { return false }
    let row = page.table.order.first { row in
      switch page.rows.identity(row) {
      case .subject(let subject): edit.isAbout(subject, portfolio)
      case .name: (page.rows as? SeriesRows)?.isAbout(row, edit) ?? false
      case .area, .metric: false
      }
    }
    if let row { selectRow(page.rows.identity(row)) }
    return row != nil
  }

  mutating func flipBaseline() {
    whatIf?.showsBaseline.toggle()
    showWhatIf()
    notice = Notice(whatIf?.showsBaseline == true ? "The baseline" : "The scenario")
  }

  /// Puts the pages on the data that is to be shown: the scenario's, or the baseline.
  mutating func showWhatIf() {
    guard var shown = base else { return }
    if let whatIf, !whatIf.board.edits.isEmpty, !whatIf.showsBaseline {
      shown.explainer = whatIf.board.explainer()
      shown.scorecard = whatIf.board.scorecard
      if shown.rulebook.hasShape(of: whatIf.board.baseRulebook) {
        shown.baseline = whatIf.board.baseline
      }
      if shown.rulebook.id == whatIf.board.baseRulebook.id {
        shown.untouched = base?.explainer
        shown.touched = whatIf.board.touched
      }
      if shown.touched == nil { shown.tenantTotals = nil }
    }
    shown.hidesNames = hidesNames
    shown.glyphs = glyphs
    let old = standings?.portfolio
    // A plan is of the tracks and metrics of its rules.
    if let standings, standings.rulebook.id != shown.rulebook.id {
      (plan, planQuestion) = (nil, nil)
    }
    standings = shown
    rebuildPages(from: old)
  }

  /// What moved, in words: `Net customer adds 14.0 → 16.0 · Modern Work 69.0 → 71.0`.
  func changes(_ before: Scorecard, _ after: Scorecard) -> String {
    guard let rulebook = standings?.rulebook, before.rulebookID == after.rulebookID,
      before.areas.count == after.areas.count, rulebook.areas.count == after.areas.count
    else { return "Scored by \(after.rulebookID)" }
    var parts: [String] = []
    var isSlight = false
    for (area, rule) in rulebook.areas.enumerated() {
      let (old, new) = (before.areas[area], after.areas[area])
      if old == new { continue }
      let track = new.selectedTrack
      let metrics = rule.tracks[track].metrics.indices.compactMap { metric -> String? in
        let a = old.tracks[track].metrics[metric].points
        let b = new.tracks[track].metrics[metric].points
        guard a.words != b.words else { return nil }
        return "\(rule.tracks[track].metrics[metric].name) \(a.words) \(glyphs.right) \(b.words)"
      }
      if old.points.words == new.points.words, metrics.isEmpty {
        isSlight = isSlight || old.points != new.points
        continue
      }
      // The area first: three areas share their metrics' names.
      let detail = metrics.isEmpty ? "" : ": " + metrics.joined(separator: ", ")
      parts.append(
        "\(rule.shortName) \(old.points.words) \(glyphs.right) \(new.points.words)" + detail)
    }
    if parts.isEmpty { return isSlight ? "Scores change by less than 0.1" : "No score changes" }
    return parts.joined(separator: " \(glyphs.separator) ")
  }
}

extension ScenarioBoard {
  /// Whose data the edits changed; nil where they changed L, and with it the months of everybody.
  fileprivate var touched: TouchedSubjects? {
    guard scorer.lastMonth == baseline.lastMonth else { return nil }
    return TouchedSubjects(
      tenants: Set(edited.touchedTenants), individuals: Set(edited.touchedIndividuals))
  }
}
