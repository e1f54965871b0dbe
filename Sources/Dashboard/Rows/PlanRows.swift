import CapabilityScore
import TerminalKit

/// The steps of a plan, then what else could be done.
struct PlanRows: RowSource {
  let plan: Plan
  let standings: Standings

  let columns = [
    TableColumn(id: "step", title: "Step", width: .flexible(min: 48, max: 80), frozen: true),
    TableColumn(id: "metric", title: "Metric", width: .flexible(min: 27, max: 28), priority: 2),
    TableColumn(id: "gain", title: "Gain", width: .fixed(7), alignment: .right),
    TableColumn(id: "effort", title: "Effort", width: .fixed(7), alignment: .right, priority: 1),
    TableColumn(id: "total", title: "Total", width: .fixed(7), alignment: .right),
  ]

  var count: Int { plan.steps.count + plan.alternatives.count }

  var emptyText: String {
    plan.isReached
      ? "Nothing to do: the track qualifies." : "No step would bring this track nearer."
  }

  subscript(row: Int) -> PlanStep {
    row < plan.steps.count ? plan.steps[row] : plan.alternatives[row - plan.steps.count]
  }

  /// The step in words, with the names that may be shown.
  private func title(_ step: PlanStep) -> String {
    guard standings.hidesNames else { return step.title }
    return step.edits.compactMap { $0.subject(in: standings.portfolio) }.reduce(step.title) {
      $0.replacing(standings.explainer.label($1), with: standings.label($1))
    }
  }

  private func isPlanned(_ row: Int) -> Bool { row < plan.steps.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let step = self[row]
    let role: Role = isPlanned(row) ? .text : .textDim
    switch column {
    case 0:
      return TableCell(
        isPlanned(row) ? "\(row + 1). \(title(step))" : "   \(title(step))", role: role)
    case 1:
      let metrics = standings.rulebook.areas[plan.area].tracks[plan.track].metrics
      return TableCell(metrics[step.metric].name, role: role)
    case 2: return TableCell(step.gain.signedWords, role: step.gain > .zero ? .deltaUp : role)
    case 3: return TableCell(NumberWords.fixed(step.effort, places: 2), role: role)
    default: return TableCell(isPlanned(row) ? step.total.words : "", role: role)
    }
  }

  func identity(_ row: Int) -> RowID { .name("\(self[row].kind) \(self[row].title)") }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 2: .number(self[row].gain.value)
    case 3: .number(self[row].effort)
    case 4: isPlanned(row) ? .number(self[row].total.value) : .missing
    default: .text(cell(row, column).text)
    }
  }
}

extension ScenarioEdit {
  /// Whom the edit is about, where the data has them.
  fileprivate func subject(in portfolio: Portfolio) -> Subject? {
    switch self {
    case .usage(let edit): portfolio.tenants.number(ofID: edit.tenant).map { .tenant($0) }
    case .associate(let edit): portfolio.tenants.number(ofID: edit.tenant).map { .tenant($0) }
    case .removeTenant(let id): portfolio.tenants.number(ofID: id).map { .tenant($0) }
    case .certify(let individual, _, _), .revoke(let individual, _):
      portfolio.roster.firstIndex { $0.id == individual }.map { .individual($0) }
    case .addTenant, .rulebook: nil
    }
  }
}
