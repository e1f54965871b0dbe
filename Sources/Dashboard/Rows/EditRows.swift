import CapabilityScore
import TerminalKit

/// The edits of the scenario at work, each with what became of it.
struct EditRows: RowSource {
  let entries: [ScenarioBoard.Entry]
  let glyphs: Glyphs
  var hidesNames = false

  let columns = [
    TableColumn(id: "number", title: "#", width: .fixed(4), alignment: .right, frozen: true),
    TableColumn(id: "edit", title: "Edit", width: .flexible(min: 24, max: 110)),
    TableColumn(id: "state", title: "", width: .flexible(min: 12, max: 44), priority: 1),
  ]

  var count: Int { entries.count }
  var emptyText: String { "No edits yet. e changes a value, A adds, x removes." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    switch column {
    case 0: return TableCell(String(row + 1))
    case 1: return TableCell(entries[row].edit.words(hidingNames: hidesNames))
    default:
      switch entries[row].outcome {
      case .applied: return TableCell("\(glyphs.met) applies", role: .statusMet)
      case .alreadyTrue: return TableCell("\(glyphs.dash) already true", role: .textDim)
      case .notApplicable(let problem):
        return TableCell("\(glyphs.unmet) \(problem)", role: .statusUnmet)
      }
    }
  }

  func identity(_ row: Int) -> RowID { .name("edit \(row)") }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    column == 0 ? .number(Double(row)) : .text(cell(row, column).text)
  }
}

extension ScenarioEdit {
  /// In words; ids and names of customers and people replaced, for sharing the screen.
  func words(hidingNames hidesNames: Bool) -> String {
    guard hidesNames else { return words }
    return secrets.filter { !$0.isEmpty }.reduce(words) { $0.replacing($1, with: "(hidden)") }
  }

  private var secrets: [String] {
    switch self {
    case .usage(let edit): [edit.tenant]
    case .addTenant(let id, let name): [name, id]
    case .removeTenant(let id): [id]
    case .associate(let edit): [edit.tenant]
    case .certify(let individual, _, _), .revoke(let individual, _): [individual]
    case .rulebook: []
    }
  }
}
