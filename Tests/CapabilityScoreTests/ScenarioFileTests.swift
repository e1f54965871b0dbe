import CapabilityScore
import RuleFiles
import Testing

@Suite struct ScenarioFileTests {
  private func read(_ edits: String) throws -> Scenario {
    try ScenarioFile(
      name: "plan.json", text: "{ \"schema\": 1, \"name\": \"Q3\",\n \"edits\": [\n\(edits)\n] }"
    ).scenario()
  }

  private func complaint(_ edit: String) -> String {
    do {
      _ = try read(edit)
      return "nothing"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: 0..<10)
  func `what is written is read as the same scenario, and written as the same text`(seed: Int)
    throws
  {
    var random = RandomData(seed: seed &+ 8000)
    var scenario = Scenario(name: "Q3 \"Süd\" \\ \u{1} 株式会社", edits: random.edits(30))
    for case (let number, .usage(let edit)) in scenario.edits.enumerated() where number % 3 > 0 {
      scenario.found[edit] = Int64(number) << 40 - 5
    }
    let text = ScenarioFile.text(of: scenario)
    let again = try ScenarioFile(name: "q3.json", text: text).scenario()
    #expect(again == scenario)
    #expect(ScenarioFile.text(of: again) == text)
  }

  @Test func `what was found stands beside each edit of usage`() throws {
    let edits = try read(
      """
      { "edit": "usage", "tenant": "t", "workload": "Teams", "association": "cpor",
        "field": "pau", "months": "last", "op": "set", "value": 40 },
      { "edit": "remove-tenant", "tenant": "t" }
      """
    ).edits
    func found(_ list: String) throws(JSONFileError) -> [UsageEdit: Int64] {
      let text = ScenarioFile.text(of: Scenario(name: "Q3", edits: edits))
        .replacing("] }\n", with: "], \"found\": \(list) }")
      return try ScenarioFile(name: "q3.json", text: text).scenario().found
    }
    guard case .usage(let edit) = edits[0] else { return }
    #expect(try found("[11, null]") == [edit: 11])
    #expect(try found("[null, null]").isEmpty)
    for wrong in ["[11]", "[null, 3]", "[1.5, null]", "7"] {
      #expect(throws: JSONFileError.self) { _ = try found(wrong) }
    }
  }

  @Test(arguments: [
    ("1000.000001", 1_000_000_001), ("-123.45", -123_450_000), ("5e3", 5_000_000_000),
    ("1.5E-2", 15_000), ("0.0000005", 1), ("-0", 0), ("12.5e1", 125_000_000),
  ])
  func `numbers are exact decimals`(text: String, millionths: Int64) throws {
    let scenario = try read(
      """
      { "edit": "usage", "tenant": "t", "workload": "Storage", "association": "pal",
        "field": "acr", "months": "last", "op": "add", "value": \(text) }
      """)
    guard case .usage(let edit)? = scenario.edits.first else {
      Issue.record("no usage edit")
      return
    }
    #expect(edit.operation == .add(Quantity(millionths: millionths)))
  }

  @Test func `errors name file, line and path`() {
    #expect(
      complaint(
        """
        { "edit": "remove-tenant", "tenant": "t" },
        { "edit": "usage", "tenant": "t", "workload": "Teams", "association": "cpor",
          "field": "mau", "months": "last", "op": "set",
          "value": "40" }
        """) == "plan.json:6: edits[1].value: must be a number")
    #expect(
      complaint("{ \"edit\": \"remove-tenant\", \"tenat\": \"t\" }")
        == "plan.json:3: edits[0]: tenant is missing")
    #expect(
      complaint("{ \"edit\": \"remove-tenant\", \"tenant\": \"t\", \"nam\": 1 }")
        == "plan.json:3: edits[0].nam: unknown key")
    #expect(
      complaint("{ \"edit\": \"remove\", \"tenant\": \"t\" }").hasPrefix(
        "plan.json:3: edits[0].edit: 'remove' is none of usage, add-tenant"))
  }

  @Test(arguments: [
    ("\"field\": \"pau\"", "-1", "paid seats cannot be negative, and this is -1"),
    ("\"field\": \"mau\"", "1.5", "active users are counted in whole numbers, and this is 1.5"),
    ("\"field\": \"acr\"", "1e30", "1e30 is too large"),
  ])
  func `a number that can never be is refused`(field: String, value: String, reason: String) {
    #expect(
      complaint(
        """
        { "edit": "usage", "tenant": "t", "workload": "Teams", "association": "cpor",
          \(field), "months": "last", "op": "set", "value": \(value) }
        """) == "plan.json:4: edits[0].value: \(reason)")
  }

  @Test func `a range that runs backwards is refused`() {
    #expect(
      complaint(
        """
        { "edit": "associate", "tenant": "t", "association": "pal",
          "months": { "from": "2024-06", "to": "2024-01" } }
        """) == "plan.json:4: edits[0].months: Jun 2024 lies after Jan 2024")
  }

  @Test(arguments: [
    ("{ \"schema\": 2, \"name\": \"x\", \"edits\": [] }", "f:1: schema: is of a newer form (2)"),
    ("{ \"name\": \"x\", \"edits\": [] }", "f:1: schema is missing"),
    ("{ \"schema\": 1, \"edits\": [] }", "f:1: name is missing"),
    ("{ \"schema\": 1,\n \"schema\": 1 }", "f:2: schema: the key is there twice"),
    ("{ \"schema\": 1, }", "f:1: expected a key in quotes"), ("[]", "f:1: must be an object"),
    ("{ \"schema\": 01 }", "f:1: schema: '01' is no number"), ("", "f:1: the text ends"),
    ("{ \"schema\": 1 } x", "f:1: there is more text"),
    ("{ \"a\": \"\u{1}\" }", "f:1: a: a control"),
    ("{ \"a\": \"\\ud800\" }", "f:1: a: half of a surrogate pair"),
  ])
  func `what is no scenario is refused`(text: String, reason: String) {
    #expect(throws: JSONFileError.self) { try ScenarioFile(name: "f", text: text).scenario() }
    do {
      _ = try ScenarioFile(name: "f", text: text).scenario()
    } catch {
      #expect("\(error)".hasPrefix(reason), "\(error)")
    }
  }

  @Test func `deeply nested text does not exhaust the stack`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONFileError.self) { try ScenarioFile(name: "f", text: text).scenario() }
  }

  @Test func `lines of edits are known for what is said about them later`() throws {
    let file = ScenarioFile(
      name: "f",
      text: """
        { "schema": 1, "name": "x", "edits": [
          { "edit": "remove-tenant", "tenant": "a" },

          { "edit": "remove-tenant", "tenant": "b" } ] }
        """)
    #expect(file.editLines == [2, 4])
  }
}
