import TerminalKit
import Testing

@Suite struct StyleNotationTests {
  @Test(arguments: [
    ("green", Style(foreground: .indexed(2))),
    ("bright-blue", Style(foreground: .indexed(12))),
    ("208", Style(foreground: .indexed(208))),
    ("#d97757", Style(foreground: .rgb(0xD9, 0x77, 0x57))),
    ("default", Style(foreground: .terminalDefault)),
    (
      "bold red on default",
      Style(foreground: .indexed(1), background: .terminalDefault, attributes: .bold)
    ),
    ("underline", Style(attributes: .underline)),
    ("on bright-black", Style(background: .indexed(8))),
    (
      "bold default sign green",
      Style(foreground: .terminalDefault, sign: .indexed(2), attributes: .bold)
    ),
    ("bold accent", Style(foreground: .rgb(1, 2, 3), attributes: .bold)),
  ])
  func `a style is read`(text: String, expected: Style) throws {
    let style = try StyleNotation.parse(text) { $0 == "accent" ? .rgb(1, 2, 3) : nil }
    #expect(style == expected)
  }

  @Test(arguments: [
    ("", StyleNotation.Fault.empty), ("  ", .empty), ("grene", .unknownWord("grene")),
    ("256", .indexOutOfRange("256")), ("#12345", .malformedHex("#12345")),
    ("#12345g", .malformedHex("#12345g")), ("#+12345", .malformedHex("#+12345")),
    ("red green", .secondForeground("green")), ("red on", .missingBackground),
    ("red sign", .missingSign),
    ("red on blue bold", .textAfterBackground("bold")),
  ])
  func `a faulty style says what is wrong`(text: String, fault: StyleNotation.Fault) {
    #expect(throws: fault) { try StyleNotation.parse(text) }
  }

  @Test func `the wording names the word at fault`() {
    #expect(StyleNotation.Fault.unknownWord("grene").description.contains("\"grene\""))
  }
}
