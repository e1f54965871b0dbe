import CapabilityScore
import Dashboard
import InsightsCache
import RuleFiles
import Testing

import class GRDB.DatabaseQueue

@testable import capstan

/// An import leaves the score in the cache, for `score` and the first frame.
@Suite struct KeptScoreTests {
  private let rules: Rulebook
  private let day: Day

  init() throws {
    rules = try RulebookFile.shipped[0].rulebook()
    day = try #require(Day("2024-07-15"))
  }

  private func store(_ place: Workplace) throws -> InsightsStore {
    try InsightsStore(path: place.cache, access: .readWrite)
  }

  @Test func `a kept score is the score, on every day of the same months`() throws {
    let store = try store(try Workplace().importing(.medium))
    try store.takeScore(rules, asOf: day, rules: 7)
    for date in ["2024-07-15", "2024-07-01", "2024-07-31"] {
      let day = try #require(Day(date))
      let portfolio = try store.portfolio(asOf: day)
      let kept = try #require(try store.keptScore(rules, asOf: day, rules: 7))
      #expect(
        kept.scorecard
          == Scorer(rulebook: rules, portfolio: portfolio, asOf: day).scorecard(of: portfolio))
      #expect(kept.outline.tenants.count == 0)
    }
  }

  @Test func `other rules, other months and a later import have no use for it`() throws {
    let place = try Workplace().importing(.medium)
    let store = try store(place)
    try store.takeScore(rules, asOf: day, rules: 7)
    #expect(try store.keptScore(rules, asOf: day, rules: 8) == nil)
    let before = try #require(Day("2024-03-15"))
    #expect(try store.keptScore(rules, asOf: before, rules: 7) == nil)
    _ = try store.importExports(at: PublicCase.tiny.exports, vocabulary: rules.vocabulary)
    #expect(try store.keptScore(rules, asOf: day, rules: 7) == nil)
  }

  @Test func `a score of data that has changed meanwhile is not kept`() throws {
    let store = try store(try Workplace().importing(.tiny))
    let portfolio = try store.portfolio(asOf: day)
    let scorer = Scorer(rulebook: rules, portfolio: portfolio, asOf: day)
    let (usage, people) = (scorer.tally(portfolio.series), scorer.tally(portfolio.roster))
    let generation = try store.generation()
    try store.keep(usage, people, scorer, rules: 7, generation: generation - 1)
    #expect(try store.keptScore(rules, asOf: day, rules: 7) == nil)
    try store.keep(usage, people, scorer, rules: 7, generation: generation)
    let kept = try store.keptScore(rules, asOf: day, rules: 7)
    #expect(kept?.usage == usage && kept?.people == people)
  }

  @Test(arguments: [Configuration.Role.reportViewer, .partnerAdmin])
  func `the first look shows a role no more than the rest`(role: Configuration.Role) throws {
    let place = try Workplace().importing(.medium)
    let partner = PartnerData(
      cachePath: place.cache, rulebook: rules, asOf: day, enrolments: [:],
      disclosure: Disclosure(role: role), rules: 7)
    #expect(try partner.glimpse() == nil)
    try store(place).takeScore(rules, asOf: day, rules: 7)
    let glimpse = try #require(try partner.glimpse())
    #expect(glimpse.hidesRevenue == (role == .reportViewer))
    #expect(glimpse.explainer.portfolio.roster.isEmpty)
  }

  @Test func `what an import leaves is what score prints without it`() throws {
    let place = try Workplace()
    let score = ["score", "--as-of", "2024-07-15", "--format", "json"]
    _ = try place.run(["import", "--as-of", "2024-07-15"] + PublicCase.medium.exports)
    let kept = try place.run(score).output
    let file = try DatabaseQueue(path: place.cache)
    let count = try file.write { database in
      try database.execute(sql: "DELETE FROM kept_score")
      return database.changesCount
    }
    #expect(count == 1)
    #expect(try place.run(score).output == kept)
  }
}
