import CProcessor
import Glibc

/// The searches of a scanner over one stretch of memory.
struct LineBytes {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let padding = 64

  /// Behind ``limit`` there are as many bytes as ``padding`` says, whatever they are.
  let base: UnsafePointer<UInt8>
  /// One past the last byte of the content.
  let limit: Int
  let separator: UInt8

  /// Finds the ends of fields one after another, as long as none is quoted.
  ///
  /// Looks at 64 bytes at a time, and keeps what it found in them for the fields that follow: so fields
  /// of a few bytes, which most are, cost no look of their own.
  struct FieldEnds {
    private let line: LineBytes
    /// Where the bytes at hand begin.
    private var start: Int
    /// Those that end a field, a bit each, as far as they were not given yet.
    private var hits: UInt64

    /// - Parameter start: Where the first field begins.
    @inline(__always)
    init(_ line: LineBytes, from start: Int) {
      self.line = line
      self.start = start
      hits = 0
      hits = look()
    }

    /// The next separator or line feed, else the limit.
    @inline(__always)
    mutating func next() -> Int {
      while hits == 0 {
        start &+= LineBytes.padding
        if start >= line.limit { return line.limit }
        hits = look()
      }
      let end = start &+ hits.trailingZeroBitCount
      hits &= hits &- 1
      return end
    }

    @inline(__always)
    private func look() -> UInt64 {
      if start >= line.limit { return 0 }
      let hits = capstan_found64(line.base + start, line.separator, LineBytes.lineFeed)
      let rest = line.limit &- start
      return rest >= LineBytes.padding ? hits : hits & (1 &<< UInt64(truncatingIfNeeded: rest) &- 1)
    }
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
}
