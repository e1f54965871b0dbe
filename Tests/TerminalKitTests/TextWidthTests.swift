import TerminalKit
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("日本語テスト", 6, "日本…"), ("日本語テスト", 5, "日本…"), ("Contoso", 7, "Contoso"),
    ("Contoso", 4, "Con…"), ("Contoso", 1, "…"), ("Contoso", 0, ""), ("Contoso", -1, ""),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `truncating keeps whole glyphs and marks the cut`(
    text: String, columns: Int, expected: String
  ) {
    #expect(TextWidth.truncate(text, to: columns) == expected)
  }

  @Test(arguments: [
    ("Modern Work › Deployments", 25, "Modern Work › Deployments"),
    ("Modern Work › Deployments", 24, "Modern Wo… › Deployments"),
    ("Modern Work › Deployments", 22, "Modern … › Deployments"),
    ("Modern Work › Deployments", 20, "Modern … › Deployme…"), ("a › bcdef", 6, "a › b…"),
    ("Modern Work", 8, "Modern …"), ("›bc", 2, "›…"),
  ])
  func `what stands before a mark goes first, but for a few letters`(
    text: String, columns: Int, expected: String
  ) {
    #expect(TextWidth.truncate(text, to: columns, before: "›") == expected)
  }

  @Test(arguments: [0, 1, 2, 3, 7, 20])
  func `fitted text has exactly the columns asked for`(columns: Int) {
    for text in ["", "abc", "日本語", "👩‍👩‍👧 family", "a\u{1B}b", "🇩🇪"] {
      for align in [Alignment.left, .right, .center] {
        let fitted = TextWidth.fit(text, to: columns, align: align)
        #expect(TextWidth.columns(fitted) == columns)
      }
    }
  }

  @Test func `fitting aligns`() {
    #expect(TextWidth.fit("ab", to: 5, align: .left) == "ab   ")
    #expect(TextWidth.fit("ab", to: 5, align: .right) == "   ab")
    #expect(TextWidth.fit("ab", to: 5, align: .center) == " ab  ")
    #expect(TextWidth.fit("abcdef", to: 4, ellipsis: "~") == "abc~")
  }

  @Test func `wrapping breaks at spaces, and inside a word only where it must`() {
    #expect(TextWidth.wrap("one two three", to: 7) == ["one two", "three"])
    #expect(TextWidth.wrap("incomprehensible", to: 6) == ["incomp", "rehens", "ible"])
    #expect(TextWidth.wrap("日本語", to: 4) == ["日本", "語"])
    #expect(TextWidth.wrap("a\n\nb", to: 9) == ["a", "", "b"])
    #expect(TextWidth.wrap("", to: 9) == [""])
    #expect(TextWidth.wrap("text", to: 0) == [])
  }

  @Test func `a glyph wider than the line ends the wrapping`() {
    #expect(TextWidth.wrap("日本", to: 1) == [])
  }
}
