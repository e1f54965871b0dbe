import CapabilityScore

/// A plan for people and for programs.
struct PlanText {
  private let plan: Plan
  private let rulebook: Rulebook
  private let disclosure: Disclosure

  init(_ plan: Plan, _ rulebook: Rulebook, _ disclosure: Disclosure) {
    self.plan = plan
    self.rulebook = rulebook
    self.disclosure = disclosure
  }

  private var track: TrackRule { rulebook.areas[plan.area].tracks[plan.track] }

  // MARK: For people

  func print() {
    let name = rulebook.name(ofTrack: plan.track, inArea: plan.area)
    Output.line(
      "\(name)  \(plan.start.words) → \(plan.end.words) of \(rulebook.trackPoints)", .strong)
    Output.line(verdict, plan.isReached ? .good : .bad)
    for metric in plan.blockedMetrics {
      Output.line("  ✗ \(track.metrics[metric].name) stays at 0: nothing known lifts it.", .bad)
    }
    if !plan.steps.isEmpty { printSteps() }
    printAlternatives()
    printRisks()
  }

  private func printAlternatives() {
    guard !plan.alternatives.isEmpty else { return }
    Output.line()
    var table = TextTable(["instead or besides", "for", "gain", "effort"], right: [2, 3])
    for step in plan.alternatives.prefix(PlanText.shownAlternatives) {
      table.rows.append([
        title(step), track.metrics[step.metric].name, step.gain.signedWords, effort(step),
      ])
    }
    table.print()
    let rest = plan.alternatives.count - PlanText.shownAlternatives
    if rest > 0 { Output.line("and \(rest) more: --format json lists all") }
  }

  private func printRisks() {
    let risks = plan.risks.filter { $0.loss > .zero }
    guard !risks.isEmpty else { return }
    Output.line()
    var table = TextTable(["about to be lost", "for", "loss"], right: [2])
    for risk in risks.prefix(PlanText.shownAlternatives) {
      table.rows.append([
        disclosure.words(risk.title), track.metrics[risk.metric].name,
        (Points.zero - risk.loss).signedWords,
      ])
    }
    table.print()
    let rest = risks.count - PlanText.shownAlternatives
    if rest > 0 { Output.line("and \(rest) more: --format json lists all") }
  }

  private static let shownAlternatives = 10

  private var verdict: String {
    let target = plan.target.words
    let steps = NumberWords.counted(plan.steps.count, "step")
    if plan.isReached {
      return plan.steps.isEmpty
        ? "✓ \(target) is reached; there is nothing to do." : "✓ \(steps) to \(target)."
    }
    return plan.steps.isEmpty
      ? "✗ There is no step towards \(target)." : "✗ \(steps), and still short of \(target)."
  }

  private func printSteps() {
    Output.line()
    var table = TextTable(["", "step", "for", "gain", "effort", "total"], right: [0, 3, 4, 5])
    for (number, (step, gain)) in zip(plan.steps, plan.increases).enumerated() {
      table.rows.append([
        String(number + 1), title(step), track.metrics[step.metric].name, gain.signedWords,
        effort(step), step.total.words,
      ])
    }
    let whole =
      plan.steps.allSatisfy(showsEffort)
      ? NumberWords.fixed(plan.effort, places: 2) : Disclosure.mask
    table.rows.append(["", "", "", "", whole, ""])
    table.print()
  }

  private func title(_ step: PlanStep) -> String { disclosure.words(step.title) }

  /// How far below a threshold revenue is would tell the revenue.
  private func showsEffort(_ step: PlanStep) -> Bool { step.edits.allSatisfy(disclosure.shows) }

  private func effort(_ step: PlanStep) -> String {
    showsEffort(step) ? NumberWords.fixed(step.effort, places: 2) : Disclosure.mask
  }

  // MARK: For programs

  var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      ("area", .string(rulebook.areas[plan.area].id)),
      ("track", .string(track.id)),
      ("target", .number(plan.target.value)),
      ("start", .number(plan.start.value)),
      ("end", .number(plan.end.value)),
      ("reached", .bool(plan.isReached)),
      ("blocked", .array(plan.blockedMetrics.map { .string(track.metrics[$0].id) })),
      ("steps", .array(plan.steps.map { json($0, isPlanned: true) })),
      ("alternatives", .array(plan.alternatives.map { json($0, isPlanned: false) })),
      (
        "risks",
        .array(
          plan.risks.map { risk in
            .object([
              ("metric", .string(track.metrics[risk.metric].id)),
              ("title", .string(disclosure.words(risk.title))),
              ("loss", .number(risk.loss.value)),
            ])
          })
      ),
    ])
  }

  /// - Parameter isPlanned: Only steps of the plan have a running total.
  private func json(_ step: PlanStep, isPlanned: Bool) -> JSONValue {
    .object([
      ("kind", .string(step.kind.rawValue)),
      ("metric", .string(track.metrics[step.metric].id)),
      ("title", .string(title(step))),
      ("gain", .number(step.gain.value)),
      ("effort", showsEffort(step) ? .number(step.effort) : .null),
      ("total", isPlanned ? .number(step.total.value) : .null),
      ("edits", .array(step.edits.map(disclosure.json))),
    ])
  }

  var csv: String {
    let rows = plan.steps.enumerated().map { number, step in
      row(step, String(number + 1), "\(step.total.value)")
    }
    return CSVText.text(
      [["step", "kind", "metric", "title", "gain", "effort", "total"]] + rows
        + plan.alternatives.map { row($0, "", "") })
  }

  private func row(_ step: PlanStep, _ number: String, _ total: String) -> [String] {
    [
      number, step.kind.rawValue, track.metrics[step.metric].id, title(step),
      "\(step.gain.value)", showsEffort(step) ? "\(step.effort)" : "", total,
    ]
  }
}
