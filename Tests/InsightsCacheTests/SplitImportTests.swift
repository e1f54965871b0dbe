import CapabilityScore
import Testing

@testable import InsightsCache

@Suite struct SplitImportTests {
  /// The larger ones have many blocks, so that readers take from each other.
  @Test(arguments: (0..<20).map { ($0, 30...300) } + (20..<24).map { ($0, 3000...6000) })
  func `a file read in parts gives what it gives in one`(
    _ seed: Int, rowCount: ClosedRange<Int>
  ) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let names = ["Contoso", "Two\nlines", "\"Quoted\", Ltd", "t1,x,Storage,2024-06,CSP,1,0,1\nrow"]
    let rows = (0..<Int.random(in: rowCount, using: &generator)).map { _ in
      var row = Export.azure(
        "t\(Int.random(in: 1...40, using: &generator))",
        "service \(Int.random(in: 1...9, using: &generator))",
        ["2024-05", "2024-06", "soon"].randomElement(using: &generator) ?? "",
        ["CSP", "PAL", "x"].randomElement(using: &generator) ?? "",
        "\(Int.random(in: -9...99, using: &generator))",
        flag: Int.random(in: 0...2, using: &generator) == 0 ? "1" : "0",
        partner: "\(Int.random(in: 1...3, using: &generator))")
      row[1] = names.randomElement(using: &generator) ?? ""
      return row
    }
    let (whole, parts) = (try Cache(), try Cache())
    let text = Export.azure(rows)
    let expected = try read(text, whole, splitSize: .max)
    #expect(try read(text, parts, splitSize: 1) == expected)
    #expect(try parts.facts() == whole.facts())
    #expect(try parts.rejects() == whole.rejects())
    let tenants = try [whole, parts].map {
      try $0.store.portfolio(asOf: .init(daysSince1970: 20_000)).tenants
    }
    #expect(tenants[0] == tenants[1])
  }

  @Test func `a file that has a quote open in the middle is read in one`() throws {
    let rows = (1...40).map { Export.azure("t\($0)", "\"open") }
    let text = Export.azure(rows).replacing("\"\"\"open\"", with: "\"open")
    let cache = try Cache()
    let report = try read(text, cache, splitSize: 1)
    #expect(report.map(\.rejected) == [40])
    #expect(try cache.rejects().map(\.line) == Array(2...41))
  }

  private func parts(_ text: String, in cache: Cache) throws -> (file: FileParts, columnCount: Int)
  {
    let path = try cache.folder.write(text, to: "a.csv")
    var whole = try RowScanner(ByteSource(path: path))
    let columnCount = try #require(try whole.header()).count
    return (FileParts(path, like: whole, columnCount: columnCount, least: 1000), columnCount)
  }

  @Test func `a file that is closed is read no further`() throws {
    let cache = try Cache()
    let text = Export.azure((1...400).map { Export.azure("t\($0)", "service") })
    let (file, _) = try parts(text, in: cache)
    let second = try #require(file.take())
    let place = second.start + 500
    #expect(file.claim(1, upTo: place) == place)
    file.close()
    #expect(file.claim(1, upTo: .max) == place)
    #expect(file.take() == nil)
  }

  @Test func `who has read its part takes half of what another has before it`() throws {
    let text = Export.azure((1...400).map { Export.azure("t\($0)", "service") })
    let cache = try Cache()
    let (file, columnCount) = try parts(text, in: cache)
    let second = try #require(file.take())
    #expect(abs(second.start - text.utf8.count / 2) < 1000)
    #expect(file.claim(0, upTo: .max) == second.start)
    // The first part is claimed, so only the second can give.
    var starts = [second.start]
    while let part = file.take() { starts.append(part.start) }
    #expect(starts.count > 3 && starts.dropFirst().allSatisfy { $0 > second.start })

    // All of them together are the rest of the file, row by row.
    var rows = 0
    for part in starts.indices {
      var scanner = try RowScanner(
        ByteSource(path: file.path, from: starts[part]), separator: UInt8(ascii: ","),
        columnCount: columnCount, blockSize: 1 << 10)
      scanner.read { file.claim(part + 1, upTo: $0) }
      while try scanner.next() == .row { rows += 1 }
    }
    #expect(file.bytesRead == text.utf8.count)
    let behind = text.utf8.dropFirst(second.start).count { $0 == UInt8(ascii: "\n") }
    #expect(rows == behind)
  }

  private func read(_ text: String, _ cache: Cache, splitSize: Int) throws -> [FileReport] {
    var options = ImportOptions()
    options.splitSize = splitSize
    let path = try cache.folder.write(text, to: "a.csv")
    var report = try cache.store.importExports(
      at: [path], vocabulary: .sample, options: options)
    for index in report.files.indices { report.files[index].path = "a.csv" }
    return report.files
  }
}
