import Dispatch
import Glibc
import Synchronization
import Testing

@testable import InsightsCache

@Suite struct CacheWatchTests {
  private let cache: Cache
  private let watch: CacheWatch

  init() throws {
    cache = try Cache()
    watch = try CacheWatch(path: cache.store.path)
  }

  @Test func `an import wakes the watch, once`() throws {
    #expect(try !watch.hasChanged())
    #expect(!isReadable)
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    #expect(isReadable)
    #expect(try watch.hasChanged())
    #expect(watch.recheckDelay == .milliseconds(5))
    #expect(try !watch.hasChanged())
    #expect(watch.recheckDelay == nil)
  }

  @Test func `other files of the folder are no news`() throws {
    try cache.folder.write("x", to: "cache/notes.txt")
    #expect(isReadable)
    #expect(try !watch.hasChanged())
    #expect(watch.recheckDelay == nil)
  }

  @Test func `a file put in the place of the cache is watched instead`() throws {
    let other = try Cache()
    try other.import(("a.csv", Export.azure([Export.azure()])))
    other.store.finish()
    cache.store.finish()
    rename(other.store.path, cache.store.path)
    #expect(isReadable)
    #expect(try watch.hasChanged())
    #expect(try !watch.hasChanged())
    let store = try InsightsStore(path: cache.store.path, access: .readWrite)
    _ = try watch.hasChanged()
    _ = try store.importExports(
      at: [try cache.folder.write(Export.azure([Export.azure()]), to: "b.csv")],
      vocabulary: .sample, options: ImportOptions(sameMonth: .replace))
    #expect(try watch.hasChanged())
  }

  @Test func `what is no cache in its place is news, and so is the next one`() throws {
    rename(try cache.folder.write("no cache", to: "text"), cache.store.path)
    #expect(try watch.hasChanged())
    #expect(try !watch.hasChanged())
    let other = try Cache()
    other.store.finish()
    rename(other.store.path, cache.store.path)
    #expect(try watch.hasChanged())
  }

  @Test func `there must be a cache to watch`() throws {
    let path = cache.folder.file("none")
    #expect(throws: InsightsStoreError.missing(path: path)) { try CacheWatch(path: path) }
  }

  @Test func `a watch that cannot begin closes no file of others`() {
    let isOver = Atomic(false)
    let lost = Atomic(0)
    let others = DispatchGroup()
    DispatchQueue.global().async(group: others) {
      while !isOver.load(ordering: .relaxed) {
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        if file < 0 { continue }
        for _ in 0..<20 where fcntl(file, F_GETFD) < 0 { lost.add(1, ordering: .relaxed) }
        close(file)
      }
    }
    for _ in 0..<20_000 { _ = try? FolderWatch(of: "/nowhere", for: .written) }
    isOver.store(true, ordering: .relaxed)
    others.wait()
    #expect(lost.load(ordering: .relaxed) == 0)
  }

  private var isReadable: Bool {
    var request = pollfd(fd: watch.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }
}
