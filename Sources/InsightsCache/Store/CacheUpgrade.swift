import Foundation
import GRDB

/// Brings a cache to the form of this program, and refuses one of a newer form.
struct CacheUpgrade {
  let path: String
  let migrator: DatabaseMigrator

  func run(on database: DatabasePool, _ access: InsightsStore.Access) throws {
    let state = try database.read(state)
    switch (state, access) {
    case (.current, _): return
    case (.new, .readOnly): throw InsightsStoreError.missing(path: path)
    case (.older, .readOnly): throw InsightsStoreError.olderSchema(path: path)
    case (.older, .readWrite): try backUp(database)
    case (.new, .readWrite): break
    }
    try migrator.migrate(database)
  }

  private enum State {
    case new, older, current
  }

  private func state(_ database: Database) throws -> State {
    let id = try Int32.fetchOne(database, sql: "PRAGMA application_id")
    if id != CacheSchema.applicationID {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard tables == 0 else { throw InsightsStoreError.notACache(path: path) }
      return .new
    }
    if try migrator.hasBeenSuperseded(database) {
      throw InsightsStoreError.newerSchema(path: path)
    }
    return try migrator.hasCompletedMigrations(database) ? .current : .older
  }

  /// Copies the cache beside itself, before a migration that a crash or a bug might spoil.
  private func backUp(_ database: DatabasePool) throws {
    let copy = path + ".backup"
    try? FileManager.default.removeItem(atPath: copy)
    try CacheFile.prepare(copy)
    try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
  }
}
