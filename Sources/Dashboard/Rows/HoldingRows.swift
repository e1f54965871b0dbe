import CapabilityScore
import TerminalKit

/// A person's training record.
struct HoldingRows: RowSource {
  let standings: Standings
  private let lines: [HoldingLine]

  init(_ standings: Standings, individual: Int) {
    self.standings = standings
    lines = standings.explainer.holdings(of: standings.portfolio.roster[individual])
  }

  let columns = [
    TableColumn(
      id: "title", title: "Certification", width: .flexible(min: 24, max: 56), frozen: true),
    TableColumn(id: "state", title: "", width: .fixed(20)),
    TableColumn(id: "completed", title: "Completed", width: .fixed(12), priority: 2),
    TableColumn(id: "expires", title: "Expires", width: .fixed(12), priority: 1),
    TableColumn(id: "days", title: "Days left", width: .fixed(9), alignment: .right, priority: 1),
    TableColumn(
      id: "metrics", title: "Counts for", width: .flexible(min: 12, max: 48), priority: 3),
  ]

  var count: Int { lines.count }
  func emptyText(_ key: (Command) -> String) -> String { "No training record." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let line = lines[row]
    let glyphs = standings.glyphs
    switch column {
    case 0: return TableCell(line.holding.title)
    case 1:
      switch line.state {
      case .counts: return TableCell("\(glyphs.met) valid", role: .statusMet)
      case .expiring: return TableCell("\(glyphs.near) expires soon", role: .statusNear)
      default: return TableCell("\(glyphs.unmet) \(line.state.words)", role: .statusUnmet)
      }
    case 2: return TableCell(line.holding.completed.name)
    case 3: return TableCell(line.holding.expires?.name ?? "")
    case 4: return TableCell(line.daysLeft.map(String.init) ?? "")
    default: return TableCell(line.metrics.map { standings.title($0) }.joined(separator: ", "))
    }
  }

  func identity(_ row: Int) -> RowID { .name("\(row) \(lines[row].holding.title)") }

  subscript(row: Int) -> HoldingLine { lines[row] }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let holding = lines[row].holding
    switch column {
    case 2: return .number(Double(holding.completed.daysSince1970))
    case 3, 4: return holding.expires.map { .number(Double($0.daysSince1970)) } ?? .missing
    default: return .text(cell(row, column).text.lowercased())
    }
  }
}
