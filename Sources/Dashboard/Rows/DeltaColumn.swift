import CapabilityScore
import TerminalKit

/// The column that every table of values has while a scenario is looked at: what its edits change.
enum DeltaColumn {
  static let id = "what-if"

  /// The column; none where nothing is compared.
  static func columns(_ standings: Standings) -> [TableColumn] {
    guard standings.untouched != nil else { return [] }
    return [
      TableColumn(id: id, title: "What if", width: .fixed(12), alignment: .right, priority: 1)
    ]
  }

  static func cell(_ standings: Standings, _ unit: Unit, _ change: Int64) -> TableCell {
    guard change != 0 else { return TableCell("") }
    return TableCell(standings.signedNumber(unit, change), role: .delta(change))
  }
}
