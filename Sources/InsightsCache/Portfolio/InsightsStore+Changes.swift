public import CapabilityScore
import GRDB

/// A portfolio that was read before, brought up to date.
public struct PortfolioUpdate: Sendable {
  /// As the cache is now.
  public var portfolio: Portfolio
  /// The numbers of the tenants whose usage differs from before.
  public var changedTenants: [Int]
  /// The cache's generation of all this (``InsightsStore/generation()``).
  public var generation: Int
}

extension InsightsStore {
  /// Reads what changed since a portfolio was read; nil where that is more than the usage of a few
  /// tenants, the people and the partner, so that all must be read.
  ///
  /// - Parameters:
  ///   - known: What was read, of this very cache, for the same day and by the same vocabulary.
  ///   - generation: The cache's generation then.
  /// - Complexity: O(facts of the changed tenants + people), and one count of the tenants' rows.
  public func update(
    _ known: Portfolio, of generation: Int, asOf: Day, vocabulary: Vocabulary = .none
  ) throws(InsightsStoreError) -> PortfolioUpdate? {
    try read { database in
      guard generation < (try database.generation()),
        let tenants = try database.changedTenants(since: generation)
      else { return nil }
      let outline = try PortfolioOutline(database, asOf: asOf, vocabulary)
      guard outline.window == known.window, outline.names == known.names,
        outline.tenantCount == known.tenants.count
      else { return nil }
      var usage: [Int: SeriesTable] = [:]
      // A tenant's number is how many come before; each is counted from the last one on.
      var (number, counted) = (0, Int64.min)
      for id in tenants.sorted() {
        number +=
          try Int.fetchOne(
            database, sql: "SELECT count(*) FROM tenant WHERE id >= ? AND id < ?",
            arguments: [counted, id]) ?? 0
        counted = id
        let reader = TenantReader(database, path: path, outline, ids: id..<id + 1)
        usage[number] = try reader.portfolioPart().series.single(0)
      }
      var portfolio = outline.portfolio
      portfolio.tenants = known.tenants
      portfolio.series = known.series
      portfolio.series.replace(usage)
      return PortfolioUpdate(
        portfolio: portfolio, changedTenants: usage.keys.sorted(), generation: outline.generation)
    }
  }
}
