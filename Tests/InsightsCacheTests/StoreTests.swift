import CapabilityScore
import Foundation
import GRDB
import Testing

@testable import InsightsCache

@Suite struct StoreTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("deep/cache.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  @Test func `only the owner may read the cache`() throws {
    let store = try InsightsStore(path: path, access: .readWrite)
    #expect(try permissions(of: path) == 0o600)
    #expect(try permissions(of: path + "-wal") == 0o600)
    #expect(try permissions(of: folder.file("deep")) == 0o700)
    #expect(try store.isEmpty())
  }

  @Test func `the pages are large and the journal is a write-ahead log`() throws {
    let store = try InsightsStore(path: path, access: .readWrite)
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA page_size") } == 16384)
    #expect(try store.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func `a reader needs a cache`() throws {
    #expect(throws: InsightsStoreError.missing(path: path)) {
      try InsightsStore(path: path, access: .readOnly)
    }
  }

  @Test func `a reader sees what a writer committed`() throws {
    let cache = try Cache()
    let reader = try InsightsStore(path: cache.store.path, access: .readOnly)
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    #expect(try reader.generation() == 1)
    #expect(throws: InsightsStoreError.readOnly(path: cache.store.path)) {
      try reader.importExports(at: [], vocabulary: .sample)
    }
  }

  @Test func `a file that is no database is refused`() throws {
    let path = try folder.write(String(repeating: "not a database ", count: 99), to: "x")
    #expect(throws: InsightsStoreError.notACache(path: path)) {
      try InsightsStore(path: path, access: .readWrite)
    }
  }

  @Test func `another program's database is refused`() throws {
    let path = folder.file("other.sqlite")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE song (id)") }
    #expect(throws: InsightsStoreError.notACache(path: path)) {
      try InsightsStore(path: path, access: .readWrite)
    }
  }

  @Test func `a cache of a newer form is refused`() throws {
    var newer = CacheSchema.migrator
    newer.registerMigration("2 later") { try $0.execute(sql: "CREATE TABLE later (id)") }
    _ = try InsightsStore(path: path, access: .readWrite, migrator: newer)
    #expect(throws: InsightsStoreError.newerSchema(path: path)) {
      try InsightsStore(path: path, access: .readWrite)
    }
  }

  @Test func `a cache of an older form is brought up to date behind a copy`() throws {
    _ = try InsightsStore(path: path, access: .readWrite)
    var newer = CacheSchema.migrator
    newer.registerMigration("2 later") { try $0.execute(sql: "CREATE TABLE later (id)") }
    #expect(throws: InsightsStoreError.olderSchema(path: path)) {
      try InsightsStore(path: path, access: .readOnly, migrator: newer)
    }
    _ = try InsightsStore(path: path, access: .readWrite, migrator: newer)
    let copy = try InsightsStore(path: path + ".backup", access: .readOnly)
    #expect(try copy.isEmpty())
    #expect(try permissions(of: path + ".backup") == 0o600)
  }

  @Test func `an import is refused at once while another process writes`() throws {
    let cache = try Cache()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: cache.store.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: InsightsStoreError.busy(path: cache.store.path)) {
      try cache.store.importExports(at: [], vocabulary: .sample)
    }
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
  }

  @Test func `a cache that may not grow says that the disk is full, and stays as it was`() throws {
    let cache = try Cache()
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    let before = try cache.facts()
    try cache.store.database.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
    }
    let many = (0..<20_000).map { Export.azure("tenant-\($0)") }
    #expect(throws: InsightsStoreError.diskFull(path: cache.store.path)) {
      try cache.import(("b.csv", Export.azure(many)))
    }
    #expect(try cache.facts() == before)
  }

  @Test func `a blob that is not sound is told, not trusted`() throws {
    let cache = try Cache()
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    try DatabaseQueue(path: cache.store.path).write {
      try $0.execute(sql: "UPDATE tenant_facts SET data = x'0102'")
    }
    #expect(throws: InsightsStoreError.corrupt(path: cache.store.path)) { try cache.facts() }
  }
}
