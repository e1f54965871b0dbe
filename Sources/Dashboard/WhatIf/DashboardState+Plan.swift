import CapabilityScore
import TerminalKit

/// What a plan is of. An answer holds for its own question alone: data, edits and page may have changed
/// while it was worked out.
public struct PlanQuestion: Sendable, Equatable {
  var area: Int
  var track: Int
  /// The points to reach; nil for the pass mark.
  var target: Int?
  var edits: [ScenarioEdit]
  var rulebookID: String
  var generation: Int64
  var file: UInt64
  var asOf: Day

  /// Whether both are about the same tenants and people, but for what was edited.
  func isOfSameData(as other: PlanQuestion?) -> Bool {
    (generation, file) == (other?.generation, other?.file)
  }
}

extension Planner {
  /// The plan that is asked for, from the data this planner has.
  func plan(_ question: PlanQuestion) -> Plan {
    plan(area: question.area, track: question.track, target: question.target.map(Points.init))
  }
}

extension DashboardState {
  /// Opens the plan of the area at hand, in the place of one that is open.
  mutating func openPlan() {
    guard let standings, let area = areaAtHand else { return }
    let open = metricAtHand.flatMap { $0.area == area ? $0.track : nil } ?? page?.track
    let track = open ?? standings.scorecard.areas[area].selectedTrack
    if case .plan? = page?.kind { pages.removeLast() }
    go(.plan(area: area), track: track)
  }

  /// Asks for the plan of the page at hand where it is another than the one asked for last.
  mutating func askForPlan() -> [Effect] {
    guard case .plan(let area)? = page?.kind, let track = page?.track, let standings,
      let board = planBoard
    else { return [] }
    let question = PlanQuestion(
      area: area, track: track, target: planTarget, edits: board.edits,
      rulebookID: standings.rulebook.id, generation: standings.generation,
      file: standings.file, asOf: standings.asOf)
    guard question != planQuestion else { return [] }
    let isSameData = question.isOfSameData(as: planQuestion)
    planQuestion = question
    isPlanning = true
    // Of the same track, the plan of before stays until the new one is there; other data have other
    // numbers for its tenants and people.
    if let plan, (plan.area, plan.track) != (area, track) || !isSameData {
      self.plan = nil
      rebuildPages()
    }
    return [.plan(question)]
  }

  /// The data that a plan starts from: what is shown.
  var planBoard: ScenarioBoard? {
    guard let whatIf, !whatIf.showsBaseline else { return base?.board }
    return whatIf.board
  }

  mutating func show(_ plan: Plan, _ question: PlanQuestion) {
    guard question == planQuestion else { return }
    self.plan = plan
    isPlanning = false
    rebuildPages()
  }

  /// Puts the step under the cursor, or all marked steps, into the scenario.
  mutating func takeSteps() -> [Effect] {
    guard let page, let rows = page.rows as? PlanRows else { return [] }
    let chosen = page.chosenRows.compactMap { rows[$0] }
    guard !chosen.isEmpty else {
      notice = Notice("That is about to be lost as things stand; there is no step to take")
      return []
    }
    let effects = take(chosen.flatMap(\.edits))
    notice = Notice("\(chosen.count) of the plan taken; \(keymap.name(.undo)) undoes")
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
