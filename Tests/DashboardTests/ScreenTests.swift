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
    Shape(columns: 80, rows: 24, isASCII: true), Shape(columns: 40, rows: 10),
  ]

  static let screens: [(name: String, keys: String)] = [
    ("overview", ""),
    ("area", "4"),
    ("area-other-track", "4 t"),
    ("contributors-tenants", "4 j Enter"),
    ("contributors-pairs", "6 Enter"),
    ("contributors-people", "2 j Enter"),
    ("contributors-near-miss", "4 Enter n n n n"),
    ("criteria", "5 c"),
    ("tenant", "5 Enter Enter"),
    ("person", "2 j Enter Enter"),
    ("tenants", "o Enter"),
    ("workloads", "o j Enter"),
    ("people", "o j j Enter"),
    ("workload", "o j Enter Enter"),
    ("history", "4 H"),
    ("help", "?"),
    ("palette", ": s o r t"),
    ("filter", "o Enter / e l"),
  ]

  @Test(arguments: shapes, screens.indices)
  func `a screen looks as recorded`(_ shape: Shape, _ number: Int) throws {
    let screen = Self.screens[number]
    var script = Script(
      try TinyPartner.standings(), columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    script.type(screen.keys)
    try expectSnapshot(script.screen, named: "\(screen.name)-\(shape.name)")
    if shape.isASCII { #expect(script.screen.unicodeScalars.allSatisfy { $0.isASCII }) }
    #expect(script.lines.allSatisfy { TextWidth.columns($0) <= shape.columns })
  }

  @Test(arguments: shapes)
  func `without data there is a welcome`(_ shape: Shape) throws {
    let script = Script(nil, columns: shape.columns, rows: shape.rows, glyphs: shape.glyphs)
    try expectSnapshot(script.screen, named: "welcome-\(shape.name)")
  }
}
