import CapabilityScore
import Foundation
import GRDB

/// The cache of a partner's Partner Center exports: one SQLite file.
///
/// Several processes may have it open: readers never wait for an import, nor it for them.
public final class InsightsStore: Sendable {
  /// What may be done to the file.
  public enum Access: Sendable {
    /// Makes the file where there is none, and brings an older one up to date.
    case readWrite
    /// Changes nothing, and needs a file.
    case readOnly
  }

  /// Where the file is.
  public let path: String

  let database: DatabasePool

  /// - Throws: ``InsightsStoreError``: where there is no file, the file is no cache, or is of another
  ///   version, busy, or not to be read or written.
  public convenience init(path: String, access: Access) throws(InsightsStoreError) {
    try self.init(path: path, access: access, migrator: CacheSchema.migrator)
  }

  init(
    path: String, access: Access, migrator: DatabaseMigrator
  ) throws(InsightsStoreError) {
    self.path = path
    switch access {
    case .readWrite: try CacheFile.prepare(path)
    case .readOnly: try CacheFile.check(path)
    }
    database = try InsightsStoreError.wrapping(path) {
      let database = try DatabasePool(path: path, configuration: .cache(access))
      try CacheUpgrade(path: path, migrator: migrator).run(on: database, access)
      return database
    }
  }

  /// Ends the work with the file; nobody may use it afterwards.
  public func finish() {
    // Readers first: whoever is last puts the write-ahead log into the file, which readers cannot.
    database.releaseMemory()
    try? database.close()
  }

  /// Reads within one transaction: everything the body sees is of one moment.
  func read<Result>(
    _ body: (Database) throws -> Result
  ) throws(InsightsStoreError) -> Result {
    try InsightsStoreError.wrapping(path) { try database.read(body) }
  }
}

extension Configuration {
  fileprivate static func cache(_ access: InsightsStore.Access) -> Configuration {
    var configuration = Configuration()
    configuration.label = "capstan.cache"
    configuration.readonly = access == .readOnly
    // GRDB sets the timeout before every other pragma: two that open at once would else collide.
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { database in
      // Counts only before the first write. A tenant's blob then seldom spills out of its page.
      if access == .readWrite { try database.execute(sql: "PRAGMA page_size = 16384") }
    }
    return configuration
  }
}
