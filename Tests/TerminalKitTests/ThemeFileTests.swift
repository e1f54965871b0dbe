import TerminalKit
import Testing

@Suite struct ThemeFileTests {
  @Test(arguments: ThemeFile.names)
  func `a shipped theme gives every role a style that can be read`(name: String) throws {
    let file = try ThemeFile(named: name)
    #expect(file.name == name)
    #expect(Theme.Variant(rawValue: file.variant) != nil)
    #expect(try Set(file.definition().styles.keys) == Set(Role.allCases))
  }

  @Test func `the terminal theme's file is the built-in theme`() throws {
    #expect(try ThemeFile(named: "terminal").definition() == .terminal)
  }

  @Test(arguments: ThemeFile.names)
  func `the background leaves the colour of the text to the roles`(name: String) throws {
    #expect(try ThemeFile(named: name).definition().styles[.background]?.foreground == nil)
  }

  /// The terminal's own sixteen colours leave no hue that is readable on every reference palette.
  @Test(arguments: ThemeFile.names.filter { $0 != "terminal" })
  func `every text stands out from every ground it can meet`(name: String) throws {
    let check = try ThemeCheck(Theme(resolving: ThemeFile(named: name).definition()))
    #expect(check.contrastFindings(depths: [.direct]).isEmpty)
    for finding in check.contrastFindings(depths: [.palette256]) {
      guard case .contrast(_, _, _, _, let ratio, let need) = finding else { continue }
      #expect(ratio >= (need > ThemeCheck.dimContrast ? 3 : 2.2), "\(finding)")
    }
  }

  @Test(arguments: [
    ("deuteranopia", Contrast.Deficiency.deuteranopia), ("tritanopia", .tritanopia),
  ])
  func `met, near and unmet stay apart for the eyes a theme is made for`(
    name: String, deficiency: Contrast.Deficiency
  ) throws {
    let theme = try Theme(resolving: ThemeFile(named: name).definition())
    let colors = [Role.statusMet, .statusNear, .statusUnmet]
      .compactMap { theme[$0].foreground }
      .map { Contrast.simulated($0, for: deficiency) }
    #expect(colors.count == 3)
    for (left, right) in [(0, 1), (0, 2), (1, 2)] {
      #expect(try #require(Contrast.difference(colors[left], colors[right])) > 30)
    }
  }

  @Test func `a plain red and a plain green are no pair for deuteranopia`() throws {
    let red = Contrast.simulated(.rgb(160, 90, 20), for: .deuteranopia)
    let green = Contrast.simulated(.rgb(110, 110, 20), for: .deuteranopia)
    #expect(try #require(Contrast.difference(red, green)) < 10)
  }
}
