import CapabilityScore
import Foundation
import Testing

@testable import InsightsCache

@Suite struct ImportTests {
  private let cache: Cache

  init() throws { cache = try Cache() }

  @Test func `a rejected row keeps its file, line, reason and text`() throws {
    let report = try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure("", "Storage"), Export.azure("t1", "Two\nlines", "FY24"),
          Export.azure("t1", "Storage", "2024-06", "CSP", "a,b"), Export.azure(),
        ]) + "t1,Contoso\n\"open,Contoso\n"
      ))
    #expect(report.files.map { [$0.rows, $0.imported, $0.rejected] } == [[6, 1, 5]])
    let rejects = try cache.rejects()
    #expect(rejects.map(\.line) == [2, 3, 5, 7, 8])
    #expect(
      rejects.map(\.reason) == [
        "The row names no tenant.", "Month 'FY24' is no month: 2024-06 is one.",
        "ACR_USD 'a,b' is no number.", "The row has 2 of 8 fields.",
        "A quote opens a field and never closes it.",
      ])
    #expect(rejects[2].text == "t1,Contoso,Storage,2024-06,CSP,\"a,b\",0,1")
    #expect(rejects.allSatisfy { $0.file == "a.csv" && $0.dataset == .azureUsage })
    #expect(report.exitCode == 0)
  }

  @Test(arguments: [
    ("12.5", "PaidAvailableUnits '12.5' counts something and cannot have a fraction."),
    ("1000000001", "PaidAvailableUnits '1000000001' is too large to be true."),
    ("9O", "PaidAvailableUnits '9O' is no number."),
  ])
  func `a count is a whole number of at most a billion`(_ seats: String, _ reason: String) throws {
    try cache.import(("o.csv", Export.office([["t1", "Teams", "2024-06", "CSP", seats, "1"]])))
    #expect(try cache.rejects().map(\.reason) == [reason])
  }

  @Test func `rejects of a file are replaced when a file of that name comes again`() throws {
    try cache.import(
      ("a.csv", Export.azure([Export.azure("")])), ("b.csv", Export.azure([["short"]])))
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    #expect(try cache.rejects().map(\.file) == ["b.csv"])
  }

  @Test func `the same files again change nothing`() throws {
    for _ in 0..<2 {
      _ = try cache.store.importExports(at: [PublicCase.medium.exports], vocabulary: .sample)
    }
    #expect(try cache.store.generation() == 1)
  }

  @Test func `rows in another order, or month by month, give the same portfolio`() throws {
    var generator = SeededGenerator(state: 7)
    let months = ["2024-04", "May 2024", "6/1/2024"]
    let rows = (0..<400).map { _ in
      Export.azure(
        "t\(Int.random(in: 1...9, using: &generator))",
        ["Storage", "Key Vault"].randomElement(using: &generator) ?? "",
        months.randomElement(using: &generator) ?? "",
        ["CSP", "PAL"].randomElement(using: &generator) ?? "",
        "\(Int.random(in: -99...999, using: &generator)).25",
        flag: Int.random(in: 0...3, using: &generator) == 0 ? "1" : "0",
        partner: "\(Int.random(in: 1...2, using: &generator))")
    }
    try cache.import(("a.csv", Export.azure(rows)))
    let shuffled = try Cache()
    try shuffled.import(("a.csv", Export.azure(rows.shuffled(using: &generator))))
    let split = try Cache()
    for month in months.reversed() {
      try split.import(("\(months.count).csv", Export.azure(rows.filter { $0[3] == month })))
    }
    #expect(try shuffled.facts() == cache.facts())
    #expect(try split.facts() == cache.facts())
  }

  @Test func `the list of tenants names them, whatever usage exports say`() throws {
    let list = Export.csv(
      ["CustomerTenantId", "CustomerName", "CustomerTenantName", "CustomerTenantCountry"],
      [["T1", "Fabrikam", "fabrikam", "Norway"], ["t2", "", "northwind", "Japan"]])
    try cache.import(("a.csv", Export.azure([Export.azure("t1")])), ("list.csv", list))
    try cache.import(("a.csv", Export.azure([Export.azure("t1"), Export.azure("t3")])))
    let tenants = try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).tenants
    #expect((0..<tenants.count).map { tenants.ids[$0] } == ["t1", "t2", "t3"])
    #expect((0..<tenants.count).map { tenants.names[$0] } == ["Fabrikam", "northwind", "Contoso"])
    #expect(tenants.markets[1] == "Japan")
  }

  @Test func `people are known by the first identity they have`() throws {
    let report = try cache.import(
      (
        "t.csv",
        Export.training([
          [
            "Azure Developer", "Certification", "2024-01-02", "", "Ana@X.example", "p", "m", "", "",
            "",
          ],
          [
            "Exam AZ-204", "Exam", "1/1/2024", "", "ana@x.example", "", "", "Active", "Ana", "Berg",
          ],
          [
            "Azure Developer", "certification ", "2024-01-03", "2025-01-01", "", "", "MCP1",
            "Expired", "", "",
          ],
          ["Azure Developer", "Certification", "2024-01", "", "b@x.example", "", "", "", "", ""],
          ["Azure Developer", "Certification", "", "", "b@x.example", "", "", "", "", ""],
          [
            "Azure Developer", "Certification", "2024-01-01", "soon", "b@x.example", "", "", "", "",
            "",
          ],
          ["Azure Developer", "Certification", "2024-01-01", "", "", " ", "", "", "", ""],
        ])
      ))
    #expect(report.files.map { [$0.imported, $0.rejected, $0.exams] } == [[3, 4, 1]])
    let roster = try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).roster
    #expect(roster.map(\.id) == ["ana@x.example", "mcp1"])
    #expect(roster.map(\.label) == ["Ana Berg", "mcp1"])
    #expect(roster[0].holdings.map(\.isCertification) == [false, true])
    #expect(roster.map { $0.holdings.map(\.isActive) } == [[true, true], [false]])
    #expect(roster[1].holdings[0].expires == Day(year: 2025, month: 1, day: 1))
  }

  @Test func `a newer list of people replaces the older`() throws {
    let row = ["A", "Certification", "2024-01-02", "", "a@x.example", "", "", "", "", ""]
    try cache.import(("1.csv", Export.training([row, row])))
    let report = try cache.import(("1.csv", Export.training([row])), ("2.csv", Export.training([])))
    #expect(report.files.last?.notes == [.replacedFile("1.csv")])
    #expect(try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).roster.isEmpty)
  }

  @Test func `a list of people of which no row can be read leaves the older in place`() throws {
    let row = ["A", "Certification", "2024-01-02", "", "a@x.example", "", "", "", "", ""]
    try cache.import(("1.csv", Export.training([row])))
    let broken = ["A", "Certification", "soon", "", "a@x.example", "", "", "", "", ""]
    let report = try cache.import(("2.csv", Export.training([broken])))
    #expect(report.files.map(\.rejected) == [1])
    #expect(try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).roster.count == 1)
  }

  @Test func `a newer list of customers replaces the older, but tenants with usage stay`() throws {
    func list(_ ids: String...) -> String {
      Export.csv(
        ["CustomerTenantId", "CustomerName", "CustomerTenantName", "CustomerTenantCountry"],
        ids.map { [$0, "Name of \($0)", "", "US"] })
    }
    try cache.import(
      ("a.csv", Export.azure([Export.azure("t1")])), ("c.csv", list("t1", "t2", "t3")))
    try cache.import(("c.csv", list("t3", "t4")))
    let tenants = try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).tenants
    #expect((0..<tenants.count).map { tenants.ids[$0] } == ["t1", "t3", "t4"])
  }

  @Test func `nobody of an older list of people lends a name to the newer`() throws {
    for person in ["ana", "bo"] {
      let row = ["A", "Certification", "2024-01-02", "", "\(person)@x.example", "", "", "", "", ""]
      try cache.import(("1.csv", Export.training([row])))
    }
    let roster = try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 1)!).roster
    #expect(roster.map(\.id) == ["bo@x.example"])
  }

  @Test func `the first row of the profile names the partner, by its group where it has one`()
    throws
  {
    let header = ["MpnId", "PartnerName", "PGA_MPNId", "PGA_PartnerName"]
    try cache.import(
      ("p.csv", Export.csv(header, [["1", "Oslo", "9", "Group"], ["2", "B", "", ""]])))
    #expect(try cache.store.partner() == Partner(id: "9", name: "Group"))
    try cache.import(("p.csv", Export.csv(header, [["1", "Oslo", "", ""]])))
    #expect(try cache.store.partner() == Partner(id: "1", name: "Oslo"))
  }

  @Test func `a cancelled import leaves the cache as it was`() throws {
    try cache.import(("a.csv", Export.azure([Export.azure("t1")])))
    let path = try cache.folder.write(Export.azure([Export.azure("t2")]), to: "b.csv")
    #expect(throws: InsightsStoreError.importCancelled) {
      try cache.store.importExports(at: [path], vocabulary: .sample) { _ in .cancel }
    }
    #expect(try cache.facts().count == 1)
    #expect(try cache.store.lastImport()?.files == 1)
  }

  @Test func `progress over all files only grows, up to their size`() throws {
    let cache = try Cache()
    let rows = Export.azure((0..<60_000).map { Export.azure("tenant-\($0 % 50)") })
    let paths = try ["a.csv", "b.csv"].map { try cache.folder.write(rows, to: "in/" + $0) }
    var steps: [ImportProgress] = []
    _ = try cache.store.importExports(at: paths, vocabulary: .sample) {
      steps.append($0)
      return .proceed
    }
    let read = steps.map(\.totalRead)
    #expect(steps.allSatisfy { $0.totalSize == 2 * rows.utf8.count })
    #expect(read == read.sorted() && read.last ?? 0 <= 2 * rows.utf8.count)
    #expect(read.last ?? 0 > rows.utf8.count, "the second file counts on from the first")
  }

  @Test func `progress tells the file and its size`() throws {
    let path = try cache.folder.write(Export.azure([Export.azure()]), to: "a.csv")
    var seen: [ImportProgress] = []
    _ = try cache.store.importExports(at: [path], vocabulary: .sample) {
      seen.append($0)
      return .proceed
    }
    #expect(seen.last?.file == "a.csv")
    #expect(seen.last?.bytesRead == seen.last?.fileSize)
  }

  @Test func `datasets tell their newest export and the months that are missing`() throws {
    try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure("t1", "A", "2024-03"), Export.azure("t1", "A", "2024-06"), ["short"],
        ])
      ))
    let azure = try #require(try cache.store.datasets().first)
    #expect([azure.rows, azure.imported, azure.rejected, azure.skipped] == [3, 2, 1, 0] as [Int])
    #expect(azure.missingMonths.map(\.description) == ["2024-04", "2024-05"])
    #expect(try cache.store.datasets().map(\.dataset) == Dataset.allCases)
    let june = try #require(Day(year: 2024, month: 6, day: 30))
    #expect(try cache.store.lastMonth(before: june) == Month(year: 2024, month: 3))
  }

  @Test func `names that the vocabulary does not know are listed`() throws {
    try cache.import(
      (
        "o.csv",
        Export.office([
          ["t1", "Skype", "2024-06", "Friend", "1", "1"],
          ["t1", "EXO", "2024-06", "CSP", "1", "1"],
        ])
      ))
    #expect(
      try cache.store.unmappedNames(.sample)
        == UnmappedNames(workloads: ["Skype"], associations: ["Friend"]))
  }
}
