import Dispatch
import InsightsCache
import Synchronization
import Testing

@testable import capstan

/// The caches that are open in this process.
@Suite struct OpenStoresTests {
  @Test func `threads that ask for a cache at once get one and the same`() throws {
    let place = try Workplace().importing(.tiny)
    for round in 0..<20 {
      try place.copy(place.cache, to: "\(round).sqlite")
      let path = place.path("\(round).sqlite")
      let found = Mutex(Set<ObjectIdentifier>())
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        guard let store = try? OpenStores.store(at: path, .readOnly) else {
          return
        }
        found.withLock { _ = $0.insert(ObjectIdentifier(store)) }
      }
      #expect(found.withLock(\.count) == 1)
    }
  }
}
