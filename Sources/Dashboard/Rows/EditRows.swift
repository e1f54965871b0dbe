import CapabilityScore
import TerminalKit

/// The edits of the scenario at work, each with what it does and what became of it.
struct EditRows: RowSource {
  let lines: [Line]
  let standings: Standings

  struct Line: Sendable {
    var entry: ScenarioBoard.Entry
    /// What the edit does to the score, on top of those before it.
    var effect: String
    /// The value that the data had, has, and has with the edit, where it changed in between.
    var conflict: String?
    /// The command line that repeats it.
    var command: String
  }

  let columns = [
    TableColumn(id: "number", title: "#", width: .fixed(4), alignment: .right, frozen: true),
    TableColumn(id: "edit", title: "Edit", width: .flexible(min: 24, max: 80)),
    TableColumn(id: "effect", title: "Effect", width: .flexible(min: 16, max: 60), priority: 1),
    TableColumn(id: "state", title: "", width: .flexible(min: 12, max: 44)),
  ]

  var count: Int { lines.count }
  func emptyText(_ key: (Command) -> String) -> String {
    "No edits yet. \(key(.edit)) changes a value, \(key(.add)) adds, \(key(.remove)) removes."
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    switch column {
    case 0: TableCell(String(row + 1))
    case 1: TableCell(standings.words(lines[row].entry.edit))
    case 2: TableCell(lines[row].effect)
    default: state(lines[row])
    }
  }

  private func state(_ line: Line) -> TableCell {
    let glyphs = standings.glyphs
    if let conflict = line.conflict {
      return TableCell("\(glyphs.near) \(conflict)", role: .statusNear)
    }
    switch line.entry.outcome {
    case .applied: return TableCell("\(glyphs.met) applies", role: .statusMet)
    case .alreadyTrue: return TableCell("\(glyphs.dash) already true", role: .textDim)
    case .notApplicable(let problem):
      return TableCell("\(glyphs.unmet) \(problem)", role: .statusUnmet)
    }
  }

  func identity(_ row: Int) -> RowID { .name("edit \(row)") }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    column == 0 ? .number(Double(row)) : .text(cell(row, column).text)
  }
}

extension DashboardState {
  /// The edits in their order.
  ///
  /// - Complexity: One re-evaluation of a tenant for each edit.
  func editLines(_ standings: Standings) -> [EditRows.Line] {
    guard let whatIf, let base else { return [] }
    var board = base.board
    var before = board.scorecard
    return whatIf.board.entries.map { entry in
      board.apply(entry.edit)
      let after = board.scorecard
      defer { before = after }
      return EditRows.Line(
        entry: entry, effect: changes(before, after),
        conflict: conflictWords(entry.edit, whatIf, standings),
        command: hides(entry.edit) ? "hidden" : commandLine(entry.edit))
    }
  }

  /// Whether the edit says what is not to be seen.
  private func hides(_ edit: ScenarioEdit) -> Bool {
    guard case .usage(let usage) = edit else { return hidesNames }
    return hidesNames || usage.field.isMoney && base?.hidesRevenue ?? false
  }

  private func conflictWords(
    _ edit: ScenarioEdit, _ whatIf: WhatIf, _ standings: Standings
  ) -> String? {
    guard case .usage(let usage) = edit, let (then, now, mine) = whatIf.conflict(edit) else {
      return nil
    }
    let unit = usage.field.unit
    return "then \(standings.number(unit, then)), now \(standings.number(unit, now)), "
      + "mine \(standings.words(unit, mine))"
  }
}
