import Foundation
import GRDB
import Glibc
import Testing

/// What goes wrong ends with the right code and one line (spec: commands.md, errors).
@Suite struct ErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var code: Int32
    var arguments: [String]
    /// What the line must name.
    var words: [String]
    var testDescription: String { "\(code): \(arguments.joined(separator: " "))" }

    init(_ code: Int32, _ arguments: String..., says words: String...) {
      (self.code, self.arguments, self.words) = (code, arguments, words)
    }
  }

  static let mistakes = [
    Mistake(64, "--nonsense", says: "--nonsense"),
    Mistake(64, "nonsense", says: "nonsense"),
    Mistake(64, "import", says: "path"),
    Mistake(64, "score", "--as-of", "yesterday", says: "yesterday"),
    Mistake(64, "score", "--format", "xml", says: "xml"),
    Mistake(64, "score", "--area", "nowhere", says: "'nowhere'", "data-ai"),
    Mistake(64, "explain", "nowhere", "deployments", says: "'nowhere'"),
    Mistake(64, "explain", "security", "deployment", says: "did you mean 'deployments'"),
    Mistake(64, "explain", "security", "deployments", "--segment", "x", says: "near-miss"),
    Mistake(64, "sample-exports", "x", "--tenants", "0", says: "--tenants"),
    Mistake(64, "dashboard", says: "capstan score"),
    Mistake(66, "import", "/nonexistent/exports", says: "/nonexistent/exports"),
    Mistake(66, "whatif", "/nonexistent.json", says: "/nonexistent.json"),
    Mistake(66, "rulebook", "check", "/nonexistent.toml", says: "/nonexistent.toml"),
    Mistake(66, "explain", "security", "deployments", "--tenant", "Nobody", says: "'Nobody'"),
    Mistake(66, "score", "--cache", "/nonexistent/cache", says: "/nonexistent/cache", "Import"),
    Mistake(73, "import", "--cache", "/proc/none/cache", ".", says: "/proc/none/cache"),
    Mistake(73, "sample-exports", "/proc/none", says: "/proc/none"),
    Mistake(78, "score", "--rulebook", "insight-2024", says: "did you mean 'insights-2024'"),
  ]

  @Test(arguments: mistakes)
  func `a mistake ends with its code and one line that names it`(_ mistake: Mistake) throws {
    let place = try Workplace().importing(.tiny)
    let outcome = try place.run(mistake.arguments)
    #expect(outcome.status == mistake.code)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    for words in mistake.words {
      #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    }
    #expect(!outcome.complaint.contains("\u{1B}"))
  }

  @Test(arguments: mistakes.filter { ["score", "explain"].contains($0.arguments[0]) })
  func `who asks for JSON gets the error as JSON, too`(_ mistake: Mistake) throws {
    let place = try Workplace().importing(.tiny)
    let arguments =
      mistake.arguments.contains("--format")
      ? mistake.arguments + ["--format=json"] : mistake.arguments + ["--format", "json"]
    let outcome = try place.run(arguments)
    let error = try outcome.json()["error"]
    #expect(outcome.status == mistake.code)
    #expect(error["code"].number == Double(mistake.code))
    #expect(error["message"].string?.isEmpty == false)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
  }

  @Test func `an import says in its report which path was not there`() throws {
    let outcome = try Workplace().run("import", "--format", "json", "/nonexistent/exports")
    let files = try outcome.json()["files"].items
    #expect(outcome.status == 66)
    #expect(files.compactMap { $0["error"].string }.count == 1, "\(outcome.output)")
  }

  // MARK: Files

  @Test(arguments: [
    ("notes.txt", Data("Dear partner,\nsee you.\n".utf8)),
    ("empty.csv", Data()),
    ("picture.csv", Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 151) })),
    ("cut.csv.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C])),
  ])
  func `a file that is no export is named, and the others go in`(
    _ name: String, _ content: Data
  ) throws {
    let place = try Workplace()
    try place.copy(try #require(PublicCase.tiny.exports.first), to: "exports")
    let bad = try place.write(content, to: "bad/\(name)")
    let outcome = try place.run("import", place.path("exports"), bad)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains(name), "\(outcome.complaint)")
    #expect(try place.run("score", "--as-of", "2024-07-15").status == 0)
  }

  @Test func `a folder without exports is no input`() throws {
    let place = try Workplace()
    try place.write("", to: "exports/.keep")
    let outcome = try place.run("import", place.path("exports"))
    #expect(outcome.status == 66)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains(place.path("exports")), "\(outcome.complaint)")
  }

  @Test func `a scenario that cannot be read names file and line`() throws {
    let place = try Workplace().importing(.tiny)
    let file = try place.write("{ \"schema\": 1,\n \"edits\": [ }\n", to: "plan.json")
    let outcome = try place.run("whatif", file)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("plan.json:2"), "\(outcome.complaint)")
  }

  @Test func `a file that is no cache is refused`() throws {
    let place = try Workplace()
    let file = try place.write("no database\n", to: "cache.txt")
    let outcome = try place.run("score", "--cache", file)
    #expect(outcome.status == 65)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains(file), "\(outcome.complaint)")
  }

  @Test func `output that cannot be written is an error`() throws {
    let place = try Workplace().importing(.tiny)
    let outcome = try place.run(["score"], output: "/dev/full")
    #expect(outcome.status == 74)
  }

  // MARK: The cache

  @Test func `a newer cache is not touched`() throws {
    let place = try Workplace().importing(.tiny)
    let cache = try DatabaseQueue(path: place.cache)
    try cache.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('of-tomorrow')")
    }
    for arguments in [["score"], ["import"] + PublicCase.tiny.exports] {
      let outcome = try place.run(arguments)
      #expect(outcome.status == 69)
      #expect(outcome.complaint.contains("newer Capstan"), "\(outcome.complaint)")
    }
  }

  @Test func `while somebody writes an import is busy, and reading is not`() throws {
    let place = try Workplace().importing(.tiny)
    let writer = try DatabasePool(path: place.cache)
    try writer.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      defer { try? database.execute(sql: "ROLLBACK") }
      let outcome = try place.run(["import", "--format", "json"] + PublicCase.tiny.exports)
      #expect(outcome.status == 69)
      #expect(outcome.complaint.contains("Another Capstan"), "\(outcome.complaint)")
      #expect(try outcome.json()["error"]["code"].number == 69)
      #expect(try place.run("score", "--as-of", "2024-07-15").status == 0)
    }
  }

  // MARK: Configuration

  @Test(arguments: [
    ("role = \"king\"\n", "role", 1),
    ("theme = \"terminal\"\n[keys]\n\"table.sort\" = [\"Hyper-x\"]\n", "table.sort", 3),
    ("[enrolment]\nmodern-work = \"soon\"\n", "modern-work", 2),
    ("[plan.effort]\nnew-tenant = -1\n", "new-tenant", 2),
    ("role = \n", "expected value", 1),
  ])
  func `a faulty configuration names file, line and key`(
    _ text: String, _ key: String, _ line: Int
  ) throws {
    let place = try Workplace().importing(.tiny)
    let file = try place.write(text, to: ".config/capstan/capstan.toml")
    let outcome = try place.run("score")
    #expect(outcome.status == 78)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("\(file):\(line)"), "\(outcome.complaint)")
    #expect(outcome.complaint.contains(key), "\(outcome.complaint)")
  }

  @Test func `an unknown key of the configuration only warns`() throws {
    let place = try Workplace().importing(.tiny)
    try place.write("colour = 1\n", to: ".config/capstan/capstan.toml")
    let outcome = try place.run("score")
    #expect(outcome.status == 0)
    #expect(outcome.complaint.contains("capstan.toml:1"), "\(outcome.complaint)")
    #expect(outcome.complaint.contains("colour"), "\(outcome.complaint)")
  }

  @Test func `a faulty rulebook names file, line and key`() throws {
    let place = try Workplace().importing(.tiny)
    let shipped = try place.run("rulebook", "show", "--toml").output
    let broken = shipped.replacing("pass-mark = 70", with: "pass-mark = 70\npas-mark = 7")
    try #require(broken != shipped, "the rulebook has no such line any more")
    let file = try place.write(broken, to: "own.toml")
    let outcome = try place.run("rulebook", "check", file)
    #expect(outcome.status == 78)
    #expect(outcome.complaints.count == 1, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("\(file):"), "\(outcome.complaint)")
    #expect(outcome.complaint.contains("pas-mark"), "\(outcome.complaint)")
  }

  // MARK: Escapes

  @Test(arguments: [
    ["score"], ["score", "--format", "csv"], ["tenants"], ["workloads"], ["individuals"],
    ["datasets"], ["rejects"], ["rulebook", "list"], ["rulebook", "show"],
    ["explain", "modern-work", "deployments"], ["--help"], ["--version"],
  ])
  func `without a terminal nothing is coloured`(_ arguments: [String]) throws {
    let place = try Workplace().importing(.tiny)
    let outcome = try place.run(arguments)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test(arguments: [("", true), ("1", false)])
  func `on a terminal a score is coloured unless NO_COLOR is set`(
    _ value: String, _ isColored: Bool
  ) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.terminal(["score"], environment: ["NO_COLOR": value], rows: 200)
    #expect(WaitStatus(try screen.waitExit()).code == 0)
    #expect(screen.log.contains(0x1B) == isColored)
    #expect(screen.text.contains("Data & AI"))
  }
}
