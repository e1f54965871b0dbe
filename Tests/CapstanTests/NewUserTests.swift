import Foundation
import Glibc
import Testing

/// Somebody who has just installed the program.
@Suite struct NewUserTests {
  @Test func `without a cache there is a welcome, and q leaves`() throws {
    let place = try Workplace()
    let screen = try place.terminal()
    try screen.wait(forText: "Welcome to Capstan")
    #expect(screen.text.contains("open the demo partner"))
    #expect(!FileManager.default.fileExists(atPath: place.cache))
    screen.send("q")
    #expect(WaitStatus(try screen.waitExit()).code == 0)
  }

  @Test func `exports are imported by their path`() throws {
    let place = try Workplace()
    try place.copy(try #require(PublicCase.tiny.exports.first), to: "exports")
    let screen = try place.terminal(["--as-of", "2024-07-15"])
    try screen.wait(forText: "Welcome to Capstan")
    screen.send("i")
    try screen.wait(forText: "Folder or file to import")
    screen.send(place.path("exports") + "\r")
    try screen.wait(forText: "areas qualify")
    try screen.wait(forText: "Imported")
    #expect(screen.line(0).contains("Fjordline Consulting"), "\(screen.text)")
    #expect(screen.line(1).contains("1 Data & AI 38"), "\(screen.text)")
  }

  @Test func `Tab completes a path as far as there is one way, and shows the others`() throws {
    let place = try Workplace()
    for name in ["exports/june.csv", "exports-old/june.csv", "notes.md"] {
      _ = try place.write("x", to: name) as String
    }
    let screen = try place.terminal()
    try screen.wait(forText: "Welcome to Capstan")
    screen.send("i~/e\t")
    try screen.wait(forText: "~/exports-old/")
    #expect(screen.text.contains("~/exports/"), "\(screen.text)")
    screen.send("-\t")
    try screen.wait("the only way") {
      screen.text.contains("~/exports-old/") && !screen.text.contains("~/exports/")
    }
    screen.send("\t")
    try screen.wait(forText: "~/exports-old/june.csv")
  }

  @Test func `a path without exports says so, and asks again`() throws {
    let place = try Workplace()
    let screen = try place.terminal()
    try screen.wait(forText: "Welcome to Capstan")
    screen.send("i/nonexistent/exports\r")
    try screen.wait("the reason") { screen.line(screen.size.rows - 2).contains("/nonexistent") }
    screen.send("i")
    try screen.settle()
    #expect(screen.text.contains("Folder or file to import"), "\(screen.text)")
  }

  @Test func `the demo is one key away, and keeps out of the user's own cache`() throws {
    let place = try Workplace()
    let screen = try place.terminal()
    try screen.wait(forText: "Welcome to Capstan")
    screen.send("d")
    try screen.wait(forText: "areas qualify", seconds: 180)
    #expect(screen.line(1).contains("6 Business"), "\(screen.text)")
    let score = try place.run("score")
    #expect(score.status == 66, "the demo's tenants would be scored with the user's own")
  }
}
