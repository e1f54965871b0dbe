/// What rows are ordered by, as words that compare fast: numbers whole, texts by how they begin.
///
/// Sorting 100,000 rows is a keystroke, too.
struct SortedColumn {
  /// In the order wanted; missing values behind all others in either direction.
  private var words: [UInt64] = []
  /// Texts, where some rows have one; what begins alike is compared by them.
  private var texts: [String] = []
  private let ascending: Bool

  init(_ keys: some Collection<SortKey>, ascending: Bool) {
    self.ascending = ascending
    words.reserveCapacity(keys.count)
    for key in keys {
      switch key {
      case .missing: words.append(.max)
      case .number(let number): words.append(directed(SortedColumn.word(number)))
      case .text(let text):
        // As many as there are words: a column has texts or numbers, seldom both.
        while texts.count < words.count { texts.append("") }
        texts.append(text)
        words.append(directed(SortedColumn.word(text)))
      }
    }
    while !texts.isEmpty, texts.count < words.count { texts.append("") }
  }

  /// The numbers of the rows in order: by the first column, then the next, then as they came.
  static func order(_ columns: [SortedColumn], count: Int) -> [Int] {
    guard let first = columns.first else { return Array(0..<count) }
    let others = columns.dropFirst()
    var rows = order(of: first.words)
    if first.texts.isEmpty && others.isEmpty { return rows }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      if let isBefore = first.isBefore(left, right) { return isBefore }
      for column in others {
        let (a, b) = (column.words[left], column.words[right])
        if a != b { return a < b }
        if let isBefore = column.isBefore(left, right) { return isBefore }
      }
      return left < right
    }
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, first.words[rows[end]] == first.words[rows[start]] { end += 1 }
      if end - start > 1 { rows[start..<end].sort(by: precedes) }
      start = end
    }
    return rows
  }

  /// Of two rows with the same word; nil where they are equal.
  private func isBefore(_ left: Int, _ right: Int) -> Bool? {
    guard !texts.isEmpty, texts[left] != texts[right] else { return nil }
    return (texts[left] < texts[right]) == ascending
  }

  /// One less than what stands for a missing value, at most.
  private func directed(_ word: UInt64) -> UInt64 { min(ascending ? word : ~word, .max - 1) }

  /// Grows with the number.
  private static func word(_ number: Double) -> UInt64 {
    // −0 is 0.
    let bits = (number + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// The first eight bytes.
  private static func word(_ text: String) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 56
    for byte in text.utf8.prefix(8) {
      word |= UInt64(byte) << shift
      shift &-= 8
    }
    return word
  }
}

/// Puts rows in the order of their words, equal ones as they came: byte by byte from the last one on,
/// leaving out the bytes that all have alike.
extension SortedColumn {
  private static func order(of words: [UInt64]) -> [Int] {
    var rows = Array(words.indices)
    var sorted = rows
    let (common, any) = words.reduce((UInt64.max, UInt64(0))) { ($0.0 & $1, $0.1 | $1) }
    for shift in stride(from: UInt64(0), to: 64, by: 8) where (common ^ any) >> shift & 0xFF != 0 {
      var places = [Int](repeating: 0, count: 257)
      for word in words { places[Int(word >> shift & 0xFF) + 1] += 1 }
      for value in 0..<256 { places[value + 1] += places[value] }
      for row in rows {
        let value = Int(words[row] >> shift & 0xFF)
        sorted[places[value]] = row
        places[value] += 1
      }
      swap(&rows, &sorted)
    }
    return rows
  }
}
