import CapabilityScore
import TerminalKit

/// What is typed behind `/`: words in any order, `!word`, `column:word`, `>n`, `<n`, `~fuzzy`.
///
/// A word with a capital letter matches case, others do not.
struct FilterQuery: Sendable, Equatable {
  private enum Term: Equatable, Sendable {
    /// The bytes of one that is compared without case and is ASCII.
    case word(String, bytes: [UInt8]?, column: Int?, matchesCase: Bool)
    case fuzzy(String, column: Int?)
    case more(Double, column: Int?)
    case less(Double, column: Int?)
    indirect case not(Term)
  }

  private var terms: [Term]

  /// - Parameter columns: The ids that may stand before a colon; beginnings of them will do.
  init(_ text: String, columns: [String]) {
    terms = text.split(separator: " ").compactMap { Self.term(String($0), columns) }
  }

  var isEmpty: Bool { terms.isEmpty }

  func matches(_ row: Int, of rows: any RowSource) -> Bool {
    terms.allSatisfy { matches($0, row, rows) }
  }

  /// The words that a match should be highlighted by.
  var words: [String] {
    terms.compactMap { if case .word(let word, _, nil, _) = $0 { word } else { nil } }
  }

  private static func term(_ text: String, _ columns: [String]) -> Term? {
    if text.hasPrefix("!"), text.count > 1 {
      return term(String(text.dropFirst()), columns).map { .not($0) }
    }
    var column: Int?
    var word = text
    if let colon = text.firstIndex(of: ":") {
      let name = text[..<colon].lowercased()
      if !name.isEmpty, let index = columns.firstIndex(where: { $0.hasPrefix(name) }) {
        column = index
        word = String(text[text.index(after: colon)...])
      }
    }
    if word.isEmpty { return nil }
    if word.hasPrefix(">"), let number = Double(word.dropFirst()) {
      return .more(number, column: column)
    }
    if word.hasPrefix("<"), let number = Double(word.dropFirst()) {
      return .less(number, column: column)
    }
    if word.hasPrefix("~"), word.count > 1 {
      return .fuzzy(word.dropFirst().lowercased(), column: column)
    }
    let matchesCase = word.contains(where: \.isUppercase)
    let plain = matchesCase ? word : word.lowercased()
    return .word(
      plain, bytes: matchesCase || !plain.utf8.allSatisfy { $0 < 0x80 } ? nil : Array(plain.utf8),
      column: column, matchesCase: matchesCase)
  }

  private func matches(_ term: Term, _ row: Int, _ rows: any RowSource) -> Bool {
    switch term {
    case .not(let inner): !matches(inner, row, rows)
    case .word(let word, let bytes, let column, let matchesCase):
      anyColumn(column, rows) { index in
        if column == nil, rows.columns[index].isNumeric, !Self.mayBeInNumbers(word) { return false }
        if let found = bytes.flatMap({ rows.contains($0, row, index) }) { return found }
        let text = rows.cell(row, index).text
        return (matchesCase ? text : text.lowercased()).contains(word)
      }
    case .fuzzy(let letters, let column):
      anyColumn(column, rows) { Self.isSubsequence(letters, rows.cell(row, $0).text.lowercased()) }
    case .more(let number, let column):
      anyColumn(column, rows) { Self.number(rows.sortKey(row, $0)).map { $0 > number } ?? false }
    case .less(let number, let column):
      anyColumn(column, rows) { Self.number(rows.sortKey(row, $0)).map { $0 < number } ?? false }
    }
  }

  private func anyColumn(_ column: Int?, _ rows: any RowSource, _ test: (Int) -> Bool) -> Bool {
    if let column { return test(column) }
    return rows.columns.indices.contains(where: test)
  }

  /// Whether a formatted number may contain the word.
  private static func mayBeInNumbers(_ word: String) -> Bool {
    !word.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private static func number(_ key: SortKey) -> Double? {
    if case .number(let number) = key { number } else { nil }
  }

  private static func isSubsequence(_ letters: String, _ text: String) -> Bool {
    var rest = letters[...]
    for character in text where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
