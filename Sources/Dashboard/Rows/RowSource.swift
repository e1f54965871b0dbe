import CapabilityScore
import TerminalKit

/// The rows of a table, asked for one by one, so that their number is free.
protocol RowSource: Sendable {
  var columns: [TableColumn] { get }
  var count: Int { get }
  func cell(_ row: Int, _ column: Int) -> TableCell
  /// What the row is, across sorting, filtering and reloading.
  func identity(_ row: Int) -> RowID
  /// Whether a cell has a word in it, where the rows can tell without making the cell; nil where not.
  ///
  /// - Parameter word: ASCII, in lower case.
  func contains(_ word: [UInt8], _ row: Int, _ column: Int) -> Bool?
  /// What a column is sorted by.
  func sortKey(_ row: Int, _ column: Int) -> SortKey
  /// Why there are no rows, and what to do.
  var emptyText: String { get }
  /// Sums under the columns; nil for none.
  func footer(_ rows: some Sequence<Int>) -> [String]?
}

extension RowSource {
  func contains(_ word: [UInt8], _ row: Int, _ column: Int) -> Bool? { nil }
  func sortKey(_ row: Int, _ column: Int) -> SortKey { .text(cell(row, column).text) }
  func footer(_ rows: some Sequence<Int>) -> [String]? { nil }
  var emptyText: String { "Nothing here." }
}

/// The identity of a row.
enum RowID: Hashable, Sendable {
  case area(Int)
  case metric(MetricNumber)
  case subject(Subject)
  case name(String)
}

/// What rows are ordered by. Missing values come last in either direction.
enum SortKey: Comparable, Sendable {
  case number(Double)
  case text(String)
  case missing
}

/// No rows: pages without a table.
struct NoRows: RowSource {
  var columns: [TableColumn] { [] }
  var count: Int { 0 }
  func cell(_ row: Int, _ column: Int) -> TableCell { TableCell("") }
  func identity(_ row: Int) -> RowID { .name("") }
}
