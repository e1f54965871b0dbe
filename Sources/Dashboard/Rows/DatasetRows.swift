import CapabilityScore
import TerminalKit

/// The datasets in the cache and how old they are.
struct DatasetRows: RowSource {
  let standings: Standings

  let columns = [
    TableColumn(id: "name", title: "Dataset", width: .flexible(min: 16, max: 30), frozen: true),
    TableColumn(id: "rows", title: "Rows", width: .fixed(12), alignment: .right),
    TableColumn(id: "first", title: "From", width: .fixed(9), priority: 2),
    TableColumn(id: "last", title: "To", width: .fixed(9)),
    TableColumn(id: "gaps", title: "Missing", width: .flexible(min: 8, max: 30)),
    TableColumn(id: "imported", title: "Imported", width: .fixed(17), priority: 1),
  ]

  var count: Int { standings.freshness.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let dataset = standings.freshness[row]
    switch column {
    case 0: return TableCell(dataset.name)
    case 1: return TableCell(NumberWords.grouped(Int64(dataset.rows)))
    case 2: return TableCell(dataset.firstMonth?.name ?? "")
    case 3: return TableCell(dataset.lastMonth?.name ?? "")
    case 4:
      return TableCell(
        dataset.missingMonths.map(\.name).joined(separator: ", "), role: .noticeWarn)
    default: return TableCell(dataset.imported)
    }
  }

  func identity(_ row: Int) -> RowID { .name(standings.freshness[row].name) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let dataset = standings.freshness[row]
    return switch column {
    case 1: .number(Double(dataset.rows))
    case 2: .month(dataset.firstMonth)
    case 3: .month(dataset.lastMonth)
    case 4: .number(Double(dataset.missingMonths.count))
    default: .text(cell(row, column).text)
    }
  }
}
