import GRDB

/// Gives tenants their ids in the cache, and keeps their details.
struct TenantWriter {
  enum Source {
    /// A usage export: its details only fill what is missing.
    case usage
    /// The list of customers and tenants: its details stand.
    case directory
  }

  private(set) var change: CacheChange
  private let database: Database
  private let find: SQLStatement
  private let insert: SQLStatement
  private let update: SQLStatement
  /// Whether the cache had no tenant: then none has to be looked for.
  private let isFirst: Bool

  /// - Parameter change: What was changed before.
  init(_ database: Database, change: CacheChange) throws {
    self.change = change
    self.database = database
    isFirst = try Int64.fetchOne(database, sql: "SELECT id FROM tenant LIMIT 1") == nil
    find = try SQLStatement(
      database,
      "SELECT id, name, tenant_name, market, segment, tpid FROM tenant WHERE guid = ?")
    insert = try SQLStatement(
      database,
      """
      INSERT INTO tenant (guid, name, tenant_name, market, segment, tpid)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    update = try SQLStatement(
      database,
      """
      UPDATE tenant SET name = ?, tenant_name = ?, market = ?, segment = ?, tpid = ? WHERE id = ?
      """)
  }

  /// The row ids of tenants; new ones come in the order given.
  ///
  /// - Parameter numbers: Their numbers in the import.
  mutating func ids(
    of numbers: [Int], in table: TenantTable, _ details: TenantDetailsTable, from source: Source
  ) throws -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(numbers.count)
    for number in numbers {
      ids.append(
        try id(table.id(number), details.details[number] ?? TenantDetails(), source))
    }
    return ids
  }

  /// Removes the tenants without usage that a newer list of customers does not have.
  mutating func removeUnused(but listed: Set<Int64>) throws {
    let unused = try Int64.fetchAll(
      database,
      sql: "SELECT id FROM tenant WHERE id NOT IN (SELECT tenant FROM tenant_facts)")
    let delete = try SQLStatement(database, "DELETE FROM tenant WHERE id = ?")
    for id in unused where !listed.contains(id) {
      change.addDirectory()
      try delete.run(.integer(id))
    }
  }

  private mutating func id(
    _ guid: String, _ details: TenantDetails, _ source: Source
  ) throws -> Int64 {
    if isFirst { return try add(guid, details) }
    try find.bind(.text(guid))
    guard try find.step() else { return try add(guid, details) }
    let id = find.integer(0)
    let stored = TenantDetails(
      name: find.text(1), tenantName: find.text(2), market: find.text(3), segment: find.text(4),
      tpid: find.text(5))
    var wanted = source == .directory ? details : stored
    wanted.fill(from: source == .directory ? stored : details)
    if wanted != stored {
      change.addDirectory()
      try update.run(
        .text(wanted.name), .text(wanted.tenantName), .text(wanted.market),
        .text(wanted.segment), .text(wanted.tpid), .integer(id))
    }
    return id
  }

  private mutating func add(_ guid: String, _ details: TenantDetails) throws -> Int64 {
    change.addDirectory()
    try insert.run(
      .text(guid), .text(details.name), .text(details.tenantName), .text(details.market),
      .text(details.segment), .text(details.tpid))
    return database.lastInsertedRowID
  }
}
