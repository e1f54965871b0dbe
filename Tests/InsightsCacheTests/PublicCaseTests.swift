import Foundation
import Testing

@testable import InsightsCache

@Suite struct PublicCaseTests {
  @Test(arguments: PublicCase.all)
  func `an import finds the rejects, the skipped rows and the bad files`(
    _ example: PublicCase
  ) throws {
    let cache = try Cache()
    let report = try cache.store.importExports(at: [example.exports], vocabulary: .sample)
    #expect(report.files.reduce(0) { $0 + $1.rejected } == example.rejectedRows)
    #expect(report.files.reduce(0) { $0 + $1.skipped } == example.skippedRows)
    #expect(report.files.filter { $0.error != nil }.map(\.name) == example.badFiles)
    #expect(report.files.allSatisfy { $0.rows == $0.imported + $0.rejected + $0.skipped })
    #expect(try cache.store.rejectCount() == example.rejectedRows)
    #expect(report.exitCode == (example.badFiles.isEmpty ? 0 : 65))
  }

  @Test func `the tiny case reads as its page tells`() throws {
    let cache = try Cache()
    let tiny = try #require(PublicCase.all.first)
    _ = try cache.store.importExports(at: [tiny.exports], vocabulary: .sample)
    let facts = try cache.facts()
    let tenant = "00000000-0000-4000-8000-0000000000"
    #expect(facts["\(tenant)01 App Service CSP Tier 1 acr 2024-06"] == usd(700))
    #expect(facts["\(tenant)02 Storage DPOR acr 2024-06"] == usd(300.01))
    #expect(facts["\(tenant)06 SharePoint cpor mau 2024-06"] == 80)
    #expect(facts["\(tenant)06 SharePoint cpor pau 2024-06"] == 100)
  }
}
