import CapabilityScore
import RuleFiles
import Testing

@Suite struct RulebookFileTests {
  @Test func `every shipped rulebook loads, under an id of its own`() throws {
    let rulebooks = try RulebookFile.shipped.map { try $0.rulebook() }
    #expect(rulebooks.map(\.id) == ["insights-2024", "membership-2023"])
    #expect(RulebookFile.shipped.map(\.id) == ["insights-2024", "membership-2023"])
    for rulebook in rulebooks {
      #expect(
        rulebook.areas.map(\.id) == [
          "data-ai", "digital-app-innovation", "infrastructure", "modern-work", "security",
          "business-applications",
        ])
      #expect(rulebook.passMark == 70)
    }
  }

  @Test func `the rate card is exact, and says what is assumed`() throws {
    let workloads = Rulebook.insights.workloads
    let insights = try #require(workloads.first { $0.name == "Customer Insights" })
    #expect(insights.rate == Quantity(millionths: 200_000))
    #expect(insights.isCountedByCapacity)
    #expect(workloads.filter(\.isAssumed).map(\.name) == ["Portals"])
  }

  @Test func `numbers are read as they are written`() throws {
    let rules = try RulebookSample.file.rulebook(among: [])
    #expect(
      rules.areas[0].tracks[0].metrics.map(\.components[0].target) == [
        Quantity(10), Quantity(6),
      ])
    #expect(rules.certifications[0].eligibleThrough == Day("2025-04-30"))
    guard case .growth(let gate) = rules.measures[1].comparison else {
      Issue.record("no growth")
      return
    }
    #expect(gate == GrowthGate(currentAtLeast: 1_000_000_000))
    let bounds = Bounds(
      lower: Bounds.Bound(10, isInclusive: false), upper: Bounds.Bound(300, isInclusive: true))
    #expect(rules.measures[0].usage?.tests == [.anyWorkload(.field(.pau), bounds)])
  }

  @Test func `a cent stays a cent`() throws {
    let text = RulebookSample.replacing(
      "any-workload = \"pau\"\n  above = 10\n  up-to = 300",
      with: "total = \"acr\"\n  above = 250.01"
    ).text
    let rules = try RulebookFile(name: "a", text: text).rulebook(among: [])
    let bounds = Bounds(lower: Bounds.Bound(250_010_000, isInclusive: false))
    #expect(rules.measures[0].usage?.tests == [.total(.field(.acr), bounds)])
  }

  @Test func `an id can be read from a file whose rules are wrong`() {
    #expect(RulebookFile(name: "a", text: "id = \"x\"\nwhatever = 1").id == "x")
    #expect(RulebookFile(name: "a", text: "id = 1").id == nil)
    #expect(RulebookFile(name: "a", text: "id = ").id == nil)
  }
}

/// `extends`: the rules of another file, with some replaced.
@Suite struct RulebookExtensionTests {
  private func file(_ name: String, _ text: String) -> RulebookFile {
    RulebookFile(name: name, text: text)
  }

  private func extending(_ text: String, _ base: String = "small") -> RulebookFile {
    file("own.toml", "extends = \"\(base)\"\nschema = 1\nid = \"own\"\n" + text)
  }

