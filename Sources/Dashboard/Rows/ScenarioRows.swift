import CapabilityScore
import TerminalKit

/// The matrix of scenarios and areas.
struct ScenarioRows: RowSource {
  private let scenarios: [ScoredScenario]
  private let areas: [AreaRule]
  private let scores: [[AreaScore?]]
  private let glyphs: Glyphs
  let columns: [TableColumn]

  init(_ scenarios: [ScoredScenario], _ rulebook: Rulebook, _ glyphs: Glyphs) {
    self.scenarios = scenarios
    self.glyphs = glyphs
    areas = rulebook.areas
    scores = scenarios.map { $0.areas(in: rulebook) }
    columns =
      [
        TableColumn(
          id: "name", title: "Scenario", width: .flexible(min: 16, max: 40), frozen: true),
        TableColumn(id: "edits", title: "Edits", width: .fixed(5), alignment: .right, priority: 1),
      ]
      + areas.map {
        TableColumn(
          id: $0.id, title: $0.shortName,
          width: .flexible(min: 7, max: max(7, TextWidth.columns($0.shortName))),
          alignment: .right)
      }
  }

  var count: Int { scenarios.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let scenario = scenarios[row]
    switch column {
    case 0:
      let note = scenario.side == .running ? " (at work)" : ""
      return TableCell(
        scenario.scenario.name + note, role: scenario.side == .running ? .textStrong : .text)
    case 1:
      return scenario.side == .baseline
        ? TableCell("")
        : TableCell(
          String(scenario.scenario.edits.count), role: scenario.staleCount > 0 ? .statusNear : .text
        )
    default:
      guard let score = scores[row][column - 2] else { return TableCell("") }
      let change = scores[0][column - 2].map { score.points - $0.points } ?? .zero
      let unchanged: Role = score.isQualified ? .statusMet : .text
      let role = change == .zero ? unchanged : .delta(change)
      return TableCell((score.isQualified ? "\(glyphs.met) " : "") + score.points.words, role: role)
    }
  }

  func identity(_ row: Int) -> RowID { .name("\(scenarios[row].side)") }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(scenarios[row].scenario.name.lowercased())
    case 1: .number(Double(scenarios[row].scenario.edits.count))
    default: scores[row][column - 2].map { .number($0.points.value) } ?? .missing
    }
  }

  subscript(row: Int) -> ScoredScenario { scenarios[row] }
}
