import Foundation

/// The start of a row near the middle of a file, where a second processor may begin.
///
/// It is a guess: a line of a quoted field may look like a row. Whoever reads the first half finds
/// out, for then it ends inside quotes.
struct FileSplit {
  let path: String
  let offset: Int
  let separator: UInt8
  let columnCount: Int

  /// Nil where the file is gzip, or no line of some in the middle begins rows of the right length.
  static func find(
    in path: String, like scanner: borrowing RowScanner, columnCount: Int
  ) -> FileSplit? {
    guard !scanner.isInflating else { return nil }
    var offset = scanner.progress.size / 2
    for _ in 0..<32 {
      guard let next = lineEnd(in: path, from: offset) else { return nil }
      offset = next
      let split = FileSplit(
        path: path, offset: offset, separator: scanner.separator, columnCount: columnCount)
      if split.beginsRows { return split }
    }
    return nil
  }

  /// Reads from here to the end of the file.
  func scanner(blockSize: Int = 1 << 17) throws(ExportFileError) -> RowScanner {
    try RowScanner(
      ByteSource(path: path, from: offset), separator: separator, columnCount: columnCount,
      blockSize: blockSize)
  }

  private var beginsRows: Bool {
    do {
      var scanner = try scanner(blockSize: 1 << 16)
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
  private static func lineEnd(in path: String, from offset: Int) -> Int? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    try? file.seek(toOffset: UInt64(offset))
    guard let bytes = try? file.read(upToCount: 1 << 16),
      let lineFeed = bytes.firstIndex(of: LineBytes.lineFeed)
    else { return nil }
    return offset + bytes.distance(from: bytes.startIndex, to: lineFeed) + 1
  }
}

/// The second half of a file did not begin with a row after all.
struct WrongSplit: Error {}
