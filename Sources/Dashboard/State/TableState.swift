import CapabilityScore
import TerminalKit

/// Where the user is in a table: order, filter, cursor, marks. Selection is an identity, not a number.
struct TableState: Sendable, Equatable {
  /// The rows that are shown, in their order, by number in the source.
  private(set) var order: [Int] = []
  /// The position of the cursor in ``order``.
  private(set) var position = 0
  var firstRow = 0
  private(set) var sort: [Table.SortKey] = []
  private(set) var filter = ""
  var column = 0
  var marks: Set<RowID> = []
  /// Where the next range of marks begins.
  var anchor: RowID?
  var hiddenColumns: Set<String> = []
  private(set) var total = 0
  /// The rows in order as they are without a filter, where that is known.
  private var unfiltered: [Int]?

  var selectedRow: Int? { order.indices.contains(position) ? order[position] : nil }

  /// Puts the rows in order, keeping the cursor on the same row, or on its neighbour if that is gone.
  ///
  /// - Parameters:
  ///   - row: The row to keep, by number in the source.
  ///   - admits: Which rows belong here at all, besides the filter.
  mutating func arrange(
    _ rows: any RowSource, keeping row: Int? = nil, admits: (Int) -> Bool = { _ in true }
  ) {
    let query = FilterQuery(filter, columns: rows.columns)
    let admitted = (0..<rows.count).filter(admits)
    total = admitted.count
    order = sorted(query.matching(admitted, of: rows), rows)
    unfiltered = query.isEmpty ? order : nil
    settle(on: row, rows)
  }

  /// The same of other rows, where the one to keep has another number.
  mutating func rebuild(_ rows: any RowSource, keeping id: RowID?, admits: (Int) -> Bool) {
    let row = id.flatMap { id in (0..<rows.count).first { rows.identity($0) == id } }
    arrange(rows, keeping: row, admits: admits)
  }

  /// Shows the rows that another filter leaves, in the order they have.
  mutating func filter(by text: String, _ rows: any RowSource, admits: (Int) -> Bool) {
    let row = selectedRow
    if unfiltered == nil {
      filter = ""
      arrange(rows, keeping: row, admits: admits)
    }
    let query = FilterQuery(text, columns: rows.columns)
    let last = FilterQuery(filter, columns: rows.columns)
    filter = text
    order = query.matching(query.narrows(last) ? order : unfiltered ?? [], of: rows)
    settle(on: row, rows)
  }

  /// Puts the cursor on a row, or where it was if that is gone.
  private mutating func settle(on row: Int?, _ rows: any RowSource) {
    if let row, let place = order.firstIndex(of: row) { position = place }
    position = max(0, min(position, order.count - 1))
    column = max(0, min(column, rows.columns.count - 1))
  }

  private func sorted(_ shown: [Int], _ rows: any RowSource) -> [Int] {
    let keys = sort.compactMap { key in
      rows.columns.firstIndex { $0.id == key.column }.map { ($0, key.ascending) }
    }
    guard !keys.isEmpty else { return shown }
    let columns = keys.map { column, ascending in
      SortedColumn(rows.sortKeys(shown, column), ascending: ascending)
    }
    return SortedColumn.order(columns, count: shown.count).map { shown[$0] }
  }

  mutating func move(to position: Int) {
    self.position = max(0, min(position, order.count - 1))
  }

  mutating func move(by rows: Int) { move(to: position + rows) }

  /// The same column again reverses; another becomes the only key, or with `adding` the last one.
  mutating func sort(by column: String, adding: Bool) {
    if let index = sort.firstIndex(where: { $0.column == column }) {
      sort[index].ascending.toggle()
      if !adding { sort = [sort[index]] }
    } else {
      let key = Table.SortKey(column, ascending: true)
      sort = adding ? sort + [key] : [key]
    }
  }

  mutating func setSort(_ keys: [Table.SortKey]) { sort = keys }
}
