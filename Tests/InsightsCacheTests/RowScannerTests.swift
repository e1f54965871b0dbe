import Testing

@testable import InsightsCache

@Suite struct RowScannerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `rows keep their line, also behind a field of several lines`() throws {
    let rows = try scan("a,b\n1,\"x\ny\"\n\n2,z\n")
    #expect(rows == [.row(2, ["1", "x\ny"]), .row(5, ["2", "z"])])
  }

  @Test(arguments: ["a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\n1,2\r", "a\tb\n1\t2\n", "\u{FEFF}a,b\n1,2"])
  func `line ends, tabs and byte order marks are taken as they come`(_ text: String) throws {
    #expect(try scan(text) == [.row(2, ["1", "2"])])
  }

  @Test func `quotes hide separators, and two of them are one`() throws {
    #expect(
      try scan("a,b\n\"x,\"\"y\"\"\",\"\"\r\n") == [.row(2, ["x,\"y\"", ""])])
  }

  @Test func `a quote inside a field that has none around it is a letter`() throws {
    #expect(try scan("a,b\n5\" disk,2\n") == [.row(2, ["5\" disk", "2"])])
  }

  @Test func `a quote that never closes costs its own line only`() throws {
    #expect(
      try scan("a,b\n\"x,1\ny,2\nz,3\n")
        == [.broken(2, "\"x,1"), .row(3, ["y", "2"]), .row(4, ["z", "3"])])
  }

  @Test func `a quote that a later field seems to close costs its own line only`() throws {
    #expect(
      try scan("a,b\n\"x,1\n\"y, z\",2\n")
        == [.broken(2, "\"x,1"), .row(3, ["y, z", "2"])])
  }

  @Test func `a row longer than the block is read whole`() throws {
    let long = String(repeating: "x", count: 10_000)
    #expect(try scan("a,b\n\(long),\"\(long)\n\"\n", block: 16) == [.row(2, [long, long + "\n"])])
  }

  @Test func `a quote that stays open beyond the longest row is given up`() throws {
    let lines = String(repeating: "1,2\n", count: 50)
    let rows = try scan("a,b\n\"open\n" + lines, block: 16, limit: 64)
    #expect(rows.first == .broken(2, "\"open"))
    #expect(rows.count == 51)
  }

  @Test(arguments: FuzzRuns.count(300))
  func `random text reads as in the reference, wherever the blocks end`(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let alphabet: [Character] = ["a", "b", "é", " ", ",", ",", "\"", "\"", "\n", "\n", "\r\n"]
    let body = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
    let expected = ReferenceScanner(body).rows
    #expect(try scan("h,i,j,k,l,m,n,o,p\n" + body) == expected)
    let block = Int.random(in: 1...9, using: &generator)
    #expect(try scan("h,i,j,k,l,m,n,o,p\n" + body, block: block) == expected)
  }

  @Test func `every split of a text reads the same`() throws {
    let text = "a,b\r\n\"x\"\"y\",\"1\r\n2\"\r\n\r\nlonger than a block,\"\"\n\"open,5\nlast,\"9\""
    let expected = try scan(text)
    for block in 1...text.utf8.count { #expect(try scan(text, block: block) == expected) }
  }

  private func scan(_ text: String, block: Int = 1 << 20, limit: Int = 1 << 22) throws
    -> [ScannedRow]
  {
    let path = try folder.write(text, to: "scan")
    var scanner = try RowScanner(ByteSource(path: path), blockSize: block, rowLimit: limit)
    _ = try scanner.header()
    var rows: [ScannedRow] = []
    while true {
      switch try scanner.next() {
      case .end: return rows
      case .brokenQuote: rows.append(.broken(scanner.line, scanner.text))
      case .row:
        let fields = (0..<min(scanner.fieldCount, 9)).map { scanner.rawText($0) }
        rows.append(.row(scanner.line, fields))
      }
    }
  }
}

enum ScannedRow: Equatable {
  case row(Int, [String])
  case broken(Int, String)
}

extension RowScanner {
  /// A field with the spaces around it.
  fileprivate func rawText(_ column: Int) -> String {
    String(decoding: bytes[fields[column]], as: UTF8.self)
  }
}
