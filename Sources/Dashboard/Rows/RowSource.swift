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
  /// Why there are no rows, and what to do; `key` says how a command is run.
  func emptyText(_ key: (Command) -> String) -> String
  /// Sums under the columns; nil for none.
  func footer(_ rows: some Sequence<Int>) -> [String]?
}

extension RowSource {
  func texts(_ column: Int) -> RowTexts? { nil }
  func sortKey(_ row: Int, _ column: Int) -> SortKey { .text(cell(row, column).text) }
  func sortKeys(_ rows: [Int], _ column: Int) -> [SortKey] { rows.map { sortKey($0, column) } }
  func number(_ row: Int, _ column: Int) -> Double? { cell(row, column).number }
  func footer(_ rows: some Sequence<Int>) -> [String]? { nil }
  func emptyText(_ key: (Command) -> String) -> String { "Nothing here." }
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

  /// Marks the rows whose text has a word in it; rows that are marked already are passed over.
  ///
  /// - Parameters:
  ///   - word: ASCII, and in lower case unless case matters.
  ///   - matchesCase: Whether letters must be of the same case.
  ///   - found: By row.
  func mark(
    rowsContaining word: [UInt8], matchingCase matchesCase: Bool, in found: inout [Bool]
  ) {
    let marked = changed.keys.filter { $0 < found.count && found[$0] }
    texts.mark(rowsContaining: word, matchingCase: matchesCase, in: &found)
    if let others {
      let unnamed = (0..<min(texts.count, found.count)).filter { texts.range($0).isEmpty }
      if !unnamed.isEmpty {
        var inOthers = [Bool](repeating: false, count: found.count)
        others.mark(rowsContaining: word, matchingCase: matchesCase, in: &inOthers)
        for row in unnamed where inOthers[row] { found[row] = true }
      }
    }
    for (row, text) in changed where row < found.count {
      var own = TextColumn()
      own.append(text)
      var isFound = [false]
      own.mark(rowsContaining: word, matchingCase: matchesCase, in: &isFound)
      found[row] = isFound[0]
    }
    for row in marked { found[row] = true }
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

  /// Keys of the rows of a column without case. Where a few texts come again and again, as of markets,
  /// each is put in its place once.
  static func texts(_ rows: [Int], of column: TextColumn) -> [SortKey] {
    guard let found = column.different(atMost: 1000) else {
      return rows.map { .text(column[$0].lowercased()) }
    }
    let texts = found.rows.map { column[$0].lowercased() }
    let order = Set(texts).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let keys = texts.map { SortKey.number(Double(places[$0] ?? 0)) }
    return rows.map { keys[found.numbers[$0]] }
  }
}

/// No rows: pages without a table.
struct NoRows: RowSource {
  var columns: [TableColumn] { [] }
  var count: Int { 0 }
  func cell(_ row: Int, _ column: Int) -> TableCell { TableCell("") }
  func identity(_ row: Int) -> RowID { .name("") }
}
