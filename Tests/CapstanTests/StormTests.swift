import Foundation
import Glibc
import Testing

/// Random keys and sizes, from a seed: the program must stay, and its frame be whole.
@Suite struct StormTests {
  /// How long to press keys.
  static let seconds = Double(FuzzRuns.count(60).count)

  /// Keys that do not leave; those of the table, typing, and what terminals send for others.
  static let keys: [String] =
    "0123456jkhlgGosSnNzfFtHciUeAxubDwpaTPMyYzR'/:?+-=>~! ".map(String.init) + [
      "\r", "\r", "\u{1B}", "\u{1B}", "\t", "\u{7F}", "\u{4}", "\u{15}", "\u{12}", "\u{1B}[A",
      "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H", "\u{1B}[F",
      "\u{1B}[Z", "\u{1B}[200~Teams\n\u{7}\u{1B}[201~", "\u{1B}[<0;20;9M", "\u{1B}[<65;20;9M",
      "é", "世", "\u{1B}[999;1Z",
    ]

  @Test func `random keys neither crash it nor spoil its frame`() throws {
    let place = try Workplace().importing(.medium)
    var dice = SeededGenerator(seed: 20_240_715)
    var screen = try place.dashboard(columns: 100, rows: 30)
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var typed: [String] = []
    while ContinuousClock.now < end {
      let keys = (0..<8).compactMap { _ in Self.keys.randomElement(using: &dice) }
      typed = typed.suffix(64) + keys
      screen.send(keys.joined())
      if try settleOrLeave(screen, typed) {
        screen = try place.dashboard(columns: 100, rows: 30)
        continue
      }
      try clear(screen)
      expectWhole(screen, typed)
    }
  }

  @Test func `resizes between keys neither crash it nor spoil its frame`() throws {
    let place = try Workplace().importing(.medium)
    var dice = SeededGenerator(seed: 7)
    let screen = try place.dashboard()
    let keys = ["4", "j", "\r", "\u{1B}", "o", "?", "/", "e", "G", "H", "t", "z", "c", "5"]
    for _ in 0..<60 {
      let (columns, rows) = (
        Int.random(in: 1...300, using: &dice), Int.random(in: 1...100, using: &dice)
      )
      screen.resize(columns: columns, rows: rows)
      // The window's signal may be handled after keys that come with it.
      try screen.settle()
      screen.send(keys.randomElement(using: &dice) ?? "j")
      try screen.settle()
      if columns >= 60 && rows >= 15 { expectWhole(screen, ["\(columns)x\(rows)"]) }
    }
    screen.resize(columns: 59, rows: 14)
    try screen.settle()
    try screen.settle()
    #expect(screen.line(0) == "Capstan needs 60×15; this is 59×14")
    screen.resize(columns: 120, rows: 40)
    for key in ["\u{1B}", "\u{1B}", "\u{1B}", "4"] {
      screen.send(key)
      try screen.settle()
    }
    expectWhole(screen, [])
    #expect(screen.line(4).contains(" of 100"), "\(screen.text)")
  }

  /// Waits for the plan that is worked out in the background, also behind a page of help, and takes
  /// away what a long notice covers, by a key that does nothing.
  private func clear(_ screen: TestTerminal) throws {
    repeat {
      try screen.wait("the plan") { !screen.text.contains("Working it out…") }
      try screen.settle()
      screen.send("~")
      try screen.settle()
    } while screen.text.contains("Working it out…")
  }

  /// - Returns: Whether the program left because the keys, through the palette, asked it to.
  private func settleOrLeave(_ screen: TestTerminal, _ typed: [String]) throws -> Bool {
    do {
      try screen.settle()
      return false
    } catch TestTerminalFailure.ended(let status, _) where WaitStatus(status).code == 0 {
      return true
    } catch {
      Issue.record("\(error)\nafter \(typed)")
      throw error
    }
  }

  /// The frame is what drawing all of it anew gives, has its title, and no control characters.
  private func expectWhole(_ screen: TestTerminal, _ typed: [String]) {
    let before = frame(screen)
    #expect(before.first?.hasPrefix(" Capstan") == true, "\(typed): \(screen.text)")
    let controls = screen.text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
    #expect(controls.isEmpty, "\(typed)")
    screen.send("\u{C}")
    do { try screen.settle() } catch {
      Issue.record("\(error)\nafter \(typed)")
      return
    }
    let after = frame(screen)
    #expect(before == after, "\(typed)")
  }

  /// Without the line of notices, which any key clears.
  private func frame(_ screen: TestTerminal) -> [String] {
    (0..<screen.size.rows).filter { $0 != screen.size.rows - 2 }.map(screen.line)
  }
}
