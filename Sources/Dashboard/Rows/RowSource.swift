import CapabilityScore
import TerminalKit

/// The rows of a table, asked for one by one, so that their number is free.
protocol RowSource: Sendable {
  var columns: [TableColumn] { get }
  var count: Int { get }
  func cell(_ row: Int, _ column: Int) -> TableCell
  /// What the row is, across sorting, filtering and reloading.
  func identity(_ row: Int) -> RowID
  /// What the cells of a column say, where that can be looked at without making them; nil where not.
  func texts(_ column: Int) -> RowTexts?
  /// What a column is sorted by.
  func sortKey(_ row: Int, _ column: Int) -> SortKey
  /// The same for many rows.
  func sortKeys(_ rows: [Int], _ column: Int) -> [SortKey]
  /// The number that a cell shows, in the unit of its column; nil where it shows none.
  func number(_ row: Int, _ column: Int) -> Double?
  /// Why there are no rows, and what to do.
  var emptyText: String { get }
  /// Sums under the columns; nil for none.
  func footer(_ rows: some Sequence<Int>) -> [String]?
}

extension RowSource {
  func texts(_ column: Int) -> RowTexts? { nil }
  func sortKey(_ row: Int, _ column: Int) -> SortKey { .text(cell(row, column).text) }
  func sortKeys(_ rows: [Int], _ column: Int) -> [SortKey] { rows.map { sortKey($0, column) } }
  func number(_ row: Int, _ column: Int) -> Double? { cell(row, column).number }
  func footer(_ rows: some Sequence<Int>) -> [String]? { nil }
  var emptyText: String { "Nothing here." }
}

extension TableCell {
  /// The number that the text begins with: `1,234.50`, `+17`, `-3 points`, `<0.01`.
  var number: Double? {
    let digits = text.drop { $0 == "<" }.prefix { $0 != " " }.filter { $0 != "," }
    guard let last = digits.last, last.isWholeNumber else { return nil }
    return Double(digits)
  }
}

/// The texts of a column, by row.
struct RowTexts: Sendable {
  var texts: TextColumn
  /// Stands in where a text is empty.
  var others: TextColumn?

  /// By row, whether its text has a word in it.
  ///
  /// - Parameter word: ASCII, in lower case.
  func rows(containing word: [UInt8]) -> [Bool] {
    var found = texts.rows(containing: word)
    guard let others else { return found }
    let inOthers = others.rows(containing: word)
    for row in found.indices where texts.range(row).isEmpty { found[row] = inOthers[row] }
    return found
  }
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
