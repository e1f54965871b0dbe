import Foundation
import Glibc
import Testing

/// The dashboard and its terminal: types, signals, suspension, the end.
@Suite struct TerminalTests {
  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"])
  func `it runs on the usual types of terminal`(_ type: String) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard(environment: ["TERM": type], columns: 80, rows: 24)
    #expect(screen.line(0).hasPrefix(" Capstan"))
    screen.send("4\r")
    try screen.settle()
    #expect(screen.line(3).contains("Net customer adds"), "\(screen.text)")
    #expect(screen.text.contains("Fen"), "\(screen.text)")
    screen.send("Q")
    #expect(WaitStatus(try screen.waitExit()).code == 0)
    #expect(screen.modes == .cooked)
  }

  @Test(arguments: [("dumb", "\"dumb\""), (nil, "TERM is not set"), ("no-such", "\"no-such\"")])
  func `a terminal that will not do is an error that names it`(
    _ type: String?, _ words: String
  ) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.terminal(environment: ["TERM": type])
    #expect(WaitStatus(try screen.waitExit()).code == 64)
    #expect(screen.text.contains(words), "\(screen.text)")
    #expect(screen.text.contains("capstan score"), "\(screen.text)")
    #expect(!screen.log.contains(0x1B))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends it, and the terminal is as it was`(_ signal: Int32) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    #expect(screen.isAlternateScreen && !screen.modes.echoes)
    screen.signal(signal)
    #expect(WaitStatus(try screen.waitExit()).code == 128 + signal)
    #expect(!screen.isAlternateScreen && screen.isCursorVisible && screen.mouseMode == 0)
    #expect(screen.modes == .cooked)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT])
  func `a crash gives the terminal back and says where the log is`(_ signal: Int32) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.signal(signal)
    #expect(WaitStatus(try screen.waitExit()).signal == signal)
    #expect(!screen.isAlternateScreen && screen.isCursorVisible && screen.mouseMode == 0)
    #expect(screen.modes == .cooked)
    let log = place.path(".local/state/capstan/capstan.log")
    #expect(screen.text.contains("this is a bug"), "\(screen.text)")
    #expect(screen.text.replacingOccurrences(of: "\n", with: "").contains(log), "\(screen.text)")
    let text = try String(contentsOfFile: log, encoding: .utf8)
    #expect(text.contains("begins") && text.contains("crash: signal \(signal < 10 ? "0" : "")"))
    let mode = try FileManager.default.attributesOfItem(atPath: log)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `what goes wrong on the dashboard is in the log`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    rename(try place.write("no cache", to: "other.sqlite"), place.cache)
    screen.send("R")
    try screen.wait("the log") {
      let log = try? String(
        contentsOfFile: place.path(".local/state/capstan/capstan.log"), encoding: .utf8)
      return log?.contains(" error ") ?? false
    }
    screen.send("q")
    _ = try screen.waitExit()
  }

  @Test func `leaving gives the terminal back`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.send("q")
    #expect(WaitStatus(try screen.waitExit()).code == 0)
    #expect(!screen.isAlternateScreen && screen.isCursorVisible && screen.mouseMode == 0)
    #expect(screen.modes == .cooked)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg takes it again`() throws {
    let place = try Workplace().importing(.tiny)
    let command = "set -m; '\(Workplace.program)' --as-of 2024-07-15; read -r line; fg >/dev/null"
    let screen = try TestTerminal(
      ["/bin/bash", "-c", command], environment: ["HOME": place.folder], columns: 120, rows: 40)
    try screen.wait(forText: "areas qualify")
    screen.send("4j")
    try screen.settle()
    let before = screen.text
    screen.send("\u{1A}")
    try screen.wait("the shell") { !screen.isAlternateScreen && screen.modes == .cooked }
    #expect(screen.isCursorVisible && screen.mouseMode == 0)
    screen.send("\n")
    try screen.wait("the dashboard") { screen.isAlternateScreen && screen.text == before }
    screen.send("q q")
    #expect(WaitStatus(try screen.waitExit()).code == 0)
  }

  @Test func `a closed window ends it`() throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard()
    screen.hangUp()
    // What it hears first: the signal, or that nothing can be read any more.
    #expect([0, 128 + SIGHUP].contains(WaitStatus(try screen.waitExit()).code))
  }

  // MARK: Signs and colours

  @Test(arguments: [
    (["--ascii"], "C.UTF-8"), ([], "C"), ([], "POSIX"),
  ])
  func `without unicode every byte is ASCII`(_ arguments: [String], _ locale: String) throws {
    let place = try Workplace().importing(.tiny)
    let screen = try place.dashboard(arguments, environment: ["LANG": locale])
    for keys in ["4t", "j\r", "?", "\u{1B}", "H", ":sort", "\u{1B}", "T", "\u{1B}", "o\r\rOe*2"] {
      screen.send(keys)
      try screen.settle()
      let odd = String(decoding: screen.log, as: UTF8.self).unicodeScalars.filter { !$0.isASCII }
      #expect(odd.isEmpty, "\(String(String.UnicodeScalarView(odd)))\n\(screen.text)")
    }
    #expect(screen.text.contains("Alder"))
  }

  @Test func `in a unicode locale there are unicode signs`() throws {
    let place = try Workplace().importing(.tiny)
    #expect(try place.dashboard().log.contains { $0 >= 0x80 })
  }

  @Test(arguments: [
    ("xterm-256color", nil), ("xterm-256color", "truecolor"), ("linux", nil),
  ])
  func `NO_COLOR sends no colour`(_ type: String, _ promise: String?) throws {
    let place = try Workplace().importing(.tiny)
    let environment = ["TERM": type, "COLORTERM": promise]
    let colored = try place.dashboard(environment: environment)
    #expect(!colors(in: colored.log).isEmpty)
    let screen = try place.dashboard(
      ["--theme", "dark"], environment: environment.merging(["NO_COLOR": "1"]) { $1 })
    screen.send("4j\r/e\r?")
    try screen.settle()
    #expect(colors(in: screen.log).isEmpty)
  }

  /// The colours among all parameters of `CSI … m`.
  private func colors(in log: [UInt8]) -> [Int] {
    let text = String(decoding: log, as: UTF8.self)
    return text.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { match in
      match.1.split(whereSeparator: { $0 == ";" || $0 == ":" }).compactMap { Int($0) }
    }.filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
  }
}
