import CapabilityScore
import Foundation
import InsightsCache
import RuleFiles

@testable import Dashboard

/// The public case whose every number is known by hand, as the dashboard gets it.
enum TinyPartner {
  static func standings() throws -> Standings {
    let rulebook = try RulebookFile.shipped[0].rulebook()
    let folder = FileManager.default.temporaryDirectory.path + "/capstan-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try InsightsStore(path: folder + "/insights.sqlite", access: .readWrite)
    _ = try store.importExports(
      at: [fixtures + "/cases/tiny/exports"], vocabulary: rulebook.vocabulary)
    guard let asOf = Day("2024-07-15") else { throw CancellationError() }
    let portfolio = try store.portfolio(asOf: asOf)
    let scorer = Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf)
    return Standings(
      explainer: Explainer(scorer: scorer, portfolio: portfolio),
      scorecard: scorer.scorecard(of: portfolio),
      freshness: [
        DatasetFreshness(
          name: "AzureUsage", rows: 13, firstMonth: Month("2023-05"), lastMonth: Month("2024-07"),
          missingMonths: [], imported: "2024-07-15 09:30")
      ])
  }

  private static var fixtures: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
      + "/Fixtures"
  }
}
