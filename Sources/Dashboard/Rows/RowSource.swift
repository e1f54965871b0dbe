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
  /// Rows that say something else.
  var changed: [Int: String] = [:]

  /// By row, whether its text has a word in it; rows behind the last of ``texts`` are not there.
  ///
  /// - Parameters:
  ///   - word: ASCII, and in lower case unless case matters.
  ///   - matchesCase: Whether letters must be of the same case.
  func rows(containing word: [UInt8], matchingCase matchesCase: Bool) -> [Bool] {
    var found = texts.rows(containing: word, matchingCase: matchesCase)
    if let others, found.indices.contains(where: { texts.range($0).isEmpty }) {
      let inOthers = others.rows(containing: word, matchingCase: matchesCase)
      for row in found.indices where texts.range(row).isEmpty { found[row] = inOthers[row] }
    }
    for (row, text) in changed where row < found.count {
      var own = TextColumn()
      own.append(text)
      found[row] = own.rows(containing: word, matchingCase: matchesCase)[0]
    }
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

  static func month(_ month: Month?) -> SortKey {
    month.map { .number(Double($0.index)) } ?? .missing
  }

  /// Keys of texts without case. Of a few that come again and again, as of markets, each is put in its
  /// place once.
  static func texts(_ texts: [String]) -> [SortKey] {
    let distinct = Set(texts)
    guard distinct.count <= 1000 else { return texts.map { .text($0.lowercased()) } }
    let order = Set(distinct.map { $0.lowercased() }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let keys = Dictionary(
      uniqueKeysWithValues: distinct.map { text in
        (text, SortKey.number(Double(places[text.lowercased()] ?? 0)))
      })
    return texts.map { keys[$0] ?? .missing }
  }
}

/// No rows: pages without a table.
struct NoRows: RowSource {
  var columns: [TableColumn] { [] }
  var count: Int { 0 }
  func cell(_ row: Int, _ column: Int) -> TableCell { TableCell("") }
  func identity(_ row: Int) -> RowID { .name("") }
}
