import CapabilityScore
import TerminalKit

/// The steps of a plan, then what else could be done, then what is about to be lost.
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

  private enum Line {
    /// With its number in the plan, and what it adds to the steps before it.
    case planned(PlanStep, Int, Points)
    case alternative(PlanStep)
    case risk(PlanRisk)
  }

  private let lines: [Line]

  /// The nearest to be lost are enough.
  private static let mostRisks = 10

  init(plan: Plan, standings: Standings) {
    self.plan = plan
    self.standings = standings
    lines =
      zip(plan.steps.indices, zip(plan.steps, plan.increases)).map { number, step in
        .planned(step.0, number + 1, step.1)
      }
      + plan.alternatives.map { .alternative($0) }
      + plan.risks.filter { $0.loss > .zero }.prefix(PlanRows.mostRisks).map { .risk($0) }
  }

  var count: Int { lines.count }

  func emptyText(_ key: (Command) -> String) -> String {
    plan.isReached
      ? "Nothing to do: the track qualifies." : "No step would bring this track nearer."
  }

  /// The step of a row; nil where it tells a risk.
  subscript(row: Int) -> PlanStep? {
    switch lines[row] {
    case .planned(let step, _, _), .alternative(let step): step
    case .risk: nil
    }
  }

  /// A title with the names and amounts that may be shown.
  private func words(_ title: String, of subjects: [Subject]) -> String {
    let title = standings.words(title)
    guard standings.hidesNames else { return title }
    return subjects.filter(isThere).reduce(title) {
      $0.replacing(standings.explainer.label($1), with: standings.label($1))
    }
  }

  /// A plan stays for the moment in which a new one is made: what it was about may be undone.
  private func isThere(_ subject: Subject) -> Bool {
    let portfolio = standings.portfolio
    return switch subject {
    case .tenant(let tenant), .pair(let tenant, _): tenant < portfolio.tenants.count
    case .individual(let person): person < portfolio.roster.count
    case .workload(let workload): workload < portfolio.names.workloads.count
    }
  }

  private func effort(_ step: PlanStep) -> String {
    standings.hidesEffort(step) ? AmountMask.sign : NumberWords.fixed(step.effort, places: 2)
  }

  private func title(_ step: PlanStep) -> String {
    words(step.title, of: step.edits.compactMap { $0.subject(in: standings.portfolio) })
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    switch lines[row] {
    case .planned(let step, let number, let gain):
      cell(step, TextWidth.fit("\(number).", to: 4), .text, gain, step.total.words, column)
    case .alternative(let step): cell(step, "    ", .textDim, step.gain, "", column)
    case .risk(let risk): cell(risk, column)
    }
  }

  private func cell(
    _ step: PlanStep, _ number: String, _ role: Role, _ gain: Points, _ total: String,
    _ column: Int
  ) -> TableCell {
    switch column {
    case 0: TableCell(number + title(step), role: role)
    case 1: TableCell(metric(step.metric), role: role)
    case 2: TableCell(gain.signedWords, role: gain > .zero ? .deltaUp : role)
    case 3: TableCell(effort(step), role: role)
    default: TableCell(total, role: role)
    }
  }

  private func cell(_ risk: PlanRisk, _ column: Int) -> TableCell {
    switch column {
    case 0:
      TableCell(
        "\(standings.glyphs.near)   About to be lost: \(words(risk.title, of: [risk.subject]))",
        role: .statusNear)
    case 1: TableCell(metric(risk.metric), role: .textDim)
    case 2: TableCell((Points.zero - risk.loss).signedWords, role: .deltaDown)
    default: TableCell("")
    }
  }

  private func metric(_ number: Int) -> String {
    standings.rulebook.areas[plan.area].tracks[plan.track].metrics[number].name
  }

  func identity(_ row: Int) -> RowID {
    switch lines[row] {
    case .planned(let step, _, _), .alternative(let step): .name("\(step.kind) \(step.title)")
    case .risk(let risk): .name("risk \(risk.metric) \(risk.component) \(risk.title)")
    }
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch (lines[row], column) {
    case (.planned(_, _, let gain), 2): .number(gain.value)
    case (.alternative(let step), 2): .number(step.gain.value)
    case (.risk(let risk), 2): .number(-risk.loss.value)
    case (.planned(let step, _, _), 3), (.alternative(let step), 3):
      standings.hidesEffort(step) ? .missing : .number(step.effort)
    case (.planned(let step, _, _), 4): .number(step.total.value)
    case (_, 3), (_, 4): .missing
    default: .text(cell(row, column).text)
    }
  }
}

extension Standings {
  /// How far revenue is below a threshold would tell the revenue.
  func hidesEffort(_ step: PlanStep) -> Bool {
    hidesRevenue
      && step.edits.contains { edit in
        if case .usage(let usage) = edit { usage.field.isMoney } else { false }
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
