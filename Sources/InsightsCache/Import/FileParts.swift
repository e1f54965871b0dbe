import Foundation
import Synchronization

/// A large file that two processors read: who is done with a part takes half of what the other has still
/// before it, because two processors are never equally fast.
///
/// A part begins with a line that looks like a row, and one of a quoted field may look like one, too.
/// Whoever reads the part before finds out, for then that ends inside quotes.
final class FileParts: Sendable {
  let path: String
  let columnCount: Int
  private let separator: UInt8
  private let least: Int
  /// Not more than a part may have, or there would be nothing to take from it.
  fileprivate let blockSize: Int

  private struct Part {
    let start: Int
    /// How far its reader has come, or is about to: all of that is its own.
    var claimed: Int
    var end: Int
  }

  private let parts: Mutex<[Part]>

  /// At first there is one part, the whole file.
  ///
  /// - Parameter least: The fewest bytes that are worth a part of their own.
  init(_ path: String, like scanner: borrowing RowScanner, columnCount: Int, least: Int) {
    self.path = path
    self.least = max(1, least)
    blockSize = min(1 << 17, max(1 << 10, least))
    self.columnCount = columnCount
    separator = scanner.separator
    parts = Mutex([Part(start: 0, claimed: 0, end: scanner.progress.size)])
  }

  /// The bytes that all readers have come past.
  var bytesRead: Int { parts.withLock { $0.reduce(0) { $0 + $1.claimed - $1.start } } }

  /// Claims the bytes of a part up to a place in the file.
  ///
  /// - Returns: The place, or the end of the part where that lies before it.
  func claim(_ number: Int, upTo place: Int) -> Int {
    parts.withLock { parts in
      let claimed = min(place, parts[number].end)
      parts[number].claimed = max(parts[number].claimed, claimed)
      return claimed
    }
  }

  /// Ends all parts where their readers are.
  func close() {
    parts.withLock { parts in
      for number in parts.indices { parts[number].end = parts[number].claimed }
    }
  }

  /// Cuts a new part off the one of which most is left.
  ///
  /// - Returns: Nil where too little is left, or no line of some in the middle begins rows of the right
  ///   length.
  func take() -> FilePart? {
    while true {
      let (number, rest) = longestRest
      guard rest.count / 2 >= least, let start = firstRow(from: rest.lowerBound + rest.count / 2)
      else { return nil }
      let part = parts.withLock { parts -> FilePart? in
        // Meanwhile its reader may have come further, or another have taken from it.
        guard parts[number].claimed <= start, start < parts[number].end else { return nil }
        parts.append(Part(start: start, claimed: start, end: parts[number].end))
        parts[number].end = start
        return FilePart(file: self, number: parts.count - 1, start: start)
      }
      if let part { return part }
      guard start < rest.upperBound else { return nil }
    }
  }

  private var longestRest: (number: Int, rest: Range<Int>) {
    parts.withLock { parts in
      let rests = parts.enumerated().map { ($0, $1.claimed..<$1.end) }
      return rests.max { $0.1.count < $1.1.count } ?? (0, 0..<0)
    }
  }

  /// The first line after a place that looks like a row, as do those that follow it.
  private func firstRow(from place: Int) -> Int? {
    var place = place
    for _ in 0..<32 {
      guard let next = lineEnd(from: place) else { return nil }
      place = next
      if rowsBegin(at: place) { return place }
    }
    return nil
  }

  private func rowsBegin(at place: Int) -> Bool {
    do {
      var scanner = try scanner(from: place, blockSize: 1 << 16)
      for _ in 0..<16 {
        let event = try scanner.next()
        if event == .end { return true }
        guard event == .row, scanner.fieldCount == columnCount else { return false }
      }
      return true
    } catch {
      return false
    }
  }

  /// One past the next line feed.
  private func lineEnd(from place: Int) -> Int? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    try? file.seek(toOffset: UInt64(place))
    guard let bytes = try? file.read(upToCount: 1 << 16),
      let lineFeed = bytes.firstIndex(of: LineBytes.lineFeed)
    else { return nil }
    return place + bytes.distance(from: bytes.startIndex, to: lineFeed) + 1
  }

  fileprivate func scanner(
    from place: Int, blockSize: Int
  ) throws(ExportFileError) -> RowScanner {
    try RowScanner(
      ByteSource(path: path, from: place), separator: separator, columnCount: columnCount,
      blockSize: blockSize)
  }
}

/// A part of a file, from a row on to where another part begins, which may be moved while it is read.
struct FilePart: Sendable {
  fileprivate let file: FileParts
  fileprivate let number: Int
  /// Its first byte.
  let start: Int

  var path: String { file.path }
  var columnCount: Int { file.columnCount }

  /// Reads its rows.
  func scanner() throws(ExportFileError) -> RowScanner {
    var scanner = try file.scanner(from: start, blockSize: file.blockSize)
    scanner.read { [file, number] in file.claim(number, upTo: $0) }
    return scanner
  }
}

/// A part of a file did not begin with a row after all.
struct WrongSplit: Error {}
