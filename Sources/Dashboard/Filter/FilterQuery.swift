import CapabilityScore
import TerminalKit

/// What is typed behind `/`: words in any order, `!word`, `column:word`, `>n`, `<n`, `~fuzzy`.
///
/// A word with a capital letter matches case, others do not.
struct FilterQuery: Sendable, Equatable {
  private enum Term: Equatable, Sendable {
    /// The bytes of one that is ASCII.
    case word(String, bytes: [UInt8]?, column: Int?, matchesCase: Bool)
    case fuzzy(String, column: Int?)
    case more(Double, column: Int?)
    case less(Double, column: Int?)
    indirect case not(Term)
  }

  private var terms: [Term]

  /// - Parameter columns: Those whose titles or ids may stand before a colon; beginnings will do.
  init(_ text: String, columns: [TableColumn]) {
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

  /// What stands before a colon without being a column; nil where nothing does.
  static func unknownColumn(in text: String, columns: [TableColumn]) -> String? {
    text.split(separator: " ").compactMap { word -> String? in
      let word = word.drop { $0 == "!" }
      guard let colon = word.firstIndex(of: ":"), colon > word.startIndex else { return nil }
      let name = word[..<colon].lowercased()
      return column(name, columns) == nil ? name : nil
    }.first
  }

  private static func term(_ text: String, _ columns: [TableColumn]) -> Term? {
    if text.hasPrefix("!"), text.count > 1 {
      return term(String(text.dropFirst()), columns).map { .not($0) }
    }
    var column: Int?
    var word = text
    if let colon = text.firstIndex(of: ":"),
      let index = Self.column(text[..<colon].lowercased(), columns)
    {
      column = index
      word = String(text[text.index(after: colon)...])
    }
    if word.isEmpty { return nil }
    if let sign = word.first, "<>".contains(sign),
      let number = Double(word.dropFirst().filter { $0 != "," })
    {
      return sign == ">" ? .more(number, column: column) : .less(number, column: column)
    }
    if word.hasPrefix("~"), word.count > 1 {
      return .fuzzy(word.dropFirst().lowercased(), column: column)
    }
    let matchesCase = word.contains(where: \.isUppercase)
    let plain = matchesCase ? word : word.lowercased()
    return .word(
      plain, bytes: plain.utf8.allSatisfy { $0 < 0x80 } ? Array(plain.utf8) : nil,
      column: column, matchesCase: matchesCase)
  }

  /// The column that a name or its beginning stands for: what is read above it before its id.
  private static func column(_ name: String, _ columns: [TableColumn]) -> Int? {
    guard !name.isEmpty else { return nil }
    return columns.firstIndex { $0.title.lowercased() == name }
      ?? columns.firstIndex { $0.title.lowercased().hasPrefix(name) }
      ?? columns.firstIndex { $0.id.hasPrefix(name) }
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
      let others = zip(columns, texts).filter { $1 == nil }.map(\.0)
      var found = [Bool](repeating: false, count: rows.count)
      for texts in texts.compactMap(\.self) {
        texts.mark(rowsContaining: bytes ?? [], matchingCase: matchesCase, in: &found)
      }
      return { [found] row in
        found[row]
          || others.contains { index in
            let text = rows.cell(row, index).text
            return (matchesCase ? text : text.lowercased()).contains(word)
          }
      }
    case .fuzzy(let letters, let column):
      let columns = columns(column, rows)
      return { row in
        columns.contains { Self.isSubsequence(letters, rows.cell(row, $0).text.lowercased()) }
      }
    case .more(let bound, let column): return number(column, rows) { $0 > bound }
    case .less(let bound, let column): return number(column, rows) { $0 < bound }
    }
  }

  /// Whether a number that a row shows is one of those asked for.
  private func number(
    _ column: Int?, _ rows: some RowSource, _ isAskedFor: @escaping (Double) -> Bool
  ) -> (Int) -> Bool {
    let columns = columns(column, rows).filter { rows.columns[$0].alignment == .right }
    return { row in columns.contains { rows.number(row, $0).map(isAskedFor) ?? false } }
  }

  /// The column that a term names, or all.
  private func columns(_ column: Int?, _ rows: some RowSource) -> [Int] {
    column.map { [$0] } ?? Array(rows.columns.indices)
  }

  /// Whether a formatted number may contain the word.
  private static func mayBeInNumbers(_ word: String) -> Bool {
    !word.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private static func isSubsequence(_ letters: String, _ text: String) -> Bool {
    var rest = letters[...]
    for character in text where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
