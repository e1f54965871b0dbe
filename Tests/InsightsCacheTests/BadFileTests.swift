import CapabilityScore
import Foundation
import Testing

@testable import InsightsCache

@Suite struct BadFileTests {
  private let cache: Cache
  private let good = Export.azure([Export.azure()])

  init() throws { cache = try Cache() }

  @Test func `every bad file gives one error, and the others go in`() throws {
    let folder = cache.folder
    try folder.write(good, to: "in/good.csv")
    try folder.write("", to: "in/empty.csv")
    try folder.write("\n\n", to: "in/blank.csv")
    try folder.write([0x50, 0x4b, 0, 0, 7], to: "in/binary.csv")
    try folder.write([0xff, 0xfe, 0x41, 0], to: "in/wide.csv")
    try folder.write(Array(Gzip.member(good).dropLast(9)), to: "in/cut.csv.gz")
    var damaged = Gzip.member(good)
    damaged[damaged.count - 5] ^= 1
    try folder.write(damaged, to: "in/damaged.csv.gz")
    try folder.write("a,b\n1,2\n", to: "in/other.txt")
    try folder.write("no export", to: "in/readme.md")
    try folder.write(good, to: "in/.hidden.csv")
    let report = try cache.store.importExports(
      at: [folder.file("in"), folder.file("gone.csv")], vocabulary: .sample)
    let failed = report.files.compactMap { file in file.error.map { (file.name, $0) } }
    let errors = Dictionary(uniqueKeysWithValues: failed)
    #expect(errors["empty.csv"] == .empty)
    #expect(errors["blank.csv"] == .empty)
    #expect(errors["binary.csv"] == .binary)
    #expect(errors["wide.csv"] == .utf16)
    #expect(errors["cut.csv.gz"] == .truncatedGzip)
    #expect(errors["damaged.csv.gz"] == .corruptGzip)
    #expect(errors["gone.csv"] == .notFound)
    #expect(
      errors["other.txt"]
        == .unknownColumns(
          closest: .customersAndTenants,
          missing: ["CustomerTenantId", "CustomerTenantName", "CustomerTenantCountry"]))
    #expect(errors.count == 8)
    #expect(report.files.count == 9)
    #expect(report.exitCode == 65)
    #expect(try cache.facts().count == 1)
  }

  @Test func `a file that breaks off leaves nothing, not even its rejects`() throws {
    let text = good + Export.azure([["short"]]) + String(repeating: "x", count: 70_000)
    try cache.folder.write(Array(Gzip.member(text).dropLast(9)), to: "a.csv.gz")
    _ = try cache.store.importExports(
      at: [cache.folder.file("a.csv.gz")], vocabulary: .sample)
    #expect(try cache.store.portfolio(asOf: .init(daysSince1970: 20_000)).tenants.count == 0)
    #expect(try cache.store.rejectCount() == 0)
    #expect(try cache.store.generation() == 0)
  }

  @Test func `gzip is known by its content, in several members too`() throws {
    let parts = [good, "t2,Contoso,Storage,2024-06,CSP,1,0,1\n"]
    try cache.folder.write(
      parts.flatMap(Gzip.member) + [0, 0, 0], to: "in/a.csv")
    let report = try cache.store.importExports(
      at: [cache.folder.file("in")], vocabulary: .sample)
    #expect(report.files.map(\.imported) == [2])
  }

  @Test func `a folder without an export is told`() throws {
    try cache.folder.write("x", to: "in/readme.md")
    let report = try cache.store.importExports(
      at: [cache.folder.file("in")], vocabulary: .sample)
    #expect(report.files.map(\.error) == [.folderWithoutExports])
    #expect(report.exitCode == 66)
  }

  @Test func `a file that is no regular one is told`() throws {
    let report = try cache.store.importExports(at: ["/dev/null"], vocabulary: .sample)
    #expect(report.files.map(\.error) == [.unreadable(reason: "not a regular file")])
  }

  @Test func `a file that is named twice is read once, and files come in order of name`() throws {
    try cache.folder.write(good, to: "in/z/a.csv")
    try cache.folder.write(good, to: "in/b.csv")
    let folder = cache.folder.file("in")
    let report = try cache.store.importExports(
      at: [folder + "/b.csv", folder, folder + "/z/../b.csv"], vocabulary: .sample,
      options: ImportOptions(sameMonth: .append))
    #expect(report.files.map(\.name) == ["a.csv", "b.csv"])
    #expect(try cache.facts().values.reduce(0, +) == usd(2))
  }

  @Test func `a header alone is a dataset without rows`() throws {
    let report = try cache.import(("a.csv", Export.azure([])))
    #expect(report.files.map(\.dataset) == [.azureUsage])
    #expect(report.exitCode == 0)
  }
}