  private func error(_ file: RulebookFile, _ others: [RulebookFile]) -> TOMLFileError? {
    do {
      _ = try file.rulebook(among: others)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is not replaced stays`() throws {
    let base = try RulebookSample.file.rulebook(among: [])
    var rules = try extending("").rulebook(among: [RulebookSample.file])
    #expect(rules.id == "own")
    rules.id = base.id
    #expect(rules == base)
  }

  @Test func `an entry replaces the one of its id as a whole, where it stands`() throws {
    let rules = try extending(
      "[[certification]]\ntitle = \"Administrator\"\naliases = [\"Admin\"]\n"
    ).rulebook(among: [RulebookSample.file])
    #expect(rules.certifications.map(\.title) == ["Administrator", "Developer"])
    #expect(rules.certifications[0].aliases == ["Admin"])
    #expect(rules.certifications[0].eligibleThrough == nil)
  }

  @Test func `new entries go to the end`() throws {
    let rules = try extending("[[workload]]\nname = \"Visio\"\n")
      .rulebook(among: [RulebookSample.file])
    #expect(rules.workloads.map(\.name) == ["EXO", "Teams", "Visio"])
  }

  @Test func `extensions may be extended`() throws {
    let middle = file("middle.toml", "extends = \"small\"\nid = \"middle\"\npass-mark = 60\n")
    let rules = try extending("name = \"Own\"", "middle")
      .rulebook(among: [RulebookSample.file, middle])
    #expect(rules.passMark == 60)
    #expect(rules.name == "Own")
  }

  @Test func `an unknown base is refused`() {
    #expect(
      error(extending("", "smal"), [RulebookSample.file])
        == TOMLFileError(
          file: "own.toml", line: 1, key: "extends", problem: "there is no rulebook 'smal'"))
    #expect(
      error(file("own.toml", "\nextends = 3"), [])
        == TOMLFileError(
          file: "own.toml", line: 2, key: "extends", problem: "must be a rulebook's id"))
  }

  @Test func `a circle is refused`() {
    let other = file("other.toml", "id = \"other\"\nextends = \"own\"\n")
    let own = extending("", "other")
    #expect(
      error(own, [other, own])
        == TOMLFileError(
          file: "other.toml", line: 2, key: "extends",
          problem: "'own' is based on this rulebook itself"))
    #expect(error(extending("", "own"), [extending("", "own")])?.line == 1)
  }

  @Test func `an entry stands once in an extension too`() {
    let twice = "[[certification]]\ntitle = \"New\"\n[[certification]]\ntitle = \"New\"\n"
    #expect(
      error(extending(twice), [RulebookSample.file])
        == TOMLFileError(
          file: "own.toml", line: 6, key: "certification", problem: "'New' is there twice"))
  }

  @Test func `mistakes are reported in the file they are in`() {
    let wrong = extending("[[workload]]\nname = \"Visio\"\ncolour = 1\n")
    #expect(
      error(wrong, [RulebookSample.file])
        == TOMLFileError(file: "own.toml", line: 6, key: "workload.colour", problem: "unknown key"))
    let base = file("base.toml", RulebookSample.text.replacing("holders = 2", with: "holders = 0"))
    #expect(error(extending(""), [base])?.file == "base.toml")
  }

  @Test func `an extension that breaks what others name is refused`() {
    let broken = extending("[[scope]]\nid = \"office\"\n")
    #expect(
      error(broken, [RulebookSample.file])
        == TOMLFileError(
          file: "own.toml", line: 4, key: "scope",
          problem: "a scope needs at least one [[scope.pair]]"))
    #expect(
      error(file("own.toml", "extends = \"small\"\nschema = 2"), [RulebookSample.file])?
        .problem == "schema must be 1; this program reads no other")
  }
}

/// The rules before the Insights criteria: they differ in two metrics.
@Suite struct MembershipRulebookTests {
  private static let membership: Rulebook = {
    do {
      return try RulebookFile.shipped[1].rulebook()
    } catch {
      fatalError("\(error)")
    }
  }()

  private func points(_ path: String, _ people: Individual...) -> (Points, MetricScore.Reason?) {
    let score = SamplePartner([], people: people).score(Self.membership)
    return (score.points(path), score.reason(path))
  }

  @Test func `only two measures differ`() {
    var rules = Self.membership
    let insights = Rulebook.insights
    let different = rules.measures.indices.filter { rules.measures[$0] != insights.measures[$0] }
    #expect(
      different.map { rules.measures[$0].id } == ["data-ai-intermediate", "security-intermediate"])
    for number in different { rules.measures[number] = insights.measures[number] }
    (rules.id, rules.name, rules.source) = (insights.id, insights.name, insights.source)
    #expect(rules == insights)
  }

  @Test func `data and AI asks for two architects and two administrators first`() {
    let path = "data-ai.standard.intermediate-certifications"
    let architect = holds("Azure Solutions Architect Expert")
    let administrator = holds("Azure Administrator Associate")
    let engineer = holds("Azure Data Engineer Associate")
    let met = points(
      path, person("a", architect, administrator), person("b", architect),
      person("c", administrator, engineer))
    #expect(met == (Points(4), nil))
    let oneShort = points(
      path, person("a", architect, administrator), person("b", administrator),
      person("c", engineer))
    #expect(oneShort == (.zero, .prerequisiteNotMet))
  }

  @Test func `security asks for two of each first, then for one of three`() {
    let path = "security.standard.intermediate-certifications"
    let engineer = holds("Azure Security Engineer Associate")
    let analyst = holds("Security Operations Analyst Associate")
    let architect = holds("Cybersecurity Architect Expert")
    let met = points(
      path, person("a", engineer, analyst), person("b", engineer, analyst),
      person("c", architect), person("d", architect), person("e", architect))
    #expect(met == (Points(20), nil))
    let oneShort = points(path, person("a", engineer, analyst, architect), person("b", engineer))
    #expect(oneShort == (.zero, .prerequisiteNotMet))
  }
}
