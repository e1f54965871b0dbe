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

  /// By row, whether it has a word in it.
  ///
  /// - Parameters:
  ///   - word: In lower case, unless case matters.
  ///   - matchesCase: Whether ASCII letters must be of the same case.
  /// - Complexity: O(bytes of all rows), without making a text of any.
  public func rows(containing word: [UInt8], matchingCase matchesCase: Bool) -> [Bool] {
    matchesCase
      ? rows(containing: word) { $0 } : rows(containing: word, TextColumn.lowercased)
  }

  @inline(__always)
  private func rows(containing word: [UInt8], _ folded: (UInt8) -> UInt8) -> [Bool] {
    guard let first = word.first else { return [Bool](repeating: true, count: count) }
    var found = [Bool](repeating: false, count: count)
    let (text, ends, word) = (bytes.span, ends.span, word.span)
    var start = 0
    for row in ends.indices {
      let end = Int(ends[row])
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
    return found
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Where the bytes of a row lie in ``bytes``.
  public func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }
}
