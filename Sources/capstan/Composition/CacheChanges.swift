import Foundation
import InsightsCache
import Synchronization

/// Watches the cache from a thread of its own, which sleeps until somebody writes.
final class CacheChanges: Sendable {
  private let path: String
  private let isWatching = Mutex(false)

  init(path: String) { self.path = path }

  /// Begins to watch, if there is a cache and nobody watches yet.
  ///
  /// - Parameter tell: Called from the watching thread after each commit of another connection.
  func begin(_ tell: @escaping @Sendable () -> Void) {
    let path = path
    let isFirst = isWatching.withLock { watching in
      defer { watching = watching || FileManager.default.fileExists(atPath: path) }
      return !watching && FileManager.default.fileExists(atPath: path)
    }
    guard isFirst else { return }
    Thread.detachNewThread { [self] in
      guard let watch = try? CacheWatch(path: path) else {
        // Whoever asks next tries again.
        isWatching.withLock { $0 = false }
        return
      }
      while true {
        CacheChanges.wait(for: watch)
        // A cache that cannot be read for a moment is asked again with the next event.
        if (try? watch.hasChanged()) == true { tell() }
      }
    }
  }

  /// Sleeps until the folder has news, or until it is time to look again.
  private static func wait(for watch: CacheWatch) {
    let milliseconds = watch.recheckDelay.map { max(1, Int32($0 / .milliseconds(1))) } ?? -1
    var descriptors =
      watch.descriptor.map { [pollfd(fd: $0, events: Int16(POLLIN), revents: 0)] } ?? []
    poll(&descriptors, nfds_t(descriptors.count), milliseconds)
  }
}
