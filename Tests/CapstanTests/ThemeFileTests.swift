import RuleFiles
import TerminalKit
import Testing

@testable import capstan

/// The shipped theme files, and what a user's own may do.
@Suite struct ThemeFileTests {
  private static let shipped = ThemeFiles(folder: "/nowhere")

  @Test func `the shipped files are themes without a warning`() {
    #expect(Self.shipped.warnings.isEmpty)
    #expect(Self.shipped.themes.count == ThemeFiles.shipped.count)
    for (theme, file) in zip(Self.shipped.themes, ThemeFiles.shipped) {
      #expect(theme.name + ".toml" == file.name)
    }
  }

  @Test func `the terminal theme's file is the built-in theme`() throws {
    #expect(try Self.theme("terminal") == .terminal)
  }

  @Test(arguments: shipped.themes.map(\.name), ThemeCheck.depths)
  func `every text can be read, and met told from unmet, with all colours and with fewer`(
    name: String, depth: ColorDepth
  ) throws {
    let findings = try ThemeCheck(Self.theme(name)).findings(at: depth)
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    ("deuteranopia", Contrast.Deficiency.deuteranopia), ("tritanopia", .tritanopia),
  ])
  func `met, near and unmet stay far apart for the eyes a theme is made for`(
    name: String, deficiency: Contrast.Deficiency
  ) throws {
    let theme = try Self.theme(name)
    let colors = [TerminalKit.Role.statusMet, .statusNear, .statusUnmet]
      .compactMap { theme[$0].foreground }
      .map { Contrast.simulated($0, for: deficiency) }
    #expect(colors.count == 3)
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
      #expect(try #require(Contrast.difference(colors[left], colors[right])) > 30)
    }
  }

  @Test func `a theme that gives a palette alone looks like the one it extends, in its colours`()
    throws
  {
    let theme = try Self.own(
      """
      name = "mine"
      extends = "dark"
      [palette]
      good = "#00ff00"
      """)
    #expect(theme.variant == .dark)
    #expect(theme[.statusMet].foreground == .rgb(0, 255, 0))
    #expect(try theme[.statusUnmet] == Self.theme("dark")[.statusUnmet])
  }

  @Test(arguments: ["dark", "light"])
  func `a theme that extends none takes what is missing from the base of its variant`(
    base: String
  ) throws {
    let theme = try Self.own(
      """
      name = "mine"
      variant = "\(base)"
      [roles]
      "status.met" = "bold"
      """)
    #expect(theme[.statusMet].attributes == .bold)
    #expect(try theme[.tableCursor] == Self.theme(base)[.tableCursor])
    #expect(try theme[.text] == Self.theme(base)[.text])
  }

  @Test func `red text on a ground of nobody's choice is found out, a red sign is not`() throws {
    let text = try Self.own("name = \"mine\"\n[roles]\n\"status.met\" = \"green\"")
    let findings = ThemeCheck(text).findings(at: .ansi16)
    #expect(
      findings.contains {
        guard case .contrast(.statusMet, _, _, let palette, _, _) = $0 else { return false }
        return palette == ReferencePalette.light.name
      })
    let sign = try Self.own("name = \"mine\"\n[roles]\n\"status.met\" = \"default sign green\"")
    #expect(ThemeCheck(sign).findings(at: .ansi16).isEmpty)
  }

  @Test func `colours too near for a colour-blind eye are found out`() throws {
    let theme = try Self.own(
      """
      name = "mine"
      variant = "dark"
      extends = "dark"
      [palette]
      good = "#7ec97e"
      bad = "#f28779"
      """)
    let findings = ThemeCheck(theme).findings(at: .direct)
    #expect(findings.count == 1)
    guard case .alike(_, _, .deuteranopia, _, _, _, _)? = findings.first else {
      Issue.record("found \(findings)")
      return
    }
  }

  private static func theme(_ name: String) throws -> Theme {
    try #require(shipped.themes.first { $0.name == name })
  }

  private static func own(_ text: String) throws -> Theme {
    let place = try Workplace()
    return try shipped.theme(named: place.write(text, to: "mine.toml")).theme
  }
}
