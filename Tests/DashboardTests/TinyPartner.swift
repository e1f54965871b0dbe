import CapabilityScore
import Foundation
import InsightsCache
import RuleFiles

@testable import Dashboard

/// The public case whose every number is known by hand, as the dashboard gets it.
enum TinyPartner {
  static func standings() throws -> Standings { try loaded.get() }

  /// Read once: a standings is a value.
  private static let loaded = Result { try PublicPartner.standings("tiny") }
}

/// The public case of 80 tenants: tables that scroll.
enum MediumPartner {
  static func standings() throws -> Standings { try loaded.get() }

  private static let loaded = Result { try PublicPartner.standings("medium") }
}

enum PublicPartner {
  static func standings(_ name: String) throws -> Standings {
    let rulebooks = try RulebookFile.shipped.map { try $0.rulebook(among: RulebookFile.shipped) }
    let rulebook = rulebooks[0]
    let folder = FileManager.default.temporaryDirectory.path + "/capstan-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try InsightsStore(path: folder + "/insights.sqlite", access: .readWrite)
    _ = try store.importExports(
      at: [fixtures + "/cases/\(name)/exports"], vocabulary: rulebook.vocabulary)
    guard let asOf = Day("2024-07-15") else { throw CancellationError() }
    let portfolio = try store.portfolio(asOf: asOf)
    let freshness = [
      DatasetFreshness(
        name: "AzureUsage", rows: 13, firstMonth: Month("2023-05"), lastMonth: Month("2024-07"),
        missingMonths: [], imported: "2024-07-15 09:30")
    ]
    return Standings(
      portfolio, rulebook: rulebook, asOf: asOf, rulebooks: rulebooks, freshness: freshness)
  }

  private static var fixtures: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
      + "/Fixtures"
  }
}

extension Standings {
  /// A portfolio with everything that is computed from it.
  init(
    _ portfolio: Portfolio, rulebook: Rulebook, asOf: Day, rulebooks: [Rulebook] = [],
    freshness: [DatasetFreshness] = [], generation: Int64 = 1
  ) {
    let scorer = Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf)
    self.init(
      explainer: Explainer(scorer: scorer, portfolio: portfolio),
      usage: scorer.tally(portfolio.series), people: scorer.tally(portfolio.roster),
      rulebooks: rulebooks, freshness: freshness, generation: generation)
  }

  /// The same rules on other data, as after an import.
  func with(
    generation: Int64, _ change: (inout Portfolio) -> Void
  ) -> Standings {
    var portfolio = explainer.portfolio
    change(&portfolio)
    return Standings(
      portfolio, rulebook: explainer.scorer.rulebook, asOf: scorecard.asOf,
      rulebooks: board.edited.rulebooks, freshness: freshness, generation: generation)
  }
}

extension Portfolio {
  /// Gives tenants and people other names, by their number.
  mutating func rename(tenant: (Int) -> String, person: (Int) -> String) {
    var directory = TenantDirectory()
    for number in 0..<tenants.count {
      directory.append(
        id: tenants.ids[number], name: tenant(number), market: tenants.markets[number],
        segment: tenants.segments[number])
    }
    tenants = directory
    for number in roster.indices {
      roster[number].givenName = person(number)
      roster[number].familyName = ""
    }
  }
}
