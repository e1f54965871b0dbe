import CapabilityScore
import GRDB

/// Reads a portfolio out of the cache.
struct PortfolioReader {
  let database: Database
  let path: String

  func read(asOf: Day) throws -> Portfolio {
    let window = MonthWindow(
      asOf: asOf, lastMonth: try database.lastMonth(before: asOf.month),
      oldest: try database.oldestMonth())
    let names = UsageNames(
      workloads: try database.names(in: "workload").map(\.name),
      associations: try database.names(in: "association").map(\.name))
    var tenants = TenantDirectory()
    let series = try readTenants(&tenants, window, names)
    return Portfolio(
      partner: try database.partner(), window: window, names: names, tenants: tenants,
      series: series, roster: try roster())
  }

  /// Reads the tenants in order of their ids, each with its facts, which may be none.
  private func readTenants(
    _ tenants: inout TenantDirectory, _ window: MonthWindow, _ names: UsageNames
  ) throws -> SeriesTable {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM tenant") ?? 0
    var appender = SeriesTable.Appender(lanes: window.count)
    appender.reserve(tenants: count, rows: count * 6)
    tenants.reserve(count)
    var blob = TenantBlob(window: window, names: names)
    let statement = try SQLStatement(
      database,
      """
      SELECT guid, CASE name WHEN '' THEN tenant_name ELSE name END, market, segment, data
      FROM tenant LEFT JOIN tenant_facts ON tenant = id ORDER BY id
      """)
    while try statement.step() {
      tenants.append(
        id: statement.text(0), name: statement.text(1), market: statement.text(2),
        segment: statement.text(3))
      let isSound = statement.withBlob(4) { blob.read($0, into: &appender) }
      guard isSound else { throw InsightsStoreError.corrupt(path: path) }
      appender.endTenant()
    }
    return appender.table
  }

  /// People in order of their ids, each with what they hold in order of completion.
  private func roster() throws -> [Individual] {
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
