import Glibc

/// Reads the rows of a CSV or TSV file (RFC 4180) through one buffer that is used again and again.
///
/// A row stays readable until the next call of ``next()``.
struct RowScanner: ~Copyable {
  enum Event: Equatable {
    case row
    /// A quoted field that does not end as one: its physical line stands alone, in ``text``.
    case brokenQuote
    case end
  }

  /// The buffer that ``content(_:)`` gives places of.
  private(set) var bytes: [UInt8]
  /// The fields of the row at hand, also those beyond the columns of interest.
  private(set) var fieldCount = 0
  /// The physical line on which the row at hand begins, counted from 1.
  private(set) var line = 0

  private var source: ByteSource
  private let blockSize: Int
  private let rowLimit: Int
  private(set) var separator = UInt8(ascii: ",")
  /// Whether a quote was open where the rows ended, or for longer than a row may be.
  private(set) var endsInsideQuotes = false
  private(set) var fields: [Range<Int>]
  private var filled = 0
  private var isAtEnd = false
  private var rowStart = 0
  private var rowEnd = 0
  private var nextRow = 0
  private var nextLine = 1
  /// How far in the file it may read, asked before it reads up to a place.
  private var claim: (Int) -> Int = { $0 }
  /// The row as it was, where doubled quotes had to be undone in the buffer.
  private var original: [UInt8]?

  /// - Parameter rowLimit: The longest row in bytes: a quote open for longer is a broken one.
  init(
    _ source: consuming ByteSource, blockSize: Int = 1 << 17, rowLimit: Int = 1 << 22
  ) throws(ExportFileError) {
    self.source = source
    self.blockSize = blockSize
    self.rowLimit = rowLimit
    bytes = [UInt8](repeating: 0, count: max(blockSize, 64) + LineBytes.padding)
    fields = [Range<Int>](repeating: 0..<0, count: 4096)
    repeat { try fill() } while filled < 4 && !isAtEnd
    try skipByteOrderMark()
  }

  /// Begins with a row of a file whose header was read before; lines are counted from there.
  init(
    _ source: consuming ByteSource, separator: UInt8, columnCount: Int, blockSize: Int
  ) throws(ExportFileError) {
    self.source = source
    self.separator = separator
    self.blockSize = blockSize
    rowLimit = 1 << 22
    bytes = [UInt8](repeating: 0, count: max(blockSize, 64) + LineBytes.padding)
    fields = [Range<Int>](repeating: 0..<0, count: columnCount)
  }

  /// Whether the file is gzip, which cannot be read from the middle.
  var isInflating: Bool { source.isInflating }

  /// The physical lines before the next row.
  var linesRead: Int { nextLine - 1 }

  /// Reads no further than it is told to: what it has read beyond that is forgotten.
  ///
  /// - Parameter claim: Given a place in the file, says where the rows end, if that is before it.
  mutating func read(within claim: @escaping (Int) -> Int) {
    self.claim = claim
    let end = claim(source.position)
    guard end < source.position else { return }
    filled -= source.position - end
    isAtEnd = true
  }

  /// How much of the file has been read, and its size; compressed bytes where it is gzip.
  var progress: (position: Int, size: Int) { (source.position, source.size) }

  /// Where the content of a field lies in ``bytes``, without quotes and the spaces around it.
  @inline(__always)
  func content(_ column: Int) -> Range<Int> {
    var (start, end) = (fields[column].lowerBound, fields[column].upperBound)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// The content of a field without the spaces around it; broken UTF-8 is repaired.
  func text(_ column: Int) -> String { String(decoding: bytes[content(column)], as: UTF8.self) }

  /// The row at hand as the file has it, without its line end.
  var text: String {
    if let original { return String(decoding: original, as: UTF8.self) }
    return String(decoding: bytes[rowStart..<rowEnd], as: UTF8.self)
  }

  /// Reads the header line, which decides between comma and tab; nil in a file without one.
  mutating func header() throws(ExportFileError) -> [String]? {
    guard bytes[..<filled].firstIndex(of: 0) == nil else { throw .binary }
    var event = try next()
    if event != .end, isTabSeparated {
      separator = UInt8(ascii: "\t")
      nextRow = rowStart
      nextLine = line
      event = try next()
    }
    if event == .end { return nil }
    let names =
      event == .row ? (0..<min(fieldCount, fields.count)).map { text($0) } : [text]
    fields = [Range<Int>](repeating: 0..<0, count: names.count)
    return names
  }

  /// Moves to the next row that is not blank.
  mutating func next() throws(ExportFileError) -> Event {
    while true {
      rowStart = nextRow
      line = nextLine
      original = nil
      switch scan() {
      case .row(let end, let lines, let isDoubled):
        nextLine += lines
        nextRow = end
        if fieldCount == 1 && rowStart == rowEnd { continue }
        if isDoubled { undoubleQuotes() }
        return .row
      case .brokenQuote:
        if try endPhysicalLine() { return .brokenQuote }
      case .needsMore:
        guard filled - rowStart <= rowLimit else { throw .lineTooLong(line: line) }
        try fill()
      case .end:
        return .end
      }
    }
  }

  private var isTabSeparated: Bool {
    let header = bytes[rowStart..<rowEnd]
    let tabs = header.count { $0 == UInt8(ascii: "\t") }
    return tabs > 0 && tabs >= header.count { $0 == UInt8(ascii: ",") }
  }

  private mutating func skipByteOrderMark() throws(ExportFileError) {
    let start = Array(bytes[..<min(filled, 3)])
    if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) { throw .utf16 }
    if start == [0xef, 0xbb, 0xbf] { nextRow = 3 }
  }

