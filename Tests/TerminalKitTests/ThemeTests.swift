import TerminalKit
import Testing

@Suite struct ThemeTests {
  private let red = Color.rgb(200, 0, 0)
  private let blue = Color.rgb(0, 0, 200)
  private let white = Color.rgb(255, 255, 255)

  private func definition(
    _ name: String, extends: String? = nil, _ styles: [Role: Style]
  ) -> ThemeDefinition {
    ThemeDefinition(name: name, variant: .dark, extends: extends, styles: styles)
  }

  @Test(arguments: [
    (Role.textDim, Role.text), (.tableHeaderSorted, .tableHeader), (.statusMet, .text),
    (.tableCursorBlur, .tableCursor), (.keyDescription, .key), (.whatIfFrame, .text),
  ])
  func `a role's parent is what its dotted name begins with, or text`(role: Role, parent: Role) {
    #expect(role.parent == parent)
  }

  @Test func `text and background stand alone`() {
    #expect(Role.text.parent == nil)
    #expect(Role.background.parent == nil)
  }

  @Test func `a missing role takes its parent's style before the base theme's`() {
    let base = definition("base", [.tableHeaderSorted: Style(foreground: blue)])
    let own = definition("own", extends: "base", [.tableHeader: Style(foreground: red)])
    let theme = Theme(resolving: own, bases: ["base": base])
    #expect(theme[.tableHeaderSorted].foreground == red)
  }

  @Test func `a role without a parent in the file takes the base theme's style`() {
    let base = definition("base", [.statusMet: Style(foreground: blue)])
    let own = definition("own", extends: "base", [.text: Style(foreground: red)])
    let theme = Theme(resolving: own, bases: ["base": base])
    #expect(theme[.statusMet].foreground == blue)
    #expect(theme[.statusUnmet] == Theme.terminal[.statusUnmet])
  }

  @Test func `themes that extend each other, or one that is missing, still resolve`() {
    let left = definition("left", extends: "right", [.text: Style(foreground: red)])
    let right = definition("right", extends: "left", [.key: Style(foreground: blue)])
    let theme = Theme(resolving: left, bases: ["left": left, "right": right])
    #expect(theme[.key].foreground == blue)
    let lost = Theme(resolving: definition("lost", extends: "nowhere", [:]))
    #expect(lost[.text] == Theme.terminal[.text])
  }

  @Test func `a ground that names a foreground decides the colour of all text on it`() {
    let theme = Theme(
      resolving: definition(
        "own",
        [
          .tableCursor: Style(foreground: white, background: blue, attributes: .bold),
          .statusMet: Style(foreground: red, attributes: [.underline, .dim]),
        ]))
    let style = theme.style(role: .statusMet, on: .tableCursor)
    let expected = Style(
      foreground: white, background: blue, attributes: [.bold, .underline])
    #expect(style == expected)
  }

  @Test func `a ground without a foreground leaves the text its colour`() {
    let theme = Theme(
      resolving: definition(
        "own",
        [
          .background: Style(background: blue), .overlay: Style(background: white),
          .statusMet: Style(foreground: red), .input: Style(attributes: .underline),
        ]))
    #expect(theme.style(role: .statusMet, on: .overlay).foreground == red)
    #expect(theme.style(role: .statusMet, on: .overlay).background == white)
    #expect(theme.style(role: .statusMet, on: .input).background == blue)
  }

  @Test func `the built-in theme tells its states apart without any colour`() {
    let theme = Theme.terminal
    #expect(theme.style(role: .text, on: .tableCursor).attributes.contains(.reverse))
    #expect(theme.style(role: .text, on: .tabActive).attributes.contains(.reverse))
    for role in Role.allCases {
      #expect(theme[role].background ?? .terminalDefault == .terminalDefault)
    }
  }

  @Test(arguments: [
    (Color.rgb(0x1E, 0x90, 0xFF), ColorDepth.palette256, Color.indexed(33)),
    (.rgb(0x20, 0x24, 0x30), .palette256, .indexed(235)),
    (.rgb(255, 0, 0), .ansi16, .indexed(9)), (.rgb(190, 10, 10), .ansi8, .indexed(1)),
    (.indexed(208), .ansi8, .indexed(3)), (.indexed(8), .ansi8, .terminalDefault),
    (.indexed(12), .ansi8, .indexed(4)),
    (.indexed(12), .palette256, .indexed(12)), (.rgb(1, 2, 3), .direct, .rgb(1, 2, 3)),
    (.rgb(1, 2, 3), .mono, .terminalDefault), (.terminalDefault, .ansi8, .terminalDefault),
  ])
  func `a colour becomes the nearest one there is`(
    color: Color, depth: ColorDepth, expected: Color
  ) {
    #expect(color.quantized(to: depth) == expected)
  }

  @Test func `two colours that differ never become one`() {
    let style = Style(foreground: .rgb(40, 0, 0), background: .rgb(0, 0, 40))
    let reduced = style.quantized(to: .ansi8)
    #expect(reduced.foreground != reduced.background)
  }

  @Test func `256 colours keep the contrast that a text had`() throws {
    let style = Style(foreground: .rgb(54, 116, 203), background: white)
    let nearest = style.quantized(to: .palette256)
    let readable = style.quantized(to: .palette256, contrast: 4.5)
    func ratio(_ style: Style) -> Double {
      Contrast.ratio(style.foreground ?? .terminalDefault, style.background ?? .terminalDefault)
        ?? 0
    }
    #expect(ratio(nearest) < 4)
    #expect(ratio(readable) >= 4.5)
  }

  @Test func `sixteen colours leave ground and text to the terminal, and signs a hue`() {
    let theme = Theme(
      resolving: definition(
        "own",
        [
          .background: Style(background: blue), .text: Style(foreground: white),
          .statusMet: Style(foreground: .rgb(126, 201, 126)),
          .textDim: Style(foreground: .rgb(120, 122, 121)),
        ])
    ).reduced(to: .ansi16)
    let met = theme.style(role: .statusMet, on: .background)
    #expect(met.background == .terminalDefault)
    #expect(met.foreground == .terminalDefault)
    #expect(met.sign == .indexed(2))
    #expect(theme[.textDim].sign == nil)
  }

  @Test func `a theme in the terminal's own colours is left as it is`() {
    let theme = Theme(resolving: definition("own", [.statusMet: Style(foreground: .indexed(2))]))
    #expect(theme.reduced(to: .ansi8) == theme)
  }

  @Test func `contrast agrees with its definition`() throws {
    let ratio = try #require(Contrast.ratio(.rgb(0, 0, 0), .rgb(255, 255, 255)))
    #expect(abs(ratio - 21) < 0.001)
    #expect(Contrast.ratio(.terminalDefault, white) == nil)
    #expect(abs(try #require(Contrast.luminance(.rgb(119, 119, 119))) - 0.184) < 0.001)
  }
}
