import CapabilityScore

/// A list in any format: texts first, numbers behind them.
struct ListOutput {
  /// A number that people read grouped and programs read plain.
  struct Number {
    var value: Int64
    var unit: Unit
    /// Not for the eyes of the role at hand, see ``Disclosure``.
    var isMasked: Bool

    init(_ value: Int64, _ unit: Unit, isMasked: Bool = false) {
      self.value = value
      self.unit = unit
      self.isMasked = isMasked
    }

    /// For people; without the unit.
    var words: String { isMasked ? Disclosure.mask : unit.number(value) }

    var plain: String {
      if isMasked { return "" }
      return unit.isFractional ? Quantity(millionths: value).description : String(value)
    }

    var json: JSONValue {
      if isMasked { return .null }
      return unit.isFractional ? .decimal(Quantity(millionths: value)) : .integer(value)
    }
  }

  private let titles: [String]
  private let right: Set<Int>
  private var rows: [(texts: [String], numbers: [Number?])] = []

  init(_ titles: [String], right: Set<Int>) {
    self.titles = titles
    self.right = right
  }

  mutating func add(_ texts: [String], _ numbers: [Number?]) { rows.append((texts, numbers)) }

  /// - Parameters:
  ///   - filter: Words that a row must contain, in any order, without regard to case.
  ///   - numbers: Titles of text columns that are numbers to programs.
  func print(_ format: OutputFormat, filter: String?, numbers: Set<String> = []) {
    let words = (filter ?? "").lowercased().split(separator: " ")
    let shown = rows.filter { row in
      let text = row.texts.joined(separator: " ").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    switch format {
    case .text:
      var table = TextTable(titles, right: right)
      table.rows = shown.map { row in
        row.texts + row.numbers.map { $0?.words ?? "" }
      }
      for (number, line) in table.lines.enumerated() {
        Output.line(line, number == 0 ? .strong : .plain)
      }
    case .csv:
      Output.raw(
        CSVText.text(
          [titles] + shown.map { row in row.texts + row.numbers.map { $0?.plain ?? "" } }))
    case .json:
      Output.raw(JSONValue.array(shown.map { json($0.texts, $0.numbers, numbers) }).text)
    }
  }

  private func json(
    _ texts: [String], _ values: [Number?], _ numbers: Set<String>
  ) -> JSONValue {
    let keys = titles.map(ListOutput.key)
    let first = zip(keys, texts).map { key, text -> (String, JSONValue) in
      (key, numbers.contains(key) ? Int64(text).map { .integer($0) } ?? .null : .string(text))
    }
    let rest = zip(keys.dropFirst(texts.count), values).map { key, value in
      (key, value?.json ?? JSONValue.null)
    }
    return .object(first + rest)
  }

  /// `missing months` → `missingMonths`.
  private static func key(_ title: String) -> String {
    let words = title.split(separator: " ")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
