public import CapabilityScore
import Foundation
import GRDB

/// A score as it was taken before, of what the cache holds now.
public struct KeptScore: Sendable {
  /// The rulebook resolved against what the cache holds, for the day that was asked for.
  public var scorer: Scorer
  /// The sum of all tenants, as it was kept.
  public var usage: Tally
  /// The portfolio without its tenants.
  public var outline: Portfolio
  /// The cache's generation, for which the sum was kept (``InsightsStore/generation()``).
  public var generation: Int

  /// The score on the scorer's day: kept usage, and people evaluated anew each time this is asked.
  public var scorecard: Scorecard { scorer.scorecard(usage, scorer.tally(outline.roster)) }
}

extension InsightsStore {
  /// The score without reading any usage, where one was kept that still holds.
  ///
  /// What was kept are sums over tenants, so it holds on another day, too, as long as the months are
  /// the same.
  ///
  /// - Parameter rules: Stands for the rulebook's content and the program that scored.
  public func keptScore(
    _ rulebook: Rulebook, asOf: Day, rules: Int64
  ) throws(InsightsStoreError) -> KeptScore? {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT first_month, months, last_month, numbers FROM kept_score
            WHERE rules = ? AND generation = (SELECT value FROM meta WHERE key = 'generation')
            """, arguments: [rules])
      else { return nil }
      let outline = try PortfolioOutline(database, asOf: asOf, splitSize: .max)
      let lastMonth = (row[2] as Int32?).map(Month.init(index:))
      guard row[0] == outline.window.first.index, row[1] == outline.window.count,
        lastMonth == outline.lastMonth
      else { return nil }
      let scorer = Scorer(
        rulebook: rulebook, names: outline.names, window: outline.window, asOf: asOf,
        lastMonth: lastMonth)
      guard let numbers = PackedNumbers.numbers(row[3]),
        let usage = Tally(scorer, numbers: numbers)
      else { return nil }
      return KeptScore(
        scorer: scorer, usage: usage, outline: outline.portfolio, generation: outline.generation)
    }
  }

  /// Takes the score and keeps it.
  public func takeScore(
    _ rulebook: Rulebook, asOf: Day, rules: Int64
  ) throws(InsightsStoreError) {
    let (outline, fold) = try scoreFold(rulebook, asOf: asOf)
    try keep(fold.tally, fold.scorer, rules: rules, generation: outline.generation)
  }

  /// Keeps a score, unless the cache has changed since.
  public func keep(
    _ usage: Tally, _ scorer: Scorer, rules: Int64, generation: Int
  ) throws(InsightsStoreError) {
    try InsightsStoreError.wrapping(path) {
      try database.write { database in
        guard try database.generation() == generation else { return }
        try database.execute(
          sql: "DELETE FROM kept_score WHERE generation <> ?", arguments: [generation])
        try database.execute(
          sql: """
            INSERT OR REPLACE INTO kept_score
              (rules, generation, first_month, months, last_month, numbers)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            rules, generation, scorer.window.first.index, scorer.window.count,
            scorer.lastMonth?.index, PackedNumbers.data(usage.numbers),
          ])
      }
    }
  }
}
