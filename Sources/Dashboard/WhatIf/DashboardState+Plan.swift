import CapabilityScore
import TerminalKit

extension DashboardState {
  /// Asks for the plan of the area at hand.
  mutating func openPlan() -> [Effect] {
    guard let standings, let area = areaAtHand else { return [] }
    if case .plan? = page?.kind { pages.removeLast() }
    plan = nil
    let track = page?.track ?? standings.scorecard.areas[area].selectedTrack
    go(.plan(area: area), track: track)
    return workOut(area, track)
  }

  /// The data that a plan starts from: what is shown.
  var planBoard: ScenarioBoard? {
    guard let whatIf, !whatIf.showsBaseline else { return base?.board }
    return whatIf.board
  }

  private mutating func workOut(_ area: Int, _ track: Int) -> [Effect] {
    isPlanning = true
    return [.plan(area: area, track: track, target: planTarget)]
  }

  mutating func show(_ plan: Plan) {
    self.plan = plan
    isPlanning = false
    rebuildPages()
  }

  /// Puts the step under the cursor, or all marked steps, into the scenario.
  mutating func takeSteps() -> [Effect] {
    guard let page, let rows = page.rows as? PlanRows else { return [] }
    let marked = page.table.order.filter { page.table.marks.contains(rows.identity($0)) }
    let chosen = marked.isEmpty ? page.selectedRow.map { [$0] } ?? [] : marked
    var effects: [Effect] = []
    for row in chosen {
      for edit in rows[row].edits { effects = take(edit) }
    }
    notice = Notice("\(chosen.count) of the plan taken; u undoes")
    // What is left to do is another plan.
    if let area = areaAtHand, let track = page.track {
      effects += workOut(area, track)
    }
    return effects
  }

  mutating func openUsage() {
    if let tenant = tenantAtHand { go(.usage(tenant)) }
  }

  /// The tenant the page is about, or that the cursor is on.
  var tenantAtHand: Int? {
    switch page?.selectedID {
    case .subject(.tenant(let tenant))?, .subject(.pair(let tenant, _))?: return tenant
    default: break
    }
    if case .tenant(let tenant)? = page?.kind { return tenant }
    return nil
  }
}
