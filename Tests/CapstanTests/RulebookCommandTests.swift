import Testing

/// Rules that somebody is still writing (spec: commands.md).
@Suite struct RulebookCommandTests {
  private let draft = """
    schema = 1
    id = "ours"
    name = "Ours"
    extends = "insights-2024"
    pass-mark = 75
    """

  @Test func `a draft is compared with a rulebook before it is moved to the others`() throws {
    let place = try Workplace()
    let file = try place.write(draft, to: "draft.toml")
    let difference = try place.run("rulebook", "diff", "insights-2024", file)
    #expect(difference.status == 0)
    #expect(difference.output.contains("75"))
    #expect(try place.run("rulebook", "show", file).output.contains("75"))
    #expect(try place.run("rulebook", "show", "--toml", file).output == draft)
  }

  @Test func `a path without a file is told as such, not as an unknown rulebook`() throws {
    let outcome = try Workplace().run("rulebook", "diff", "insights-2024", "/nonexistent.toml")
    #expect(outcome.status == 66)
    #expect(outcome.complaint.contains("cannot read '/nonexistent.toml'"))
  }
}
