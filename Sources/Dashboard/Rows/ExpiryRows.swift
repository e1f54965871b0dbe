import CapabilityScore
import TerminalKit

/// The certifications that end soon, with the points they carry.
struct ExpiryRows: RowSource {
  let standings: Standings
  private let expiries: [Expiry]
  /// What the areas lose together without each.
  private let losses: [Points]

  /// - Complexity: One re-evaluation of a person for each certification.
  init(_ standings: Standings, _ board: ScenarioBoard) {
    self.standings = standings
    expiries = standings.explainer.expiries(within: standings.rulebook.nearness.expiryDays)
    losses = board.losses(of: expiries, standings.explainer).map { $0.reduce(.zero, +) }
  }

  let columns = [
    TableColumn(id: "name", title: "Person", width: .flexible(min: 14, max: 32), frozen: true),
    TableColumn(id: "title", title: "Certification", width: .flexible(min: 20, max: 48)),
    TableColumn(id: "ends", title: "Ends", width: .fixed(12), priority: 1),
    TableColumn(id: "days", title: "Days", width: .fixed(5), alignment: .right),
    TableColumn(id: "points", title: "Points", width: .fixed(7), alignment: .right),
    TableColumn(
      id: "metrics", title: "Counts for", width: .flexible(min: 12, max: 60), priority: 2),
  ]

  var count: Int { expiries.count }

  func emptyText(_ key: (Command) -> String) -> String {
    "No certification that counts ends within \(standings.rulebook.nearness.expiryDays) days."
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let expiry = expiries[row]
    switch column {
    case 0: return TableCell(standings.label(.individual(expiry.person)))
    case 1: return TableCell(standings.rulebook.certifications[expiry.certification].title)
    case 2: return TableCell(expiry.ends.name)
    case 3: return TableCell(String(standings.asOf.distance(to: expiry.ends)), role: .statusNear)
    case 4:
      let change = Points.zero - losses[row]
      return TableCell(change.changeWords, role: .delta(change))
    default: return TableCell(standings.rulebook.words(expiry.metrics))
    }
  }

  func identity(_ row: Int) -> RowID {
    let expiry = expiries[row]
    return .name(
      "\(standings.portfolio.roster[expiry.person].id)\t"
        + standings.rulebook.certifications[expiry.certification].title)
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 2, 3: .number(Double(expiries[row].ends.daysSince1970))
    case 4: .number(-losses[row].value)
    default: .text(cell(row, column).text.lowercased())
    }
  }

  /// Whose it is.
  subscript(row: Int) -> Subject { .individual(expiries[row].person) }
}
