import CapabilityScore
import TerminalKit

/// Who began to count for a metric, and who counts no more, month by month, the newest first.
struct MoveRows: RowSource {
  let standings: Standings
  private let moves: [Move]
  private let components: [ComponentRule]

  private struct Move {
    var month: Int
    var component: Int
    var subject: Subject
    var isGain: Bool
  }

  init(_ standings: Standings, _ place: MetricNumber) {
    self.standings = standings
    components = standings.rule(place).components
    let handOvers = components.map { standings.explainer.handOvers(measure: $0.measure) }
    moves = (0..<Scorecard.windowLength - 1).flatMap { month in
      handOvers.indices.flatMap { component in
        let change = handOvers[component][month]
        func moves(_ subjects: [Subject], isGain: Bool) -> [Move] {
          subjects.map {
            Move(month: month, component: component, subject: $0, isGain: isGain)
          }
        }
        return moves(change.gained, isGain: true) + moves(change.lost, isGain: false)
      }
    }
    var columns = [
      TableColumn(id: "month", title: "Month", width: .fixed(8), frozen: true),
      TableColumn(id: "change", title: "", width: .fixed(9)),
      TableColumn(id: "name", title: "Who", width: .flexible(min: 18, max: 60)),
    ]
    if components.count > 1 {
      columns.append(TableColumn(id: "part", title: "Part", width: .fixed(12), priority: 1))
    }
    self.columns = columns
  }

  let columns: [TableColumn]
  var count: Int { moves.count }

  func emptyText(_ key: (Command) -> String) -> String {
    "Nobody began or ceased to count in these months. Amounts that are added up have no such moment."
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let move = moves[row]
    switch columns[column].id {
    case "month": return TableCell(standings.scorecard.months[move.month].month.name)
    case "change":
      return move.isGain
        ? TableCell("\(standings.glyphs.met) added", role: .statusMet)
        : TableCell("\(standings.glyphs.unmet) lost", role: .statusUnmet)
    case "name": return TableCell(standings.label(move.subject))
    default: return TableCell(components[move.component].id)
    }
  }

  func identity(_ row: Int) -> RowID {
    let move = moves[row]
    return .name(
      "\(move.month) \(move.component) \(move.isGain) \(standings.explainer.label(move.subject))")
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    columns[column].id == "month"
      ? .number(Double(-moves[row].month)) : .text(cell(row, column).text.lowercased())
  }

  /// Who it is about.
  subscript(row: Int) -> Subject { moves[row].subject }
}
