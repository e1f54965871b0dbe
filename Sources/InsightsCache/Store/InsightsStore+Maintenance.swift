import Foundation
import GRDB
import Glibc

extension InsightsStore {
  /// What SQLite finds wrong with the file, in its own words; empty where it is sound.
  ///
  /// - Complexity: O(size of the file).
  public func integrityProblems() throws(InsightsStoreError) -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
    }
  }

  /// The migrations that the file has had, the newest last: its version.
  public func version() throws(InsightsStoreError) -> String {
    try read { database in
      try CacheSchema.migrator.appliedIdentifiers(database).sorted().last ?? ""
    }
  }

  /// The titles of certifications that people hold, each once, in alphabetical order.
  public func certificationTitles() throws(InsightsStoreError) -> [String] {
    try read { database in
      try Set(database.trainingRecords().filter(\.isCertification).map(\.title)).sorted()
    }
  }

  /// Writes a copy of one moment, whatever others write meanwhile; only its owner may read it.
  ///
  /// - Parameter copy: Where to; a file that is there is written over.
  public func backUp(to copy: String) throws(InsightsStoreError) {
    let draft = copy + ".\(getpid()).part"
    defer { unlink(draft) }
    try CacheFile.prepare(draft)
    try InsightsStoreError.wrapping(draft) {
      try database.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
    }
    let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0, rename(draft, copy) == 0 else {
      throw .cannotCreate(path: copy, reason: String(cString: strerror(errno)))
    }
  }
}
