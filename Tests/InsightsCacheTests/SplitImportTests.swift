import CapabilityScore
import Testing

@testable import InsightsCache

@Suite struct SplitImportTests {
  @Test(arguments: 0..<20)
  func `a file read in two halves gives what it gives in one`(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let names = ["Contoso", "Two\nlines", "\"Quoted\", Ltd", "t1,x,Storage,2024-06,CSP,1,0,1\nrow"]
    let rows = (0..<Int.random(in: 30...300, using: &generator)).map { _ in
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
    let (whole, halves) = (try Cache(), try Cache())
    let text = Export.azure(rows)
    let expected = try read(text, whole, splitSize: .max)
    #expect(try read(text, halves, splitSize: 1) == expected)
    #expect(try halves.facts() == whole.facts())
    #expect(try halves.rejects() == whole.rejects())
    let tenants = try [whole, halves].map {
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
