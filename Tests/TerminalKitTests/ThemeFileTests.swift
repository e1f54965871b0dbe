import TerminalKit
import Testing

@Suite struct ThemeFileTests {
  /// Roles that may be fainter than text.
  static let dim: Set<Role> = [
    .textDim, .border, .crumb, .gaugeEmpty, .gaugeBaseline, .chartAxis, .statusUnknown,
    .statusStale, .deltaNone, .inputHint, .scrollbar,
  ]

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

  @Test(arguments: ThemeFile.names)
  func `every text stands out from every ground it can meet`(name: String) throws {
    let theme = try Theme(resolving: ThemeFile(named: name).definition())
    for ground in Role.allCases where ground.isGround {
      for role in Role.allCases where !role.isGround {
        let style = theme.style(role: role, on: ground)
        let need = Self.dim.contains(role) && theme[ground].foreground == nil ? 3.0 : 4.5
        expectContrast(style, atLeast: need, "\(role.rawValue) on \(ground.rawValue)")
        let reduced = style.quantized(to: .palette256)
        expectContrast(reduced, atLeast: need > 4 ? 3 : 2.2, "256: \(role) on \(ground)")
      }
    }
  }

  private func expectContrast(_ style: Style, atLeast need: Double, _ pair: String) {
    guard let front = style.foreground, let back = style.background,
      let ratio = Contrast.ratio(front, back)
    else { return }
    #expect(ratio >= need, "\(pair)")
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
