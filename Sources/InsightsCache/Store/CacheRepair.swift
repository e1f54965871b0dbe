import CapabilityScore
import Foundation
import GRDB
import Glibc

/// Makes a new cache of what can still be read of a damaged one, which is kept under another name.
public struct CacheRepair {
  /// What became of the cache.
  public struct Report: Sendable, Equatable {
    /// Where the damaged file is now.
    public var damaged: String
    /// Rows by table: how many were taken over.
    public var rows: [String: Int]
    /// Tables of which some rows could not be read.
    public var losses: [String]

    /// How many scenarios were taken over.
    public var scenarios: Int { rows["scenario"] ?? 0 }
    /// Whether the exports have to be imported again.
    public var needsImport: Bool { !losses.isEmpty || (rows["dataset"] ?? 0) == 0 }
  }

  private let path: String

  /// - Parameter path: The damaged cache, which nothing touches before ``run()``.
  public init(path: String) { self.path = path }

  /// Builds the new cache beside the old one, and then exchanges them.
  public func run() throws(InsightsStoreError) -> Report {
    try CacheFile.check(path)
    let draft = path + ".\(getpid()).repair"
    let parts = ["", "-wal", "-shm"]
    for part in parts { unlink(draft + part) }
    defer { for part in parts { unlink(draft + part) } }
    var report = Report(damaged: freeName(), rows: [:], losses: [])
    do {
      let new = try InsightsStore(path: draft, access: .readWrite)
      try InsightsStoreError.wrapping(draft) {
        try takeOver(into: new.database, &report)
        // The new file must be whole by itself before it is given another name.
        try new.database.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try new.database.close()
      }
    }
    try exchange(draft, report.damaged)
    return report
  }

  /// The first of `cache.damaged`, `cache.damaged-2` … that is not there.
  private func freeName() -> String {
    var name = path + ".damaged"
    var number = 2
    while access(name, F_OK) == 0 {
      name = path + ".damaged-\(number)"
      number += 1
    }
    return name
  }

  private func exchange(_ draft: String, _ damaged: String) throws(InsightsStoreError) {
    guard rename(path, damaged) == 0 else { throw refused() }
    for part in ["-wal", "-shm"] { rename(path + part, damaged + part) }
    guard rename(draft, path) == 0 else {
      let error = refused()
      rename(damaged, path)
      throw error
    }
  }

  private func refused() -> InsightsStoreError {
    .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }

  // MARK: Taking over

