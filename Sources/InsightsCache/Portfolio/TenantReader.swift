import CapabilityScore
import GRDB

/// Reads tenants in order of their ids, each with its facts, which may be none.
struct TenantReader {
  private let database: Database
  private let path: String
  private let outline: PortfolioOutline
  private let ids: Range<Int64>

  /// - Parameter ids: Which tenants are read.
  init(_ database: Database, path: String, _ outline: PortfolioOutline, ids: Range<Int64>) {
    self.database = database
    self.path = path
    self.outline = outline
    self.ids = ids
  }

  /// Who they are, and their usage in tables of the usual span.
  func portfolioPart() throws -> PortfolioPart {
    let count = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM tenant WHERE id >= ? AND id < ?",
      arguments: [ids.lowerBound, ids.upperBound])
    var part = PortfolioPart(lanes: outline.window.count)
    part.tenants.reserve(count ?? 0)
    try forEachTable(
      """
      SELECT data, guid, CASE name WHEN '' THEN tenant_name ELSE name END, market, segment
      FROM tenant LEFT JOIN tenant_facts ON tenant = id WHERE id >= ? AND id < ? ORDER BY id
      """
    ) { statement in
      statement.withTexts(1) { id, name, market, segment in
        part.tenants.append(utf8: id, name: name, market: market, segment: segment)
      }
    } table: { appender in
      part.series.append(appender.compactTable())
    }
    return part
  }

  /// What the tenants contribute, without keeping their usage.
  func add(to fold: inout TallyFold) throws {
    try forEachTable(
      "SELECT data FROM tenant_facts WHERE tenant >= ? AND tenant < ? ORDER BY tenant"
    ) { _ in
    } table: { appender in
      fold.add(appender.table)
    }
  }

  /// - Parameters:
  ///   - tenant: Called for each row of the query.
  ///   - table: Called whenever a table of the usual span is filled, and for the rest.
  private func forEachTable(
    _ sql: String, tenant: (SQLStatement) -> Void,
    table: (inout SeriesTable.Appender) -> Void
  ) throws {
    var appender = SeriesTable.Appender(lanes: outline.window.count)
    var blob = TenantBlob(window: outline.window, names: outline.join)
    let statement = try SQLStatement(database, sql)
    try statement.bind(.integer(ids.lowerBound), .integer(ids.upperBound))
    while try statement.step() {
      let isSound = statement.withBlob(0) { blob.read($0, into: &appender) }
      guard isSound else { throw InsightsStoreError.corrupt(path: path) }
      appender.endTenant()
      tenant(statement)
      if appender.table.tenantCount == SeriesTables.usualSpan {
        table(&appender)
        appender.startOver()
      }
    }
    if appender.table.tenantCount > 0 { table(&appender) }
  }
}

/// A run of a portfolio's tenants.
struct PortfolioPart: Sendable {
  var tenants = TenantDirectory()
  var series: SeriesTables

  init(lanes: Int) { series = SeriesTables(lanes: lanes) }
}
