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

  /// Those of some rows that match, in their order.
  func matching(_ candidates: [Int], of rows: some RowSource) -> [Int] {
    terms.reduce(candidates) { $0.filter(test($1, rows)) }
  }

  /// Whether only rows that match another query may match this one, as when a word is typed on.
  func narrows(_ other: FilterQuery) -> Bool {
    !other.isEmpty && terms.count == other.terms.count
      && zip(terms, other.terms).allSatisfy { term, other in
        switch (term, other) {
        case (.word(let new, _, let place, let isExact), .word(let old, _, let before, let was)):
          place == before && isExact == was && new.contains(old)
        default: term == other
        }
      }
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

  /// What a term asks of a row; what does not depend on the row is found out once.
  private func test(_ term: Term, _ rows: some RowSource) -> (Int) -> Bool {
    switch term {
    case .not(let inner):
      let test = test(inner, rows)
      return { !test($0) }
    case .word(let word, let bytes, let column, let matchesCase):
      let columns = columns(column, rows).filter {
        column != nil || !rows.columns[$0].isNumeric || Self.mayBeInNumbers(word)
      }
      let texts = columns.map { bytes == nil ? nil : rows.texts($0) }
      let inBytes = texts.compactMap(\.self)
      let others = zip(columns, texts).filter { $1 == nil }.map(\.0)
      return { row in
        if let bytes, inBytes.contains(where: { $0.contains(bytes, row) }) { return true }
        return others.contains { index in
          let text = rows.cell(row, index).text
          return (matchesCase ? text : text.lowercased()).contains(word)
        }
      }
    case .fuzzy(let letters, let column):
      let columns = columns(column, rows)
      return { row in
        columns.contains { Self.isSubsequence(letters, rows.cell(row, $0).text.lowercased()) }
      }
    case .more(let number, let column):
      let columns = columns(column, rows)
      return { row in
        columns.contains { Self.number(rows.sortKey(row, $0)).map { $0 > number } ?? false }
      }
    case .less(let number, let column):
      let columns = columns(column, rows)
      return { row in
        columns.contains { Self.number(rows.sortKey(row, $0)).map { $0 < number } ?? false }
      }
    }
  }

  /// The column that a term names, or all.
  private func columns(_ column: Int?, _ rows: some RowSource) -> [Int] {
    column.map { [$0] } ?? Array(rows.columns.indices)
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
