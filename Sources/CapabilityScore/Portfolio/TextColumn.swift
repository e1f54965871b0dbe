/// A column of texts in one run of bytes: compact, and quick to scan for a filter.
public struct TextColumn: Sendable, Equatable {
  /// The texts of all rows in UTF-8, one after another without separators.
  public private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// A column without rows.
  public init() {}

  /// How many rows there are.
  public var count: Int { ends.count }

  /// Adds a row; all rows together must stay below 4 GiB.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(UInt32(bytes.count))
  }

  /// Appends UTF-8; malformed sequences are repaired when the text is read.
  public mutating func append(utf8 text: RawSpan) {
    text.withUnsafeBytes { bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
  }

  /// Adds the rows of another column after those that are here.
  public mutating func append(contentsOf other: TextColumn) {
    let shift = UInt32(bytes.count)
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.lazy.map { $0 + shift })
  }

  /// Makes room for so many rows, and so many bytes of UTF-8, in all.
  public mutating func reserve(rows: Int, bytes count: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  /// The text of a row; malformed UTF-8 is repaired.
  public subscript(row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

  /// Marks the rows that have a word in them; rows that are marked already are passed over.
  ///
  /// - Parameters:
  ///   - word: In lower case, unless case matters.
  ///   - matchesCase: Whether ASCII letters must be of the same case.
  ///   - found: By row.
  /// - Complexity: O(bytes of all rows), without making a text of any.
  public func mark(
    rowsContaining word: [UInt8], matchingCase matchesCase: Bool, in found: inout [Bool]
  ) {
    let hasCase = word.contains { $0 != TextColumn.uppercased($0) }
    if matchesCase || !hasCase {
      mark(word, in: &found) { $0 }
    } else {
      mark(word, in: &found, TextColumn.lowercased)
    }
  }

  @inline(__always)
  private func mark(_ word: [UInt8], in found: inout [Bool], _ folded: (UInt8) -> UInt8) {
    let rows = 0..<min(count, found.count)
    guard let first = word.first else {
      for row in rows { found[row] = true }
      return
    }
    let (text, ends, word) = (bytes.span, ends.span, word.span)
    var start = 0
    for row in rows {
      let end = Int(ends[row])
      if found[row] {
        start = end
        continue
      }
      // The last place where the word may begin.
      let limit = end - word.count
      while start <= limit {
        if folded(text[start]) == first {
          var length = 1
          while length < word.count, folded(text[start + length]) == word[length] {
            length += 1
          }
          if length == word.count {
            found[row] = true
            break
          }
        }
        start += 1
      }
      start = end
    }
  }

  private static func uppercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "a") < 26 ? byte & ~0x20 : byte
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// By row, which of the different texts it has, and for each of these a row that has it; nil where
  /// they are more than so many.
  ///
  /// - Complexity: O(bytes of all rows), without making a text of any.
  public func different(atMost limit: Int) -> (numbers: [Int], rows: [Int])? {
    var numbers: [Int] = []
    var rows: [Int] = []
    numbers.reserveCapacity(count)
    // Open addressing, never more than half full: a number and 1, 0 where the slot is free.
    var slots = [Int](repeating: 0, count: limit.nextPowerOf2 * 2)
    let text = bytes.span
    for row in 0..<count {
      let own = text.extracting(range(row))
      var hash: UInt64 = 0
      for index in own.indices {
        hash = (hash ^ UInt64(own[index])) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
      }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0, !own.isEqual(text.extracting(range(rows[slots[slot] - 1]))) {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 {
        guard rows.count < limit else { return nil }
        rows.append(row)
        slots[slot] = rows.count
      }
      numbers.append(slots[slot] - 1)
    }
    return (numbers, rows)
  }

  /// Where the bytes of a row lie in ``bytes``.
  public func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}

extension Int {
  /// The least power of 2 that is not below it.
  fileprivate var nextPowerOf2: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
