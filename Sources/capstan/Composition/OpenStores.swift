import InsightsCache
import Synchronization

/// The caches of this process: each is opened once, and stays open.
///
/// Closing one wakes a pool of threads in the library below, which from then on wakes up every second;
/// and idle means idle. A file that was put in the place of the old one is opened anew.
enum OpenStores {
  private struct Key: Hashable {
    var path: String
    var access: InsightsStore.Access
  }

  private typealias Stores = [Key: (store: InsightsStore, file: UInt64)]

  private static let stores = Mutex<Stores>([:])

  /// Threads that ask at once get one and the same.
  ///
  /// - Throws: Where there is no cache, or it cannot be opened.
  static func store(
    at path: String, _ access: InsightsStore.Access
  ) throws(InsightsStoreError) -> InsightsStore {
    try stores.withLock { (stores) throws(InsightsStoreError) in
      let key = Key(path: path, access: access)
      if let known = stores[key], known.file == CacheFile.number(path) { return known.store }
      // Two files must not share one index of a write-ahead log, which lies beside them by name.
      closeReplaced(at: path, &stores)
      let store = try open(path, access)
      if let file = CacheFile.number(path) { stores[key] = (store, file) }
      return store
    }
  }

  /// Closes all, so that the write-ahead log is in the file when the program has ended.
  static func close() {
    let open = stores.withLock { stores in
      defer { stores = [:] }
      return stores
    }
    for (store, _) in open.values { store.finish() }
  }

  private static func closeReplaced(at path: String, _ stores: inout Stores) {
    let present = CacheFile.number(path)
    for (key, open) in stores where key.path == path && open.file != present {
      stores[key] = nil
      open.store.finish()
    }
  }

  /// An older cache is brought up to date first, also for those who only read.
  private static func open(
    _ path: String, _ access: InsightsStore.Access
  ) throws(InsightsStoreError) -> InsightsStore {
    do {
      return try InsightsStore(path: path, access: access)
    } catch .olderSchema {
      _ = try InsightsStore(path: path, access: .readWrite)
      return try InsightsStore(path: path, access: access)
    }
  }
}
