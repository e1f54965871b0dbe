import Glibc
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

  private static let stores = Mutex<[Key: (store: InsightsStore, file: ino_t)]>([:])

  /// - Throws: Where there is no cache, or it cannot be opened.
  static func store(
    at path: String, _ access: InsightsStore.Access
  ) throws(InsightsStoreError) -> InsightsStore {
    let key = Key(path: path, access: access)
    if let known = stores.withLock({ $0[key] }), known.file == file(path) { return known.store }
    let store = try open(path, access)
    if let file = file(path) { stores.withLock { $0[key] = (store, file) } }
    return store
  }

  /// Closes all, so that the write-ahead log is in the file when the program has ended.
  static func close() {
    let open = stores.withLock { stores in
      defer { stores = [:] }
      return stores
    }
    for (store, _) in open.values { store.finish() }
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

  private static func file(_ path: String) -> ino_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_ino : nil
  }
}
