import CapabilityScore
import RuleFiles
import Testing

/// Whatever a rulebook file holds, it loads or it says where it is wrong.
@Suite struct RulebookFuzzTests {
  private static let shipped = RulebookFile.shipped[0].text

  private static let scraps = [
    "\"", "'", "\"\"\"", "[", "]", "[[", "]]", "{", "}", "=", ".", "#", "\n", "\r\n", "\\", "0",
    "-",
    "1e999", "nan", "2024-02-30", "true", "[[measure]]", "[[area.track]]", "id = \"x\"", "\u{0}",
    "\u{2028}", "é", "\u{301}", "extends = \"insights-2024\"", ",", " ", "9223372036854775808",
  ]

  private func edited(_ text: String, _ dice: inout Dice) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<dice.roll(1...4) {
      let place = dice.roll(0...bytes.count - 1)
      let end = min(bytes.count, place + dice.roll(1...12))
      switch dice.roll(0...4) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: dice.pick(Self.scraps).utf8, at: place)
      case 2: bytes.replaceSubrange(place..<end, with: dice.pick(Self.scraps).utf8)
      case 3:
        let other = dice.roll(0...bytes.count - 1)
        bytes.insert(contentsOf: bytes[other..<min(bytes.count, other + 40)], at: place)
      default: bytes[place] = UInt8(dice.roll(0...255))
      }
      if bytes.isEmpty { bytes = [UInt8(ascii: "x")] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func check(_ text: String) {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    do {
      _ = try RulebookFile(name: "fuzz.toml", text: text).rulebook(among: [])
    } catch {
      #expect(error.file == "fuzz.toml")
      #expect((1...lines).contains(error.line), "\(error) in \(lines) lines")
      #expect(!error.problem.isEmpty)
    }
  }

  @Test(arguments: FuzzRuns.count(150))
  func `an edited rulebook loads or is refused at one of its lines`(seed: Int) {
    var dice = Dice(seed: seed)
    check(edited(RulebookSample.text, &dice))
  }

  @Test(arguments: FuzzRuns.count(6))
  func `so does the shipped one`(seed: Int) {
    var dice = Dice(seed: seed &+ 5000)
    check(edited(Self.shipped, &dice))
  }
}
