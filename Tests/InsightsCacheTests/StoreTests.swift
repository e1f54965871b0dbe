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

  @Test func `each session keeps its own running edits, and takes those of one that has ended`()
    throws
  {
    let store = try InsightsStore(path: path, access: .readWrite)
    let ended = try endedProcess()
    let old = [1, 2].map { JournalSession(id: $0, process: ended) }
    // Process 1 always runs.
    let (open, own) = (JournalSession(id: 3, process: 1), JournalSession(id: 4, process: getpid()))
    for (text, session) in zip(["older", "old", "open"], old + [open]) {
      try store.setJournal(text, of: session)
    }
    #expect(try store.takeJournal(for: own) == "old")
    #expect(try store.takeJournal(for: own) == nil)
    try store.setJournal("own", of: own)
    try store.setJournal(nil, of: open)
    try store.setJournal(nil, of: own)
    #expect(try store.takeJournal(for: own) == "older")
    try store.setJournal(nil, of: own)
    #expect(try store.takeJournal(for: own) == nil)
  }

  @Test func `running edits that cannot be read stay for who can read them`() throws {
    let store = try InsightsStore(path: path, access: .readWrite)
    let ended = try endedProcess()
    let own = JournalSession(id: 3, process: getpid())
    for (number, text) in ["old", "from the future"].enumerated() {
      try store.setJournal(text, of: JournalSession(id: Int64(number), process: ended))
    }
    #expect(try store.takeJournal(for: own) { $0 == "old" } == "old")
    try store.setJournal(nil, of: own)
    #expect(try store.takeJournal(for: own) { $0 == "old" } == nil)
    #expect(try store.takeJournal(for: own) == "from the future")
  }

  @Test func `the journal of a cache from before sessions is offered`() throws {
    _ = try FileManager.default.createDirectory(
      atPath: folder.file("deep"), withIntermediateDirectories: true)
    let database = try DatabaseQueue(path: path)
    try CacheSchema.migrator.migrate(database, upTo: "4 changed tenants")
    try database.write { try $0.execute(sql: "INSERT INTO journal VALUES (1, 'edits')") }
    try database.close()
    let store = try InsightsStore(path: path, access: .readWrite)
    #expect(try store.takeJournal(for: .own) == "edits")
  }

  /// The number of a process that has been.
  private func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
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
