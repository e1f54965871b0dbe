public import CapabilityScore
import Foundation
import GRDB

/// A score as it was taken before, of what the cache holds now.
public struct KeptScore: Sendable {
  /// The rulebook resolved against what the cache holds, for the day that was asked for.
  public var scorer: Scorer
  /// The sum of all tenants, as it was kept.
  public var usage: Tally
  /// The sum of all people: as it was kept, if for the same day.
  public var people: RosterTally
  /// The portfolio without its tenants and people.
  public var outline: Portfolio
  /// The cache's generation, for which the sum was kept (``InsightsStore/generation()``).
  public var generation: Int

  /// The score on the scorer's day.
  public var scorecard: Scorecard { scorer.scorecard(usage, people) }
}

extension InsightsStore {
  /// The score without reading any usage, where one was kept that still holds.
  ///
  /// What was kept are sums over tenants, so it holds on another day, too, as long as the months are
  /// the same; people are then evaluated anew.
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
      guard let kept = PackedNumbers.numbers(row[3]).flatMap(KeptNumbers.init) else { return nil }
      let isOfDay = kept.day == asOf
      var outline = try PortfolioOutline(
        database, asOf: asOf, rulebook.vocabulary, isBrief: isOfDay)
      let lastMonth = (row[2] as Int32?).map(Month.init(index:))
      guard row[0] == outline.window.first.index, row[1] == outline.window.count,
        lastMonth == outline.lastMonth
      else { return nil }
      let scorer = Scorer(
        rulebook: rulebook, names: outline.names, window: outline.window, asOf: asOf,
        lastMonth: lastMonth)
      let people =
        isOfDay
        ? RosterTally(scorer, numbers: kept.people) : scorer.tally(outline.portfolio.roster)
      guard let people, let usage = Tally(scorer, numbers: kept.usage) else { return nil }
      outline.portfolio.roster = []
      return KeptScore(
        scorer: scorer, usage: usage, people: people, outline: outline.portfolio,
        generation: outline.generation)
    }
  }

  /// Takes the score and keeps it.
  public func takeScore(
    _ rulebook: Rulebook, asOf: Day, rules: Int64
  ) throws(InsightsStoreError) {
    let (outline, fold) = try scoreFold(rulebook, asOf: asOf)
    try keep(
      fold.tally, fold.scorer.tally(outline.portfolio.roster), fold.scorer, rules: rules,
      generation: outline.generation)
  }

  /// Keeps a score, unless the cache has changed since.
  public func keep(
    _ usage: Tally, _ people: RosterTally, _ scorer: Scorer, rules: Int64, generation: Int
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
            scorer.lastMonth?.index,
            PackedNumbers.data(
              KeptNumbers(day: scorer.asOf, people: people.numbers, usage: usage.numbers).all),
          ])
      }
    }
  }
}

/// The numbers of a kept score: the day and the length of the second part, people, usage.
private struct KeptNumbers {
  var day: Day
  var people: [Int64]
  var usage: [Int64]

  init(day: Day, people: [Int64], usage: [Int64]) {
    self.day = day
    self.people = people
    self.usage = usage
  }

  /// Nil where they cannot be of a score.
  init?(_ all: [Int64]) {
    guard all.count >= 2, let date = Int32(exactly: all[0]),
      (0...all.count - 2).contains(Int(all[1]))
    else { return nil }
    day = Day(daysSince1970: date)
    people = Array(all[2..<2 + Int(all[1])])
    usage = Array(all[(2 + Int(all[1]))...])
  }

  var all: [Int64] { [Int64(day.daysSince1970), Int64(people.count)] + people + usage }
}
