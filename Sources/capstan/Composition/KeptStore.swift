import Glibc
import InsightsCache
import Synchronization

/// A cache that stays open from one reading to the next.
///
/// Closing one wakes a pool of threads in the library below, which from then on wakes up every second;
/// and idle means idle. A file that was put in the place of the old one is opened anew.
final class KeptStore: Sendable {
  private let path: String
  private let open = Mutex<(store: InsightsStore, file: ino_t)?>(nil)

  init(path: String) { self.path = path }

  /// - Throws: Where there is no cache, or it cannot be opened.
  func store() throws(InsightsStoreError) -> InsightsStore {
    let file = KeptStore.file(path)
    if let kept = open.withLock({ $0 }), kept.file == file { return kept.store }
    let store = try PartnerData.open(path, .readOnly)
    open.withLock { $0 = file.map { (store, $0) } }
    return store
  }

  private static func file(_ path: String) -> ino_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_ino : nil
  }
}
