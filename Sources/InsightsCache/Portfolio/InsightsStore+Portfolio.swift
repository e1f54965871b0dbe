public import CapabilityScore
import GRDB

extension InsightsStore {
  /// Reads everything that scoring on a day needs, on two processors where that pays.
  ///
  /// - Parameter vocabulary: That of the rules to score by: names that it takes for one are read as
  ///   one. Without it each name that is stored stands for itself.
  /// - Complexity: O(facts).
  public func portfolio(
    asOf: Day, vocabulary: Vocabulary = .none
  ) throws(InsightsStoreError) -> Portfolio {
    try portfolio(
      asOf: asOf, vocabulary: vocabulary, splitSize: PortfolioOutline.worthSplitting)
  }

  func portfolio(
    asOf: Day, vocabulary: Vocabulary = .none, splitSize: Int
  ) throws(InsightsStoreError) -> Portfolio {
    let (outline, parts) = try inHalves(
      asOf: asOf, vocabulary, splitSize: splitSize
    ) { _, reader in
      try reader.portfolioPart()
    }
    var portfolio = outline.portfolio
    for part in parts {
      portfolio.tenants.append(contentsOf: part.tenants)
      portfolio.series.append(contentsOf: part.series)
    }
    return portfolio
  }

  /// Scores without keeping the usage in memory.
  ///
  /// - Returns: The score and the portfolio without its tenants.
  /// - Complexity: O(facts), in the memory of a few hundred tenants.
  public func scorecard(
    _ rulebook: Rulebook, asOf: Day
  ) throws(InsightsStoreError) -> (scorecard: Scorecard, outline: Portfolio) {
    try scorecard(rulebook, asOf: asOf, splitSize: PortfolioOutline.worthSplitting)
  }

  func scorecard(
    _ rulebook: Rulebook, asOf: Day, splitSize: Int
  ) throws(InsightsStoreError) -> (scorecard: Scorecard, outline: Portfolio) {
    let (outline, fold) = try scoreFold(rulebook, asOf: asOf, splitSize: splitSize)
    let people = fold.scorer.tally(outline.portfolio.roster)
    return (fold.scorer.scorecard(fold.tally, people), outline.portfolio)
  }

  /// The sum of all tenants, in the months that their usage says.
  func scoreFold(
    _ rulebook: Rulebook, asOf: Day, splitSize: Int = PortfolioOutline.worthSplitting
  ) throws(InsightsStoreError) -> (PortfolioOutline, TallyFold) {
    let (outline, fold) = try fold(rulebook, asOf: asOf, lastMonth: nil, splitSize)
    if fold.lastMonth == fold.scorer.lastMonth { return (outline, fold) }
    return try self.fold(rulebook, asOf: asOf, lastMonth: .some(fold.lastMonth), splitSize)
  }

  /// - Parameter lastMonth: L, where it is known to be another than what was imported last.
  private func fold(
    _ rulebook: Rulebook, asOf: Day, lastMonth: Month??, _ splitSize: Int
  ) throws(InsightsStoreError) -> (PortfolioOutline, TallyFold) {
    let (outline, parts) = try inHalves(
      asOf: asOf, rulebook.vocabulary, splitSize: splitSize
    ) { outline, reader in
      var fold = TallyFold(
        Scorer(
          rulebook: rulebook, names: outline.names, window: outline.window, asOf: asOf,
          lastMonth: lastMonth ?? outline.lastMonth))
      try reader.add(to: &fold)
      return fold
    }
    return (outline, parts.dropFirst().reduce(into: parts[0]) { $0 += $1 })
  }

  /// L: the newest month with usage before the month of the day; nil where there is none.
  public func lastMonth(before asOf: Day) throws(InsightsStoreError) -> Month? {
    try read { try $0.lastMonth(before: asOf.month) }
  }

  /// The partner of the profile that was imported; blank while there is none.
  public func partner() throws(InsightsStoreError) -> Partner {
    try read { try $0.partner() }
  }

  /// Reads all tenants: the second half on a thread of its own where there are many.
  private func inHalves<Part: Sendable>(
    asOf: Day, _ vocabulary: Vocabulary, splitSize: Int,
    _ body: @escaping @Sendable (PortfolioOutline, TenantReader) throws -> Part
  ) throws(InsightsStoreError) -> (PortfolioOutline, [Part]) {
    var second: Pending<Part?>?
    // Nobody waits for the other half inside a transaction: two who did could wait for each other.
    let (outline, first) = try read { database in
      let outline = try PortfolioOutline(database, asOf: asOf, vocabulary, splitSize: splitSize)
      second = outline.split.map { split in
        Pending { [self] in secondHalf(of: outline, from: split, body) }
      }
      let ids = 0..<(outline.split ?? .max)
      return (
        outline, try body(outline, TenantReader(database, path: path, outline, ids: ids))
      )
    }
    guard let second else { return (outline, [first]) }
    if let part = second.take() ?? nil { return (outline, [first, part]) }
    // The cache changed between the two: once more, in one transaction.
    return try read { database in
      let outline = try PortfolioOutline(database, asOf: asOf, vocabulary, splitSize: splitSize)
      let reader = TenantReader(database, path: path, outline, ids: 0..<Int64.max)
      return (outline, [try body(outline, reader)])
    }
  }

  /// Nil where it is not of the same state of the cache as the outline, or cannot be read.
  private func secondHalf<Part: Sendable>(
    of outline: PortfolioOutline, from split: Int64,
    _ body: (PortfolioOutline, TenantReader) throws -> Part
  ) -> Part? {
    try? read { database in
      guard try database.generation() == outline.generation else { return nil }
      let reader = TenantReader(database, path: path, outline, ids: split..<Int64.max)
      return try body(outline, reader)
    }
  }
}

extension Database {
  /// The first row's partner: its group's id and name where it gives them.
  func partner() throws -> Partner {
    guard let first = try profileRecords().first else { return Partner(id: "", name: "") }
    return Partner(
      id: first.groupID.isEmpty ? first.partnerID : first.groupID,
      name: first.groupName.isEmpty ? first.partnerName : first.groupName)
  }
}
