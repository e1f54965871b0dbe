import Foundation
import Glibc
import Testing

/// Disks that are full, files that may not be written, and caches that are damaged.
@Suite struct DiskTests {
  // MARK: Full

  @Test(arguments: [64, 256, 512])
  func `a file that may not grow fails the import, and the cache stays`(_ blocks: Int) throws {
    let place = try Workplace().importing(.tiny)
    let before = try CacheState(place.cache)
    let outcome = try place.run(
      ["import"] + PublicCase.medium.exports,
      through: ["/bin/sh", "-c", "ulimit -f \(blocks); exec \"$@\"", "sh"])
    #expect(outcome.status == 74, "\(outcome)")
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(try CacheState(place.cache) == before)
    #expect(try place.run(["import"] + PublicCase.medium.exports).status == 0)
  }

  @Test func `a full disk fails the import, and the cache stays`() throws {
    let place = try Workplace()
    let folder = place.path("small")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mount("capstan", folder, "tmpfs", 0, "size=8m") == 0 else {
      print("no tmpfs may be mounted here: \(String(cString: strerror(errno)))")
      return
    }
    defer { umount(folder) }
    let cache = ["--cache", folder + "/insights.sqlite"]
    try #require(try place.run(["import"] + PublicCase.tiny.exports + cache).status == 0)
    let before = try CacheState(folder + "/insights.sqlite")
    // All but a little is taken.
    let filler = open(folder + "/filler", O_CREAT | O_WRONLY, 0o600)
    var space = statvfs()
    statvfs(folder, &space)
    try #require(posix_fallocate(filler, 0, Int(space.f_bavail * space.f_bsize) - 100_000) == 0)
    close(filler)
    let outcome = try place.run(["import"] + PublicCase.medium.exports + cache)
    #expect(outcome.status == 74, "\(outcome)")
    #expect(outcome.complaint.contains("disk"), "\(outcome.complaint)")
    #expect(try CacheState(folder + "/insights.sqlite") == before)
  }

  // MARK: Not to be written, not to be read

  @Test(.enabled(if: Workplace.runsAsNobody, "nobody may not run the program here"))
  func `a read-only cache is read, and an import says that it is`() throws {
    let place = try Workplace().importing(.tiny)
    let folder = (place.cache as NSString).deletingLastPathComponent
    chmod(place.cache, 0o444)
    try place.openFolders(to: folder, 0o777)
    let options = ["--cache", place.cache, "--as-of", PublicCase.tiny.asOf]
    for part in ["-wal", "-shm"] { unlink(place.cache + part) }
    let score = try place.run(["score"] + options, through: Workplace.asNobody)
    #expect(score.status == 0, "\(score.complaint)")
    let outcome = try place.run(
      ["import"] + PublicCase.medium.exports + options, through: Workplace.asNobody)
    #expect(outcome.status == 73, "\(outcome)")
    #expect(outcome.complaint.contains("read-only"), "\(outcome.complaint)")
  }

