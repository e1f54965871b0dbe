import Foundation
import Glibc
import Testing

/// The dashboard follows the cache, and keeps what the user did.
@Suite struct LiveTests {
  @Test func `an import elsewhere is on the screen at once, with what moved`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.send("1jj")
    try screen.settle()
    #expect(screen.text.contains("38.0 of 100"))
    try importOneMorePerson(place)
    try screen.wait(forText: "New data: Data & AI 38.0 → 42.0")
    #expect(screen.text.contains("42.0 of 100"))
    #expect(screen.text.contains("▸ "))
  }

  @Test func `selection and filter stay where they were`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.send("o\r/r\rj")
    try screen.settle()
    let before = rows(of: screen)
    #expect(before.contains { $0.contains("▸ Bracken") || $0.contains("▸ Corvin") }, "\(before)")
    try importOneMorePerson(place)
    try screen.wait(forText: "New data")
    #expect(rows(of: screen) == before)
    screen.send("j")
    try screen.settle()
    #expect(screen.text.contains("filter: r"), "\(screen.text)")
  }

  @Test func `the scenario stays on top of the new data`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    try editElm(screen)
    try importOneMorePerson(place)
    try screen.wait(forText: "New data")
    #expect(screen.line(0).contains("1 edit"), "\(screen.text)")
    screen.send("0")
    try screen.settle()
    #expect(screen.line(1).contains("1 Data & AI 42"), "\(screen.text)")
    #expect(screen.line(1).contains("4 Modern Work 26"), "\(screen.text)")
  }

  @Test func `edits survive a kill and are offered again`() throws {
    let place = try Workplace().importing(.tiny)
    let first = try place.dashboard()
    try editElm(first)
    first.signal(SIGKILL)
    #expect(WaitStatus(try first.waitExit()).signal == SIGKILL)
    let second = try place.dashboard()
    try second.wait(forText: "WHAT-IF")
    #expect(second.line(0).contains("1 edit"), "\(second.text)")
    #expect(second.text.contains("edits of last time"), "\(second.text)")
    #expect(second.line(1).contains("4 Modern Work 26"), "\(second.text)")
  }

  @Test func `a second dashboard leaves the first one's edits alone`() throws {
    let place = try Workplace().importing(.tiny)
    let first = try place.dashboard()
    try editElm(first)
    let second = try place.dashboard()
    try second.wait(forText: "live")
    try second.settle()
    #expect(!second.text.contains("WHAT-IF"), "\(second.text)")
    try editElm(second)
    second.signal(SIGKILL)
    _ = try second.waitExit()
    first.signal(SIGKILL)
    _ = try first.waitExit()
    for number in 1...2 {
      let next = try place.dashboard()
      try next.wait(forText: "edits of last time")
      #expect(next.line(0).contains("1 edit"), "\(number): \(next.text)")
      next.send("0u")
      try next.wait(forText: "Undone")
      next.send("Q")
      _ = try next.waitExit()
    }
  }

  @Test func `a report viewer sees no name in a stored scenario, and takes no copy of it`() throws {
    let place = try Workplace().importing(.tiny)
    let file = try place.write(
      #"{ "schema": 1, "name": "Q3", "edits": [ { "edit": "certify", "individual": "secret@contoso.com", "certification": "Azure Developer Associate", "on": "2024-07-01" } ] }"#,
      to: "q3.json")
    try #require(try place.run("scenario", "import", file).status == 0)
    let screen = try place.dashboard(["--role", "report-viewer"])
    screen.send("wG\r")
    try screen.wait(forText: "WHAT-IF  Q3")
    screen.send("D")
    try screen.settle()
    #expect(screen.text.contains("Azure Developer") && !screen.text.contains("secret"))
    screen.send("ojj\rG")
    try screen.settle()
    #expect(!screen.text.contains("secret"), "\(screen.text)")
    screen.send("wGX\u{15}\(place.path("copy.json"))\r")
    try screen.wait(forText: "may not take a copy")
    #expect(!FileManager.default.fileExists(atPath: place.path("copy.json")))
  }

  @Test func `a theme that is saved is on the screen at once, a faulty one is not`() throws {
    let place = try Workplace().importing(.tiny)
    let theme = { (text: String) in try place.write(text, to: ".config/capstan/themes/mine.toml") }
    _ = try theme("name = \"mine\"\nextends = \"dark\"\n[palette]\nground = \"#102030\"\n")
    let screen = try place.dashboard(
      ["--theme", "mine"], environment: ["COLORTERM": "truecolor"])
    #expect(screen.cell(60, 30).background == .rgb(0x10, 0x20, 0x30))
    _ = try theme("name = \"mine\"\nextends = \"dark\"\n[palette]\nground = \"#302010\"\n")
    try screen.wait(forText: "Theme mine read again")
    #expect(screen.cell(60, 30).background == .rgb(0x30, 0x20, 0x10))
    let file = try theme("name = \"mine\"\n[palette]\nground = \"#30201\"\n")
    try screen.wait(forText: "mine.toml:3")
    #expect(screen.cell(60, 30).background == .rgb(0x30, 0x20, 0x10), "\(file)")
  }

  @Test func `a score without the dashboard knows nothing of running edits`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    try editElm(screen)
    let score = try place.run("score", "--format", "json", "--as-of", "2024-07-15").json()
    #expect(try PublicCase.tiny.answer("expected.json").differences(from: score).isEmpty)
  }

  /// Adds 200 to what is first on the page of Elm's usage.
  private func editElm(_ screen: TestTerminal) throws {
    screen.send("o\r/elm\r\rOe+200\r")
    try screen.settle()
    #expect(screen.line(0).contains("WHAT-IF"), "\(screen.text)")
    #expect(screen.line(1).contains("4 Modern Work 26"), "\(screen.text)")
  }

  private func importOneMorePerson(_ place: Workplace) throws {
    let folder = try #require(PublicCase.tiny.exports.first)
    let people = try String(contentsOfFile: "\(folder)/TrainingCompletions.csv", encoding: .utf8)
    let row = """
      4510001,1,Azure Data Engineer Associate,Certification,Lea,Berg,lea.private@mail.example,\
      lea@fjordline.example,2023-05-01,,Active,2023-05,Yes,,4510001,Fjordline Consulting,Bergen,Norway

      """
    let text = people.hasSuffix("\n") ? people + row : people + "\n" + row
    let file = try place.write(text, to: "newer/TrainingCompletions.csv")
    let outcome = try place.run("import", file)
    #expect(outcome.status == 0, "\(outcome.complaint)")
  }

  private func rows(of screen: TestTerminal) -> [String] {
    (3..<screen.size.rows - 2).map(screen.line)
  }
}
