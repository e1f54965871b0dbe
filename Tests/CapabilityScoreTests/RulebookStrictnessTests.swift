import CapabilityScore
import RuleFiles
import Testing

/// Whatever is unknown, missing or contradictory is an error at its line.
@Suite struct RulebookStrictnessTests {
  private func check(_ mistake: Mistake) {
    let (text, line) = RulebookSample.replacing(mistake.old, with: mistake.new)
    #expect(
      RulebookSample.error(of: text)
        == TOMLFileError(
          file: "small.toml", line: line + mistake.below, key: mistake.key,
          problem: mistake.problem))
  }

  @Test func `the sample itself is right`() throws {
    #expect(RulebookSample.error(of: RulebookSample.text) == nil)
  }

  @Test(arguments: Mistake.names)
  func `names are checked`(mistake: Mistake) { check(mistake) }

  @Test(arguments: Mistake.scopes)
  func `scopes are checked`(mistake: Mistake) { check(mistake) }

  @Test(arguments: Mistake.measures)
  func `measures are checked`(mistake: Mistake) { check(mistake) }

  @Test(arguments: Mistake.unsupported)
  func `what no evaluation stands behind is refused`(mistake: Mistake) { check(mistake) }

  @Test(arguments: Mistake.areas)
  func `areas are checked`(mistake: Mistake) { check(mistake) }

  @Test(arguments: [
    ("compare = \"difference\"\ntotal = \"acr\"", false),
    ("compare = \"current\"\ntotal = \"acr\"", true),
    ("compare = \"current\"\ntotal = \"acr\"\n[[measure.test]]\ntotal = \"acr\"\nabove = 0", false),
  ])
  func `workloads are counted by their year, as they are`(rule: String, isRight: Bool) {
    let text = RulebookSample.replacing(
      "compare = \"growth\"\ntotal = \"acr\"\ncurrent-at-least = 1000", with: rule
    ).text.replacing("counts = \"total\"", with: "counts = \"workloads\"")
    let problem = "workloads go with months = \"ttm\" and compare = \"current\", without tests"
    #expect(RulebookSample.error(of: text)?.problem == (isRight ? nil : problem))
  }

  @Test func `a component stands once in its metric`() {
    let text = RulebookSample.replacing(
      "target = 10",
      with: """
        target = 10

            [[area.track.metric.component]]
            id = "all"
            measure = "people"
            target = 1
        """
    ).text
    #expect(RulebookSample.error(of: text)?.problem == "component 'all' is there twice")
  }

  @Test(arguments: [
    ("people", 5, "a track is chosen by a measure that counts tenants or pairs"),
    ("growth", 5, "a track is chosen by a measure that counts tenants or pairs"),
    ("customers", 0, "at-least must be above 0"), ("customers", 5, nil),
  ])
  func `a track is chosen by a count`(measure: String, atLeast: Int, problem: String?) {
    let text = RulebookSample.replacing(
      "selection = \"only\"",
      with: """
        selection = "classified"

          [area.classification]
          measure = "\(measure)"
          at-least = \(atLeast)
          track = "standard"
          otherwise = "standard"
        """
    ).text
    let error = RulebookSample.error(of: text)
    #expect(error?.problem == problem)
    #expect(problem == nil || error?.key == "area.classification")
  }

  @Test(arguments: [(64, nil), (65, "there are more than 64 scopes")])
  func `a rulebook has at most 64 scopes`(count: Int, problem: String?) {
    let scopes = (1..<count).map { number in
      "[[scope]]\nid = \"s\(number)\"\n[[scope.pair]]\nworkloads = \"all\"\nassociations = [\"csp\"]\n"
    }.joined()
    let (text, line) = RulebookSample.replacing("[[measure]]", with: scopes + "[[measure]]")
    let error = RulebookSample.error(of: text)
    #expect(error?.problem == problem)
    #expect(problem == nil || error?.line == line + 63 * 5)
  }

  @Test(arguments: [
    ("pass-mark = 70", "pass-mark = "), ("[[area]]", "[[area]"), ("id = \"work\"", "id = \"work"),
    ("title = \"Developer\"", "title = \"Developer\"\ntitle = \"Developer\""),
  ])
  func `a syntax error has the parser's line`(old: String, new: String) {
    let (text, line) = RulebookSample.replacing(old, with: new)
    let error = RulebookSample.error(of: text)
    #expect(error?.key == "")
    #expect((line...line + 1).contains(error?.line ?? 0))
    #expect(error?.description.hasPrefix("small.toml:\(error?.line ?? 0): ") == true)
  }

  @Test func `a NUL character does not end the file unseen`() {
    let (text, line) = RulebookSample.replacing("[[measure]]", with: "\0[[measure]]")
    #expect(
      RulebookSample.error(of: text)
        == TOMLFileError(file: "small.toml", line: line, key: "", problem: "has a NUL character"))
  }

  @Test(arguments: ["[=]", "[[.area]]", "[ # ]", "[]", "[[é]]", "[[ ]]", "["])
  func `a table header without a name is refused`(header: String) {
    let (text, line) = RulebookSample.replacing("[[measure]]", with: header)
    #expect(
      RulebookSample.error(of: text)
        == TOMLFileError(
          file: "small.toml", line: line, key: "",
          problem: "a table header needs a name, such as [area] or [[area.track]]"))
  }

  @Test(arguments: [
    ("[\"csp\", }", "has a } where the list needs a ]"),
    ("[ # a comment\n }", "has a } where the list needs a ]"),
    ("[\u{2028}]", "has a line separator that ends no line of TOML"),
    ("[\"csp\",\u{85}]", "has a line separator that ends no line of TOML"),
  ])
  func `a list that the parser does not survive is refused`(list: String, problem: String) {
    let (text, line) = RulebookSample.replacing("[\"csp\", \"pal\"]", with: list)
    let below = list.contains("\n") ? 1 : 0
    #expect(
      RulebookSample.error(of: text)
        == TOMLFileError(file: "small.toml", line: line + below, key: "", problem: problem))
  }

  @Test func `an error reads as file, line, key and problem`() {
    let text = RulebookSample.replacing("family = \"csp\"", with: "familly = \"csp\"").text
    #expect(
      RulebookSample.error(of: text)?.description
        == "small.toml:16: association.familly: unknown key; did you mean 'family'?")
  }
}
