import CapabilityScore
import GRDB

/// What the cache holds beside the tenants, and how many of those there are.
struct PortfolioOutline: Sendable {
  /// Without tenants.
  var portfolio: Portfolio
  var generation: Int
  /// The newest month that was imported before the as-of month: L, unless none of its rows is left.
  var lastMonth: Month?
  var tenantCount: Int
  /// The id of the tenant with which the second half begins; nil where one thread is enough.
  var split: Int64?

  /// From the cache's numbers of names to those of the portfolio.
  var join: NameJoin

  var names: UsageNames { portfolio.names }
  var window: MonthWindow { portfolio.window }

  /// Below this many tenants a second thread costs more than it brings (docs/performance.md).
  static let worthSplitting = 5_000

  /// - Parameters:
  ///   - vocabulary: Tells which names stand for one.
  ///   - splitSize: The number of tenants from which on two threads read them.
  ///   - isBrief: Leaves out what a kept score of the same day needs not: people, and how many tenants.
  init(
    _ database: Database, asOf: Day, _ vocabulary: Vocabulary, splitSize: Int = .max,
    isBrief: Bool = false
  ) throws {
    lastMonth = try database.lastMonth(before: asOf.month)
    let window = MonthWindow(
      asOf: asOf, lastMonth: lastMonth, oldest: try database.oldestMonth())
    join = NameJoin(
      UsageNames(
        workloads: try database.names(in: "workload").map(\.name),
        associations: try database.names(in: "association").map(\.name)), by: vocabulary)
    portfolio = Portfolio(
      partner: try database.partner(), window: window, names: join.names,
      tenants: TenantDirectory(), series: SeriesTables(lanes: window.count),
      roster: isBrief ? [] : try PortfolioOutline.roster(database))
    generation = try database.generation()
    tenantCount =
      isBrief ? 0 : try Int.fetchOne(database, sql: "SELECT count(*) FROM tenant") ?? 0
    guard tenantCount >= splitSize else { return }
    let half = tenantCount / 2 / SeriesTables.usualSpan * SeriesTables.usualSpan
    split = try Int64.fetchOne(
      database, sql: "SELECT id FROM tenant ORDER BY id LIMIT 1 OFFSET ?", arguments: [half])
  }

  /// People in order of their ids, each with what they hold in order of completion.
  private static func roster(_ database: Database) throws -> [Individual] {
    let people = Dictionary(grouping: try database.trainingRecords(), by: \.identity)
    return people.sorted { $0.key < $1.key }.map { identity, records in
      Individual(
        id: identity, givenName: records[0].givenName, familyName: records[0].familyName,
        holdings: records.map(Holding.init).sorted {
          ($0.completed, $0.title) < ($1.completed, $1.title)
        })
    }
  }
}

extension Holding {
  init(_ record: TrainingRows.Record) {
    self.init(
      title: record.title, isCertification: record.isCertification, completed: record.completed,
      expires: record.expires, isActive: TrainingRows.isActive(status: record.status))
  }
}
