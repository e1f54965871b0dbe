import CapabilityScore
import RuleFiles
import Testing

@testable import InsightsCache

/// A large cache is read by two threads, and `score` keeps nothing of what it reads.
@Suite struct HalvesTests {
  @Test(arguments: ["2026-11-23", "2025-12-01", "2024-09-15", "2020-01-01"])
  func `two halves are the whole, and their score is its score`(date: String) throws {
    let place = try Workplace()
    let folder = place.path("exports")
    let made = try place.run(
      "sample-exports", folder, "--tenants", "300", "--months", "26", "--last-month", "2026-10")
    try #require(made.status == 0, "\(made.complaint)")
    try #require(try place.run("import", folder).status == 0)
    let store = try InsightsStore(path: place.cache, access: .readOnly)
    let rules = try RulebookFile.shipped[0].rulebook()
    let day = try #require(Day(date))

    let whole = try store.portfolio(asOf: day, splitSize: .max)
    let joined = try store.portfolio(asOf: day, splitSize: 1)
    #expect(joined.tenants == whole.tenants)
    #expect(joined.series == whole.series)
    #expect(joined.roster == whole.roster)
    #expect(whole.tenants.count == 300)

    let scorer = Scorer(rulebook: rules, portfolio: whole, asOf: day)
    let scorecard = scorer.scorecard(of: whole)
    for splitSize in [1, .max] {
      let taken = try store.scorecard(rules, asOf: day, splitSize: splitSize)
      #expect(taken.scorecard == scorecard)
      #expect(taken.outline.tenants.count == 0)
    }

    var many = SeriesTables(lanes: whole.series.lanes, span: 1)
    for number in 0..<5000 { many.append(whole.series.single(number % whole.tenants.count)) }
    #expect(scorer.tallyOnAllCores(many) == scorer.tally(many))
  }
}
