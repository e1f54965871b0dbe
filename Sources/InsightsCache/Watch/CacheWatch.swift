import Foundation
import GRDB

/// Tells when another process, or another connection, has committed to the cache.
///
/// Ask ``hasChanged()`` when ``descriptor`` becomes readable, and again after ``recheckDelay``. A
/// commit shows in the write-ahead log a little before readers see it, sometimes after the last event
/// of the log; without the second look a dashboard would stay one commit behind.
public final class CacheWatch {
  /// To be polled for reading; nil where the file system cannot tell of changes.
  public let descriptor: CInt?
  /// How soon to ask again though the descriptor stays silent; nil: no need to.
  public private(set) var recheckDelay: Duration?

  private let path: String
  private let folder: FolderWatch?
  /// The database and its write-ahead log.
  private let names: Set<String>
  private var file: UInt64?
  // `PRAGMA data_version` counts what other connections commit, so this one does nothing else.
  // nil while what was put in the place of the cache cannot be read.
  private var connection: DatabaseQueue?
  private var version: Int

  /// - Parameter path: The cache, which must be there.
  public init(path: String) throws(InsightsStoreError) {
    try CacheFile.check(path)
    self.path = path
    // The log comes and goes with the last connection: its folder stays.
    folder = try? FolderWatch(
      of: (path as NSString).deletingLastPathComponent, for: [.written, .created, .movedIn])
    let name = (path as NSString).lastPathComponent
    names = [name, name + "-wal"]
    descriptor = folder?.descriptor
    recheckDelay = folder == nil ? CacheWatch.pollInterval : nil
    file = CacheFile.number(path)
    (connection, version) = try InsightsStoreError.wrapping(path) { try CacheWatch.open(path) }
  }

  /// Whether something was committed, or another file put in its place, since this was asked last.
  public func hasChanged() throws(InsightsStoreError) -> Bool {
    if let folder {
      let isAboutCache = folder.events()
        .contains { names.contains($0.name) || $0.change.contains(.overflow) }
      recheckDelay = isAboutCache ? CacheWatch.settlingTime : nil
    }
    if let present = CacheFile.number(path), present != file {
      try? connection?.close()
      connection = nil
      file = present
      if let (connection, version) = try? CacheWatch.open(path) {
        self.connection = connection
        self.version = version
      }
      return true
    }
    guard let connection else { return false }
    let now = try InsightsStoreError.wrapping(path) { try CacheWatch.version(connection) }
    defer { version = now }
    return now != version
  }

  /// Longer than a commit took to become visible after its last event, by some margin.
  private static let settlingTime = Duration.milliseconds(5)
  private static let pollInterval = Duration.seconds(1)

  private static func open(_ path: String) throws -> (DatabaseQueue, version: Int) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    let connection = try DatabaseQueue(path: path, configuration: configuration)
    return (connection, try version(connection))
  }

  private static func version(_ connection: DatabaseQueue) throws -> Int {
    try connection.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") } ?? 0
  }
}