  private func takeOver(into new: DatabasePool, _ report: inout Report) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // Else a file that was cut short is refused as a whole.
      try database.execute(sql: "PRAGMA writable_schema = ON")
    }
    guard let old = try? DatabaseQueue(path: path, configuration: configuration) else {
      report.losses = CacheRepair.tables
      return
    }
    try new.write { target in
      // A row whose parent was lost is lost too, but must not stop the others.
      try target.execute(sql: "PRAGMA defer_foreign_keys = ON")
      for table in CacheRepair.tables {
        let columns = try target.columns(in: table).map(\.name)
        let isWhole = try old.unsafeRead { source in
          try copy(table, columns, from: source, to: target, &report)
        }
        if !isWhole { report.losses.append(table) }
      }
      try target.execute(
        sql: """
          DELETE FROM holding WHERE individual NOT IN (SELECT id FROM individual);
          DELETE FROM dataset WHERE batch NOT IN (SELECT id FROM import_batch);
          DELETE FROM tenant_facts WHERE tenant NOT IN (SELECT id FROM tenant);
          """)
      try dropUnnamedFacts(target, &report)
      try dropUnsoundFacts(target, &report)
      try forgetIncomplete(target, report.losses)
      try target.bumpGeneration()
    }
  }

  /// Parents before children.
  private static let tables = [
    "meta", "scenario", "running_edits", "tenant", "workload", "association", "tenant_facts",
    "individual", "holding", "profile", "import_batch", "dataset", "dataset_month", "reject",
  ]

  /// Copies from the first row on; after damage from the last row backwards.
  ///
  /// - Returns: Whether every row was read.
  private func copy(
    _ table: String, _ columns: [String], from source: Database, to target: Database,
    _ report: inout Report
  ) throws -> Bool {
    let list = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try target.makeStatement(
      sql: "INSERT OR REPLACE INTO \(table) (\(list)) VALUES (\(places))")
    func copy(_ order: String) throws -> Bool {
      do {
        let rows = try Row.fetchCursor(source, sql: "SELECT \(list) FROM \(table) \(order)")
        while let row = try rows.next() {
          do {
            try insert.execute(arguments: StatementArguments(row.databaseValues))
            report.rows[table, default: 0] += 1
          } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            return false
          }
        }
        return true
      } catch let error as DatabaseError where CacheRepair.isDamage(error) {
        return false
      }
    }
    if try copy("") { return true }
    let key = columns[0]
    _ = try copy("ORDER BY \(key) DESC")
    report.rows[table] = try Int.fetchOne(target, sql: "SELECT count(*) FROM \(table)") ?? 0
    return false
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR, .SQLITE_MISMATCH: true
    default: false
    }
  }

  /// A dataset that lost rows counts as never imported, so that nobody takes it for whole.
  private func forgetIncomplete(_ database: Database, _ losses: [String]) throws {
    let incomplete = Dataset.allCases.filter { dataset in
      let tables =
        switch dataset {
        case .trainingCompletions: ["individual", "holding"]
        case .customersAndTenants: ["tenant"]
        case .profile: ["profile"]
        case .azureUsage, .officeUsage, .emsUsage, .cporUsage, .businessApplicationsRevenue,
          .businessApplicationsUsage:
          ["tenant", "workload", "association", "tenant_facts", "dataset_month"]
        }
      return tables.contains(where: losses.contains)
    }
    for dataset in incomplete {
      try database.execute(
        sql: "DELETE FROM dataset WHERE dataset = ?", arguments: [dataset.rawValue])
    }
  }

  /// Facts name workloads and associations by their place in the list: where one is missing, nobody
  /// knows any more what they are about.
  private func dropUnnamedFacts(_ database: Database, _ report: inout Report) throws {
    let isWhole = try ["workload", "association"].allSatisfy { table in
      let ids = try Int64.fetchAll(database, sql: "SELECT id FROM \(table) ORDER BY id")
      return !report.losses.contains(table)
        && ids.enumerated().allSatisfy { $1 == Int64($0) + 1 }
    }
    guard !isWhole else { return }
    try database.execute(
      sql: "DELETE FROM tenant_facts; DELETE FROM workload; DELETE FROM association;")
    if !report.losses.contains("tenant_facts") { report.losses.append("tenant_facts") }
  }

  /// A tenant's facts must be readable from the first byte to the last.
  private func dropUnsoundFacts(_ database: Database, _ report: inout Report) throws {
    let names = UsageNames(
      workloads: try database.names(in: "workload").map(\.name),
      associations: try database.names(in: "association").map(\.name))
    var blob = TenantBlob(
      window: MonthWindow(first: Month(index: 0), count: 1), names: NameJoin(names, by: .none))
    var unsound: [Int64] = []
    let statement = try SQLStatement(database, "SELECT tenant, data FROM tenant_facts")
    while try statement.step() {
      var appender = SeriesTable.Appender(lanes: 1)
      if !statement.withBlob(1, { blob.read($0, into: &appender) }) {
        unsound.append(statement.integer(0))
      }
    }
    for tenant in unsound {
      try database.execute(sql: "DELETE FROM tenant_facts WHERE tenant = ?", arguments: [tenant])
    }
    if !unsound.isEmpty && !report.losses.contains("tenant_facts") {
      report.losses.append("tenant_facts")
    }
  }
}
