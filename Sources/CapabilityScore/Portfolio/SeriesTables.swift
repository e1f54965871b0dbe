/// All usage of a portfolio: a ``SeriesTable`` for every run of tenants.
///
/// Copies share their tables. An edit, or an import that changed one tenant, makes the table of that
/// tenant anew and leaves all others as they are, so that a changed portfolio costs what changed.
public struct SeriesTables: Sendable, Equatable {
  /// Months in a row.
  public let lanes: Int
  /// How many tenants a table holds; only the last one holds fewer.
  public let span: Int
  private var tables: [SeriesTable] = []

  /// Enough that a table is worth its while, few enough that one is soon copied.
  public static let usualSpan = 128

  /// Usage of nobody yet, to be appended to.
  ///
  /// - Parameters:
  ///   - lanes: The months in a row.
  ///   - span: How many tenants each table is to hold.
  public init(lanes: Int, span: Int = SeriesTables.usualSpan) {
    self.lanes = lanes
    self.span = span
  }

  /// The tenants of one table.
  public init(_ table: SeriesTable, span: Int = SeriesTables.usualSpan) {
    self.init(lanes: table.lanes, span: span)
    for first in stride(from: 0, to: table.tenantCount, by: span) {
      var part = SeriesTable(lanes: lanes)
      part.append(first..<min(first + span, table.tenantCount), of: table)
      tables.append(part)
    }
  }

  /// How many tenants there are, those without any usage too.
  public var tenantCount: Int {
    tables.last.map { (tables.count - 1) * span + $0.tenantCount } ?? 0
  }

  /// Adds a table of the tenants that follow.
  ///
  /// - Parameter table: Of ``span`` tenants, unless it is the last one.
  public mutating func append(_ table: SeriesTable) {
    precondition(tenantCount == tables.count * span && table.tenantCount <= span)
    tables.append(table)
  }

  /// Adds the tables of tenants that follow; see ``append(_:)``.
  public mutating func append(contentsOf other: SeriesTables) {
    for table in other.tables { append(table) }
  }

  /// Looks at a tenant in the table that has it, where its number is another.
  @inline(__always)
  public func at<Result>(
    _ tenant: Int, _ body: (_ table: borrowing SeriesTable, _ number: Int) -> Result
  ) -> Result {
    body(tables[tenant / span], tenant % span)
  }

  /// Looks at some tenants table by table.
  public func forEachTable(
    of tenants: Range<Int>,
    _ body: (_ table: borrowing SeriesTable, _ numbers: Range<Int>, _ first: Int) -> Void
  ) {
    var tenant = tenants.lowerBound
    while tenant < tenants.upperBound {
      let first = tenant / span * span
      let end = min(tenants.upperBound, first + span)
      body(tables[tenant / span], tenant - first..<end - first, first)
      tenant = end
    }
  }

  /// A table of this tenant alone, who has the number 0 there.
  public func single(_ tenant: Int) -> SeriesTable {
    at(tenant) { table, number in table.single(number) }
  }

  /// The lanes in which a tenant has any fact.
  func months(of tenant: Int) -> UInt64 { tables[tenant / span].months[tenant % span] }

  /// How many tenants have any fact, for each lane.
  public func tenantsPerLane() -> [Int] {
    tables.reduce(into: [Int](repeating: 0, count: lanes)) { counts, table in
      table.countTenants(into: &counts)
    }
  }

  /// Puts tables of one tenant each in the place of these tenants' rows.
  ///
  /// - Parameter singles: By the tenant's number; tenants that are not here yet follow one another.
  /// - Complexity: O(usage of the tables that hold them).
  public mutating func replace(_ singles: [Int: SeriesTable]) {
    let byTable = Dictionary(grouping: singles.keys) { $0 / span }
    for place in byTable.keys.sorted() {
      let numbers = (byTable[place] ?? []).map { $0 % span }.sorted()
      var merged = SeriesTable(lanes: lanes)
      var next = 0
      let old = place < tables.count ? tables[place] : merged
      for number in numbers {
        let end = min(number, old.tenantCount)
        if next < end { merged.append(next..<end, of: old) }
        if let single = singles[place * span + number] { merged.append(0..<1, of: single) }
        next = number + 1
      }
      if next < old.tenantCount { merged.append(next..<old.tenantCount, of: old) }
      if place < tables.count { tables[place] = merged } else { tables.append(merged) }
    }
  }
}
