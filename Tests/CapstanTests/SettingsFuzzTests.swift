import CapabilityScore
import Foundation
import RuleFiles
import Testing

@testable import capstan

/// Whatever a file of the user's holds, it is read, or refused at one of its lines.
@Suite struct SettingsFuzzTests {
  private static let scraps = [
    "\"", "'", "[", "]", "[[", "{", "}", "=", ":", ",", ".", "#", "\n", "\\", "\\u", "0", "-1",
    "1e999", "nan", "null", "true", "2024-02-30", "\u{0}", "\u{2028}", "é", "\u{301}", " ", "\t",
    "9223372036854775808", "on", "sign", "extends = \"mine\"", "\"schema\": 2",
    "\"months\": \"ttm\"",
  ]

  private static func edited(_ text: String, _ dice: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &dice) {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...12, using: &dice))
      let scrap = scraps.randomElement(using: &dice) ?? ""
      switch Int.random(in: 0...4, using: &dice) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: scrap.utf8, at: place)
      case 2: bytes.replaceSubrange(place..<end, with: scrap.utf8)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: bytes.count / 2)
      default: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      }
      if bytes.isEmpty { bytes = [UInt8(ascii: "x")] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expect(_ line: Int, in text: String, _ problem: String) {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    #expect((1...lines).contains(line), "\(problem) in \(lines) lines")
    #expect(!problem.isEmpty)
  }

  @Test(arguments: FuzzRuns.count(200))
  func `an edited theme is read, or refused at one of its lines`(_ seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    let shipped = try #require(ThemeFiles.shipped.randomElement(using: &dice))
    let text = Self.edited(shipped.text, &dice)
    var warnings: [String] = []
    do {
      let file = try ThemeFile(TOMLNode(text: text, file: "fuzz.toml"), warnings: &warnings)
      _ = try ThemeFile.theme([file])
    } catch {
      #expect(error.file == "fuzz.toml")
      expect(error.line, in: text, error.problem)
    }
    #expect(warnings.allSatisfy { $0.hasPrefix("fuzz.toml:") }, "\(warnings)")
  }

  private static let configuration = """
    role = "partner-admin"
    rulebook = "insights-2024"
    theme = "nord"
    [enrolment]
    modern-work = 2025-08-15
    data-ai = 2024-04-30
    [keys]
    "table.sort" = ["s", "Ctrl-R"]
    "go.in" = []
    [plan.effort]
    new-tenant = 1.0
    certification = 0.5
    """

  @Test(arguments: FuzzRuns.count(200))
  func `an edited configuration is read, or refused at one of its lines`(_ seed: Int) {
    var dice = SeededGenerator(seed: UInt64(seed) &+ 1_000_000)
    let text = Self.edited(Self.configuration, &dice)
    do {
      let configuration = try Configuration(text: text, file: "fuzz.toml")
      #expect(configuration.warnings.allSatisfy { $0.hasPrefix("fuzz.toml:") })
    } catch {
      #expect(error.file == "fuzz.toml")
      expect(error.line, in: text, error.problem)
    }
  }

  @Test(arguments: FuzzRuns.count(200))
  func `an edited scenario is read, or refused at one of its lines`(_ seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed) &+ 2_000_000)
    let name = try #require(PublicCase.tiny.scenarios.randomElement(using: &dice))
    let whole = try String(
      contentsOfFile: "\(PublicCase.tiny.folder)/scenarios/\(name).json", encoding: .utf8)
    let text = Self.edited(whole, &dice)
    do {
      let scenario = try ScenarioFile(name: "fuzz.json", text: text).scenario()
      let again = try ScenarioFile(
        name: "again.json", text: ScenarioFile.text(of: scenario)
      ).scenario()
      #expect(again == scenario, "what was read is not what is written")
    } catch {
      #expect(error.file == "fuzz.json")
      expect(error.line, in: text, error.problem)
    }
  }
}