  /// Moves what is left to the front of the buffer and reads another block behind it.
  private mutating func fill() throws(ExportFileError) {
    let rest = filled - nextRow
    if nextRow > 0 {
      bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        memmove(base, base + nextRow, rest)
      }
      (filled, nextRow, rowStart) = (rest, 0, 0)
    }
    if rest * 2 > bytes.count - LineBytes.padding {
      bytes.append(contentsOf: repeatElement(0, count: bytes.count))
    }
    let wanted = min(blockSize, bytes.count - LineBytes.padding - rest)
    let end = claim(source.position + wanted)
    let room = rest..<rest + end - source.position
    let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(ExportFileError) in
      let target = UnsafeMutableBufferPointer(rebasing: buffer[room])
      return try source.read(into: UnsafeMutableRawBufferPointer(target))
    }
    filled += count
    isAtEnd = count == 0
  }
}

extension RowScanner {
  private enum Scanned {
    case row(end: Int, lines: Int, isDoubled: Bool)
    case brokenQuote, needsMore, end
  }

  /// Finds the fields of the row at ``rowStart``, as far as the buffer goes.
  ///
  /// The one place that reads through a pointer: every index stays below `filled`, but for the padding.
  private mutating func scan() -> Scanned {
    if rowStart == filled { return isAtEnd ? .end : .needsMore }
    let (start, limit, isAtEnd, separator) = (rowStart, filled, isAtEnd, separator)
    let mayGrow = !isAtEnd && limit - start <= rowLimit
    var count = 0
    var end = start
    var isOpen = false
    let scanned = bytes.withUnsafeBufferPointer { buffer in
      fields.withUnsafeMutableBufferPointer { fields -> Scanned in
        guard let base = buffer.baseAddress else { return .end }
        let line = LineBytes(base: base, limit: limit, separator: separator)
        var ends = LineBytes.FieldEnds(line, from: start)
        var lines = 1
        var isDoubled = false
        var position = start
        while true {
          var content = position..<position
          if position < limit && base[position] == LineBytes.quote {
            let quoted = line.quotedField(at: position)
            guard let close = quoted.close else {
              isOpen = !mayGrow
              return mayGrow ? .needsMore : .brokenQuote
            }
            if !isAtEnd && close + 2 >= limit { return .needsMore }
            guard line.endsField(at: close + 1) else { return .brokenQuote }
            content = position + 1..<close
            position = close + 1
            lines += quoted.lineFeeds
            isDoubled = isDoubled || quoted.isDoubled
            if position < limit && base[position] == LineBytes.carriageReturn { position += 1 }
            ends = LineBytes.FieldEnds(line, from: position + 1)
          } else {
            position = ends.next()
            content = content.lowerBound..<position
          }
          if position == limit && !isAtEnd { return .needsMore }
          let isLast = position == limit || base[position] == LineBytes.lineFeed
          if isLast {
            end = position
            if end > start, base[end - 1] == LineBytes.carriageReturn { end -= 1 }
            content = content.clamped(to: start..<end)
          }
          if count < fields.count { fields[count] = content }
          count += 1
          if isLast {
            return .row(end: min(position + 1, limit), lines: lines, isDoubled: isDoubled)
          }
          position += 1
        }
      }
    }
    fieldCount = count
    rowEnd = end
    endsInsideQuotes = endsInsideQuotes || isOpen
    return scanned
  }

  /// Takes the physical line at ``rowStart`` for the row; false where its end is not in the buffer.
  private mutating func endPhysicalLine() throws(ExportFileError) -> Bool {
    guard
      let end = bytes[rowStart..<filled].firstIndex(of: LineBytes.lineFeed)
        ?? (isAtEnd ? filled : nil)
    else {
      guard filled - rowStart <= rowLimit else { throw .lineTooLong(line: line) }
      try fill()
      return false
    }
    rowEnd = end
    if rowEnd > rowStart, bytes[rowEnd - 1] == LineBytes.carriageReturn { rowEnd -= 1 }
    nextRow = min(end + 1, filled)
    nextLine = line + 1
    return true
  }

  /// Makes one quote of two inside quoted fields, in place, after the row was put by as it is.
  private mutating func undoubleQuotes() {
    original = Array(bytes[rowStart..<rowEnd])
    for column in 0..<min(fieldCount, fields.count) {
      let field = fields[column]
      guard field.lowerBound > rowStart, bytes[field.lowerBound - 1] == LineBytes.quote else {
        continue
      }
      var target = field.lowerBound
      var source = field.lowerBound
      while source < field.upperBound {
        bytes[target] = bytes[source]
        target += 1
        source += bytes[source] == LineBytes.quote ? 2 : 1
      }
      fields[column] = field.lowerBound..<target
    }
  }
}
