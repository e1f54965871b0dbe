import TerminalKit
import Testing

@Suite struct GlyphsTests {
  private func all(_ glyphs: Glyphs) -> [Character] {
    Mirror(reflecting: glyphs).children.flatMap { child in
      child.value as? [Character] ?? (child.value as? Character).map { [$0] } ?? []
    }
  }

  @Test func `every sign takes one column`() {
    #expect(all(.unicode).count == all(.ascii).count)
    #expect((all(.unicode) + all(.ascii)).allSatisfy { TextWidth.columns(String($0)) == 1 })
    #expect(Glyphs.ascii.eighths.count == 8 && Glyphs.ascii.verticalEighths.count == 8)
  }

  @Test func `the ASCII set is ASCII`() {
    #expect(all(.ascii).allSatisfy { $0.isASCII })
  }

  @Test func `states that differ have signs that differ`() {
    for glyphs in [Glyphs.unicode, .ascii] {
      let states = [glyphs.met, glyphs.unmet, glyphs.near]
      #expect(Set(states).count == 3)
      #expect(Set([glyphs.full, glyphs.gain, glyphs.loss, glyphs.shade]).count == 4)
      #expect(glyphs.up != glyphs.down)
    }
  }
}
