import CapabilityScore

extension Command {
  /// Why the command does nothing now, in words; nil where it can run.
  func reasonUnavailable(in state: DashboardState) -> String? {
    // A glimpse of the score is not the data.
    guard let standings = state.standings, state.base != nil else {
      if !needsData { return nil }
      return state.phase == .loading
        ? "The data is being read" : "There is no data yet: import your exports first"
    }
    let page = state.page
    switch self {
    case .area1, .area2, .area3, .area4, .area5, .area6:
      return areaNumber.map { $0 < standings.rulebook.areas.count } ?? false
        ? nil : "There is no such area"
    case .track:
      guard case .area(let area)? = page?.kind else { return "Open an area first" }
      return standings.rulebook.areas[area].tracks.count > 1 ? nil : "This area has one track"
    case .criteria:
      return state.metricAtHand == nil ? "Choose a metric first" : nil
    case .why:
      return state.canExplain ? nil : "Open a metric's contributors first"
    case .history:
      return state.areaAtHand == nil ? "Open an area first" : nil
    case .edit where page?.kind == .scenarios:
      if case .stored? = state.scenarioAtHand?.side { return nil }
      return "Only stored scenarios have a name to change"
    case .saveScenario:
      return state.whatIf?.board.edits.isEmpty ?? true ? "Nothing is edited yet" : nil
    case .duplicateScenario, .exportScenario:
      return state.scenarioAtHand == nil ? "Choose a scenario first" : nil
    case .compare where page?.kind != .scenarios:
      return state.whatIf?.board.edits.isEmpty ?? true ? "Nothing is edited yet" : nil
    case .edit, .increase, .decrease:
      return state.seriesAtHand == nil
        ? "Put the cursor on a tenant's value: a metric's contributors, or "
          + "\(state.keymap.name(.usage)) on a tenant" : nil
    case .undo: return state.whatIf?.board.canUndo ?? false ? nil : "There is nothing to undo"
    case .redo: return state.whatIf?.board.canRedo ?? false ? nil : "There is nothing to redo"
    case .flip, .edits:
      return state.whatIf?.board.edits.isEmpty ?? true ? "Nothing is edited yet" : nil
    case .expression where isOnPlan(state): return nil
    case .expression:
      return state.seriesAtHand == nil ? "Put the cursor on a tenant's value first" : nil
    case .plan: return state.areaAtHand == nil ? "Open an area first" : nil
    case .usage: return state.tenantAtHand == nil ? "Choose a tenant first" : nil
    case .nextSegment, .previousSegment:
      if case .contributors? = page?.kind { return nil }
      return "Segments are those of a metric's contributors"
    case .nextFailing, .previousFailing:
      return standings.failingMetrics().isEmpty ? "No metric fails" : nil
    case .filter, .sort, .sortMore, .mark, .markRange, .markAll, .columns, .copyCell, .copyRows,
      .export:
      return page?.rows.columns.isEmpty ?? true ? "There is no table here" : nil
    case .previousPlace:
      return state.previousPages == nil ? "There is no previous place yet" : nil
    default: return nil
    }
  }

  /// The number of the area a digit stands for.
  var areaNumber: Int? {
    [.area1, .area2, .area3, .area4, .area5, .area6].firstIndex(of: self)
  }

  private func isOnPlan(_ state: DashboardState) -> Bool {
    if case .plan? = state.page?.kind { true } else { false }
  }

  /// Whether the command means something only when the data is there.
  var waitsForData: Bool {
    switch self {
    case .rowDown, .rowUp, .open, .back, .pageUp, .pageDown, .firstRow, .lastRow, .halfPageUp,
      .halfPageDown, .nextPane, .previousPane:
      true
    default: needsData
    }
  }

  private var needsData: Bool {
    switch self {
    case .help, .palette, .quit, .leave, .suspend, .redraw, .themes, .mouse, .privacy, .reload,
      .rowDown, .rowUp, .open, .back, .pageUp, .pageDown, .firstRow, .lastRow, .halfPageUp,
      .halfPageDown, .nextPane, .previousPane:
      false
    default: true
    }
  }
}
