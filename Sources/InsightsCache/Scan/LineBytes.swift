import Glibc

/// The searches of a scanner over one stretch of memory.
struct LineBytes {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  let base: UnsafePointer<UInt8>
  /// One past the last byte that may be read.
  let limit: Int
  let separator: UInt8

  /// The first separator or line feed at or after a position, else the limit.
  ///
  /// Looks at eight bytes at a time: a byte of `x ^ pattern` is 0 where it is the one looked for,
  /// and the lowest high bit of `(y - 0x01…) & ~y & 0x80…` marks the first such byte.
  @inline(__always)
  func separatorOrLineFeed(from start: Int) -> Int {
    let separators = UInt64(separator) &* 0x0101_0101_0101_0101
    let lineFeeds = UInt64(LineBytes.lineFeed) &* 0x0101_0101_0101_0101
    var position = start
    while position &+ 8 <= limit {
      let bytes = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
      let hits = LineBytes.zeros(bytes ^ separators) | LineBytes.zeros(bytes ^ lineFeeds)
      if hits != 0 { return position &+ hits.trailingZeroBitCount >> 3 }
      position &+= 8
    }
    while position < limit, base[position] != separator, base[position] != LineBytes.lineFeed {
      position &+= 1
    }
    return position
  }

  /// Finds the quote that closes the field whose opening quote is at `start`.
  func quotedField(at start: Int) -> (close: Int?, lineFeeds: Int, isDoubled: Bool) {
    var position = start + 1
    var isDoubled = false
    while let close = find(LineBytes.quote, from: position) {
      guard close + 1 < limit, base[close + 1] == LineBytes.quote else {
        return (close, lineFeeds(in: start + 1..<close), isDoubled)
      }
      isDoubled = true
      position = close + 2
    }
    return (nil, 0, isDoubled)
  }

  /// Whether a field may end here, behind its closing quote.
  func endsField(at position: Int) -> Bool {
    guard position < limit else { return true }
    switch base[position] {
    case separator, LineBytes.lineFeed: return true
    case LineBytes.carriageReturn:
      return position + 1 == limit || base[position + 1] == LineBytes.lineFeed
    default: return false
    }
  }

  private func lineFeeds(in range: Range<Int>) -> Int {
    var count = 0
    var position = range.lowerBound
    while let hit = find(LineBytes.lineFeed, from: position), hit < range.upperBound {
      count += 1
      position = hit + 1
    }
    return count
  }

  private func find(_ byte: UInt8, from position: Int) -> Int? {
    guard position < limit, let hit = memchr(base + position, CInt(byte), limit - position) else {
      return nil
    }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
  }

  private static func zeros(_ bytes: UInt64) -> UInt64 {
    (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
  }
}
