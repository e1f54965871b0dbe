import Foundation
import GRDB
import Glibc
import Testing

/// The cache, when the program is killed at any moment: the state before, or the state after.
@Suite struct DurabilityTests {
  /// How often each kind of work is killed.
  static let kills = FuzzRuns.count(70).count

  @Test func `an import that is killed has happened, or has not`() throws {
    let place = try Workplace().importing(.tiny)
    let before = try CacheState(place.cache)
    try place.copy(place.cache, to: "before.sqlite")
    let work = ["import"] + PublicCase.medium.exports
    let length = try Self.length { _ = try place.run(work) }
    let after = try CacheState(place.cache)
    try #require(before != after)
    try storm(seed: 1, length: length) { delay in
      try restore(place)
      _ = try place.run(work, killAfter: delay)
      let found = try CacheState(place.cache)
      #expect(found == before || found == after, "killed after \(delay)")
      return found == after
    }
  }

  @Test func `an upgrade that is killed has happened, or has not`() throws {
    let place = try Workplace().importing(.tiny)
    try Self.makeOlder(place.cache)
    try place.copy(place.cache, to: "before.sqlite")
    let before = try CacheState(place.cache)
    let scenario = try place.write(
      #"{ "schema": 1, "name": "Q3", "edits": [] }"#, to: "q3.json")
    let work = ["scenario", "import", scenario, "--replace"]
    let length = try Self.length { _ = try place.run(work) }
    let after = try CacheState(place.cache)
    try #require(after.rows["scenario"] != nil)
    let changed: Set = ["scenario", "journal", "running_edits", "grdb_migrations"]
    try storm(seed: 2, length: length) { delay in
      try restore(place)
      _ = try place.run(work, killAfter: delay)
      let found = try CacheState(place.cache)
      #expect(found.without(changed) == before.without(changed), "killed after \(delay)")
      #expect(
        found.rows.keys == before.rows.keys || found.rows.keys == after.rows.keys,
        "killed after \(delay)")
      let next = try place.run(work)
      #expect(next.status == 0, "killed after \(delay): \(next.complaint)")
      #expect(try CacheState(place.cache) == after, "killed after \(delay)")
      return found == after
    }
  }

  @Test func `a scenario that is being saved when killed is the old one or the new`() throws {
    let place = try Workplace().importing(.tiny)
    let texts = [20, 40].map { count in
      let edits = (0..<count).map { #"{ "edit": "add-tenant", "tenant": "t\#($0)", "name": "T" }"# }
      return #"{ "schema": 1, "name": "Q3", "edits": [\#(edits.joined(separator: ",\n"))] }"#
    }
    let (old, new) = (
      try place.write(texts[0], to: "old.json"), try place.write(texts[1], to: "new.json")
    )
    try #require(try place.run("scenario", "import", old).status == 0)
    try place.copy(place.cache, to: "before.sqlite")
    let before = try CacheState(place.cache)
    let work = ["scenario", "import", new, "--replace"]
    let length = try Self.length { _ = try place.run(work) }
    let after = try CacheState(place.cache)
    try #require(before != after)
    try storm(seed: 3, length: length) { delay in
      try restore(place)
      _ = try place.run(work, killAfter: delay)
      let found = try CacheState(place.cache)
      #expect(found == before || found == after, "killed after \(delay)")
      return found == after
    }
  }

  @Test func `when an import has ended the cache is one file`() throws {
    let place = try Workplace().importing(.tiny)
    let folder = (place.cache as NSString).deletingLastPathComponent
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files == [(place.cache as NSString).lastPathComponent])
  }

  // MARK: Killing

  /// Does some work again and again, each time with another moment to die.
  ///
  /// - Parameter attempt: Whether the work was done in full.
  private func storm(
    seed: UInt64, length: Duration, _ attempt: (Duration) throws -> Bool
  ) throws {
    var dice = SeededGenerator(seed: seed)
    var finished = 0
    for _ in 0..<Self.kills {
      // Beyond the usual length, so that the end of the work is hit, too.
      let share = Double.random(in: 0...1.2, using: &dice)
      if try attempt(length * share) { finished += 1 }
    }
    print("killed \(Self.kills) times, \(finished) of them when all was done")
    #expect(finished < Self.kills, "no kill came in time")
  }

  private func restore(_ place: Workplace) throws {
    for part in ["", "-wal", "-shm", ".backup"] { unlink(place.cache + part) }
    try FileManager.default.copyItem(atPath: place.path("before.sqlite"), toPath: place.cache)
  }

  private static func length(_ work: () throws -> Void) rethrows -> Duration {
    try ContinuousClock().measure(work)
  }

  /// Takes a cache back to the form before each session had its own journal.
  private static func makeOlder(_ path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { database in
      try database.execute(
        sql: """
          DROP TABLE running_edits;
          CREATE TABLE journal (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT NOT NULL);
          DELETE FROM grdb_migrations WHERE identifier = '5 running edits';
          """)
    }
    // Copies of the file alone must have it all.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try database.close()
  }
}