  @Test(.enabled(if: Workplace.runsAsNobody, "nobody may not run the program here"))
  func `a cache in a folder where nothing can be made says so`() throws {
    let place = try Workplace().importing(.tiny)
    let folder = (place.cache as NSString).deletingLastPathComponent
    for part in ["-wal", "-shm"] { unlink(place.cache + part) }
    chmod(place.cache, 0o666)
    try place.openFolders(to: folder, 0o555)
    let options = ["--cache", place.cache, "--as-of", PublicCase.tiny.asOf]
    for command in [["score"] + options, ["import"] + PublicCase.medium.exports + options] {
      let outcome = try place.run(command, through: Workplace.asNobody)
      #expect([66, 73].contains(outcome.status), "\(outcome)")
      #expect(
        outcome.complaints.count == 1 && outcome.complaint.contains(place.cache), "\(outcome)")
    }
  }

  @Test(.enabled(if: Workplace.runsAsNobody, "nobody may not run the program here"))
  func `where no file can be made no cache can`() throws {
    let place = try Workplace()
    let outcome = try place.run(
      ["import"] + PublicCase.tiny.exports + ["--cache", "/proc/capstan/insights.sqlite"],
      through: Workplace.asNobody)
    #expect(outcome.status == 73, "\(outcome)")
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
  }

  @Test(.enabled(if: Workplace.runsAsNobody, "nobody may not run the program here"))
  func `an export that may not be read is named, and the others go in`() throws {
    let place = try Workplace()
    let folder = place.path("home")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o777)
    let closed = try place.write("x", to: "AzureUsage.csv")
    chmod(closed, 0)
    let outcome = try place.run(
      ["import", closed] + PublicCase.tiny.exports + ["--cache", folder + "/insights.sqlite"],
      through: Workplace.asNobody)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.complaint.contains(closed) || outcome.output.contains(closed), "\(outcome)")
    #expect(outcome.output.contains("TrainingCompletions"), "\(outcome)")
  }

  // MARK: Damaged

  static let damages = FuzzRuns.count(30).count

  @Test func `a damaged cache is told, never crashes, and can be repaired`() throws {
    let place = try Workplace().importing(.tiny)
    let scenario = try place.write(
      #"{ "schema": 1, "name": "Q3", "edits": [] }"#, to: "q3.json")
    try #require(try place.run("scenario", "import", scenario).status == 0)
    let whole = try Data(contentsOf: URL(fileURLWithPath: place.cache))
    var dice = SeededGenerator(seed: 11)
    var told = 0
    for _ in 0..<Self.damages {
      let bytes = Self.damaged(whole, &dice)
      for part in ["-wal", "-shm"] { unlink(place.cache + part) }
      try bytes.write(to: URL(fileURLWithPath: place.cache))
      let score = try place.run("score", "--as-of", PublicCase.tiny.asOf)
      #expect([0, 65, 66, 69].contains(score.status), "\(score)")
      if score.status != 0 {
        told += 1
        #expect(score.complaints.count == 1, "\(score.complaint)")
      }
      let doctor = try place.run(["doctor", "--repair"], environment: ["TERM": "xterm-256color"])
      #expect([0, 1, 65, 69].contains(doctor.status), "\(doctor)")
      guard doctor.complaint.contains("rebuilt") else { continue }
      _ = try CacheState(place.cache)
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: (place.cache as NSString).deletingLastPathComponent
      ).filter { $0.contains(".damaged") }
      #expect(!kept.isEmpty, "the old file is gone")
      #expect(try place.run(["import"] + PublicCase.tiny.exports).status == 0)
      for name in kept { unlink((place.cache as NSString).deletingLastPathComponent + "/" + name) }
    }
    print("\(Self.damages) damaged caches, \(told) of them refused by score")
    #expect(told > 0)
  }

  /// Some bits turned, or the end cut off.
  private static func damaged(_ whole: Data, _ dice: inout SeededGenerator) -> Data {
    var bytes = whole
    if dice.next() % 3 == 0 {
      return bytes.prefix(Int.random(in: 1..<whole.count, using: &dice))
    }
    for _ in 0...Int.random(in: 0...40, using: &dice) {
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] ^=
        1 << UInt8.random(in: 0..<8, using: &dice)
    }
    return bytes
  }
}

extension Workplace {
  /// Starts the program as a user who owns nothing, where tests are run by root.
  static let asNobody =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  static let runsAsNobody =
    (try? Workplace().run(["--version"], through: asNobody))?.status == 0

  /// Lets another user through to a folder below the place, and gives it these permissions.
  fileprivate func openFolders(to path: String, _ permissions: mode_t) throws {
    var parent = (path as NSString).deletingLastPathComponent
    while parent.count >= folder.count {
      chmod(parent, 0o755)
      parent = (parent as NSString).deletingLastPathComponent
    }
    chmod(path, permissions)
  }
}
