import CapabilityScore
import Testing

@testable import InsightsCache

/// Names that were stored apart are read as one where the rules have come to take them for one.
@Suite struct NameJoinTests {
  private let day = Day(year: 2025, month: 1, day: 15)!

  private func rows(_ seed: UInt64, _ fields: (inout SeededGenerator) -> [String]) -> [[String]] {
    var dice = SeededGenerator(state: seed)
    return (0..<40).map { _ in
      let key = [
        ["t1", "t2"].randomElement(using: &dice)!,
        ["EXO", "Exchange Online", "exchange-online", "Teams"].randomElement(using: &dice)!,
        ["2024-05", "2024-06"].randomElement(using: &dice)!,
        ["CSP", "PAL", "Partner Admin Link", "CPOR"].randomElement(using: &dice)!,
      ]
      return key + fields(&dice)
    }
  }

  private func seats(_ dice: inout SeededGenerator) -> [String] {
    ["\(Int.random(in: 1...99, using: &dice))", "\(Int.random(in: 1...99, using: &dice))"]
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `what is read by a vocabulary is what an import by it would have stored`(seed: UInt64)
    throws
  {
    let files = [
      (name: "o.csv", text: Export.office(rows(seed) { seats(&$0) })),
      (
        name: "c.csv",
        text: Export.claims(
          rows(seed + 10) { dice in
            seats(&dice) + [["", "2024-02-20", "2024-01-07"].randomElement(using: &dice)!, ""]
          })
      ),
    ]
    let (apart, joined) = (try Cache(), try Cache())
    for file in files {
      try apart.import(file, vocabulary: .none)
      try joined.import(file, vocabulary: .sample)
    }
    let read = try apart.store.portfolio(asOf: day, vocabulary: .sample)
    let wanted = try joined.store.portfolio(asOf: day, vocabulary: .sample)
    #expect(Cache.facts(read) == Cache.facts(wanted))
    #expect(try Cache.facts(read) != apart.facts())
    func days(_ portfolio: Portfolio) -> [[Day?]] {
      (0..<2).map { tenant in
        let table = portfolio.series.single(tenant)
        return (0..<table.rowCount).map { table.associationDay(ofRow: $0) }
          .sorted { ($0?.daysSince1970 ?? 0) < ($1?.daysSince1970 ?? 0) }
      }
    }
    #expect(days(read) == days(wanted))
  }

  @Test func `a joined name is called as the vocabulary calls it`() throws {
    let cache = try Cache()
    try cache.import(
      (
        "o.csv",
        Export.office([
          ["t1", "Exchange Online", "2024-06", "CSP", "5", "1"],
          ["t1", "EXO", "2024-06", "CSP", "7", "2"],
        ])
      ), vocabulary: .none)
    let facts = try Cache.facts(cache.store.portfolio(asOf: day, vocabulary: .sample))
    #expect(facts == ["t1 EXO csp pau 2024-06": 12, "t1 EXO csp mau 2024-06": 3])
  }
}
