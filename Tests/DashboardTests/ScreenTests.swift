import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// Every screen at the sizes that matter, in both sign sets, as text.
@Suite struct ScreenTests {
  struct Shape: CustomTestStringConvertible {
    var columns: Int
    var rows: Int
    var isASCII = false

    var name: String { "\(columns)x\(rows)\(isASCII ? "-ascii" : "")" }
    var testDescription: String { name }
    var glyphs: Glyphs { isASCII ? .ascii : .unicode }
  }

  static let shapes = [
    Shape(columns: 120, rows: 40), Shape(columns: 80, rows: 24), Shape(columns: 60, rows: 15),
    Shape(columns: 80, rows: 24, isASCII: true),
  ]

  static let screens: [(name: String, keys: String)] = [
    ("overview", ""),
    ("area", "4"),
    ("area-other-track", "4 t"),
    ("contributors-tenants", "4 j Enter"),
    ("contributors-pairs", "6 Enter"),
    ("contributors-people", "2 j Enter"),
    ("contributors-workloads", "2 G Enter"),
    ("contributors-near-miss", "4 Enter n n n n"),
    ("criteria", "5 c"),
    ("tenant", "5 Enter Enter"),
    ("person", "2 j Enter Enter"),
    ("tenants", "o Enter"),
    ("workloads", "o j Enter"),
    ("people", "o j j Enter"),
    ("expiring", "o c"),
    ("workload", "o j Enter Enter"),
    ("usage", "o Enter Enter O"),
    ("history", "4 H"),
    ("moves", "4 H j j Enter"),
    ("plan", "4 p"),
    ("editing", "o Enter Enter O e 5 0 0 0"),
    ("what-if", "o Enter Enter O e 5 0 0 0 Enter 1"),
    ("edits", "o Enter Enter O e 5 0 0 0 Enter D"),
    ("scenarios", "o Enter Enter O e 5 0 0 0 Enter W Enter w"),
    ("compared", "o Enter Enter O e 5 0 0 0 Enter v"),
    ("usage-edited", "o Enter Enter O e 5 0 0 0 Enter"),
    ("columns", "o Enter C"),
    ("help", "?"),
    ("palette", ": s o r t"),
    ("filter", "o Enter / e l"),
    ("help-word", "? p a u"),
    ("deep", "o j Enter Enter Enter Enter"),
    ("contributors-lost", "1 Enter n n n n"),
  ]

  @Test(arguments: shapes, screens.indices)
  func `a screen looks as recorded`(_ shape: Shape, _ number: Int) throws {
    let screen = Self.screens[number]
    var script = Script(
      try TinyPartner.standings(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.type(screen.keys)
    try expectSnapshot(script.screen, named: "\(screen.name)-\(shape.name)")
    #expect(script.lines.allSatisfy { TextWidth.columns($0) <= shape.columns })
  }

  @Test(arguments: shapes)
  func `without data there is a welcome`(_ shape: Shape) throws {
    let script = Script(nil, columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    try expectSnapshot(script.screen, named: "welcome-\(shape.name)")
  }

  @Test(arguments: shapes)
  func `a long reason is shown whole`(_ shape: Shape) throws {
    var script = Script(
      try TinyPartner.standings(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    script.apply(.failed(words))
    #expect(words.split(separator: " ").allSatisfy { script.screen.contains($0) })
    try expectSnapshot(script.screen, named: "long-reason-\(shape.name)")
  }

  @Test(arguments: shapes)
  func `a month that is missing is said where the scores are`(_ shape: Shape) throws {
    var standings = try TinyPartner.standings()
    standings.freshness[0].missingMonths = [try #require(Month("2024-05"))]
    var script = Script(
      standings, columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    #expect(script.screen.contains("AzureUsage has no data for May 2024"))
    script.type("4")
    #expect(script.screen.contains("AzureUsage has no data for May 2024"))
    script.type("Enter")
    #expect(!script.screen.contains("AzureUsage has no data for May 2024"))
  }

  @Test(arguments: [(59, 40), (120, 14), (40, 10), (20, 3), (8, 1), (1, 1)])
  func `below 60×15 one line asks for more room`(_ columns: Int, _ rows: Int) throws {
    let script = Script(try TinyPartner.standings(), columns: columns, rows: rows)
    let wanted = "Capstan needs 60×15; this is \(columns)×\(rows)"
    let shown = TextWidth.truncate(wanted, to: columns)
    #expect(script.lines[0] == shown)
    #expect(script.lines.dropFirst().allSatisfy { $0.isEmpty })
  }
}
