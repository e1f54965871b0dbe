import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// The page of scenarios, the comparison of two, and the page of edits.
@Suite struct ScenarioPageTests {
  private func edited(_ text: String = "10") throws -> Script { try Script.edited(text) }

  private func saved(_ name: String = "Q3") throws -> Script {
    var script = try edited()
    script.type("W Ctrl-U")
    script.write(name)
    script.type("Enter w")
    return script
  }

  private func names(_ script: Script) -> [String] { script.column("name") }

  @Test func `a scenario is saved, left and opened again`() throws {
    var script = try saved()
    let edits = script.state.whatIf?.board.edits
    guard case .changeScenarios(.save(let stored))? = script.effects.last else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(stored.name == "Q3" && stored.edits == edits)
    #expect(names(script) == ["As it is", "Q3 (at work)", "Q3"])
    script.type("g Enter")
    #expect(script.state.whatIf == nil && script.effects.last == .journal(nil))
    script.type("j Enter")
    #expect(script.lines[0].contains("WHAT-IF  Q3"), "\(script.lines[0])")
    #expect(script.state.whatIf?.board.edits == edits)
    script.type("Q")
    #expect(script.effects.last == .leave)
  }

  @Test func `edits that were saved come back as saved ones`() throws {
    let stored = try #require(try saved().state.storedScenarios.first)
    var script = Script(try TinyPartner.standings())
    script.apply(.scenarios([stored], running: stored))
    #expect(script.lines[0].contains("WHAT-IF  Q3"), "\(script.lines[0])")
    #expect(!script.notice.contains("unsaved"))
    script.type("Q")
    #expect(script.effects.last == .leave)
  }

  @Test func `a rulebook of another shape is scored by, and shown without a baseline`() throws {
    let tiny = try TinyPartner.standings()
    var other = tiny.rulebook
    other.id = "one-track"
    for area in other.areas.indices {
      other.areas[area].selection = .only
      other.areas[area].tracks = [other.areas[area].tracks[0]]
      other.areas[area].tracks[0].metrics.removeLast()
    }
    let standings = Standings(
      tiny.portfolio, rulebook: tiny.rulebook, asOf: tiny.asOf, rulebooks: [tiny.rulebook, other])
    for way in ["0", "4", "4 t", "4 p", "4 H", "4 Enter", "w", "D", "o Enter Enter"] {
      var script = Script(standings)
      script.type(way)
      _ = script.screen
      script.apply(.event(.key(Key(.character(":")))))
      script.write("another rulebook")
      script.type("Enter")
      script.write("one-track")
      script.type("Enter")
      #expect(script.state.standings?.rulebook.id == "one-track", "\(way)")
      #expect(script.lines[0].contains("WHAT-IF"), "\(way)")
      for keys in ["b", "b", "4", "t", "H", "Esc", "p", "Enter", "0", "u"] {
        script.type(keys)
        #expect(!script.screen.isEmpty)
      }
    }
  }

  @Test func `unsaved edits are dropped only after a yes`() throws {
    var script = try edited()
    script.type("w g Enter")
    #expect(script.screen.contains("Drop 1 unsaved edit?"), "\(script.screen)")
    script.type("n")
    #expect(script.state.whatIf != nil)
    script.type("Enter y")
    #expect(script.state.whatIf == nil)
  }

  @Test func `a scenario is renamed, copied and deleted`() throws {
    var script = try saved()
    script.type("G e Ctrl-U")
    script.write("Autumn")
    script.type("Enter")
    #expect(names(script) == ["As it is", "Autumn (at work)", "Autumn"])
    let autumn = try #require(script.state.storedScenarios.first)
    #expect(
      script.effects.suffix(2) == [.journal(autumn), .changeScenarios(.rename(autumn, from: "Q3"))])
    script.type("d Enter")
    #expect(script.state.storedScenarios.map(\.name) == ["Autumn", "Autumn 2"])
    script.type("x")
    #expect(script.screen.contains("Delete Autumn?"), "\(script.screen)")
    script.type("y")
    #expect(script.state.storedScenarios.map(\.name) == ["Autumn 2"])
    #expect(script.effects.last == .changeScenarios(.delete("Autumn")))
  }

  @Test func `a name that is taken is refused`() throws {
    var script = try saved()
    script.type("G d Ctrl-U")
    script.write("Q3")
    script.type("Enter")
    #expect(script.notice.contains("There is a scenario Q3 already"))
    #expect(script.state.storedScenarios.count == 1)
  }

  @Test func `a scenario goes to a file of the user's choice`() throws {
    var script = try saved()
    script.type("G X Enter")
    guard case .export(let file)? = script.effects.last else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(file.path == "Q3.json" && !file.replaces)
    #expect(file.content == .scenario(script.state.storedScenarios[0].portable))
  }

  @Test func `the matrix has every scenario's points in every area`() throws {
    var script = try saved()
    let board = try #require(script.state.whatIf?.board)
    let rows = try #require(script.page?.rows)
    for (area, score) in board.scorecard.areas.enumerated() {
      #expect(rows.cell(0, area + 2).text.hasSuffix(board.baseline.areas[area].points.words))
      #expect(rows.cell(1, area + 2).text.hasSuffix(score.points.words))
      #expect(rows.cell(2, area + 2).text == rows.cell(1, area + 2).text)
    }
    script.type("b w")
    #expect(rows.cell(0, 2).text == script.page?.rows.cell(0, 2).text)
  }

  @Test func `two marked scenarios stand side by side`() throws {
    var script = try saved()
    script.type("u")
    script.type("g Space j Space v")
    guard case .comparison(.baseline, .stored("Q3"))? = script.kind else {
      Issue.record("\(String(describing: script.kind)): \(script.screen)")
      return
    }
    let place = try #require(script.column("metric").firstIndex(of: "Modern Work"))
    #expect(script.column("left")[place] == "28.6")
    #expect(script.column("change")[place].hasPrefix("-"))
    #expect(script.column("metric")[place + 1].contains("Net customer adds"))
    let total = zip(script.column("metric"), script.column("change"))
      .filter { !$0.0.hasPrefix(" ") && $0.1 != "=" }
    #expect(total.count == 1, "only Modern Work moves: \(total)")
  }

  @Test func `another rulebook is an edit like any other`() throws {
    var script = Script(try TinyPartner.standings())
    script.type(":")
    script.write("another rulebook")
    script.type("Enter")
    script.write("2023")
    script.type("Enter")
    #expect(script.state.whatIf?.board.edits == [.rulebook(id: "membership-2023")])
    #expect(script.state.standings?.rulebook.id == "membership-2023")
    script.type("o Enter 4 H w v")
    #expect(!script.screen.isEmpty)
    script.type("u")
    #expect(script.state.standings?.rulebook.id == "insights-2024")
  }

  // MARK: Edits

  @Test func `D lists each edit with its effect and the command line that repeats it`() throws {
    var script = try edited()
    script.type("+")
    script.write("5")
    script.type("Enter D")
    #expect(script.column("effect").count == 2)
    #expect(script.column("effect")[0].contains("Net customer adds 4.0 → 2.0"))
    #expect(script.column("effect")[1].contains("Net customer adds 2.0 → 4.0"))
    #expect(script.column("edit")[0].hasSuffix("of Elm"))
    let words = try #require(script.state.whatIf?.board.edits[0].words)
    #expect(script.screen.contains("On the command line:"))
    let detail = DetailText(script.state).lines.flatMap { $0 }.map(\.text)
    #expect(detail.contains(words), "without a shell its own words stand for the line")
  }

  @Test func `a report viewer sees no amount in the edits of a scenario either`() throws {
    var standings = try TinyPartner.standings()
    let scenario = Scenario(
      name: "Q3",
      edits: [
        .usage(
          UsageEdit(
            tenant: standings.portfolio.tenants.ids[0], workload: "Key Vault",
            association: "csp", field: .acr, months: .last,
            operation: .set(Quantity(millionths: 2_450_130_000))))
      ])
    for hides in [false, true] {
      standings.hidesRevenue = hides
      var script = Script(standings)
      script.apply(.scenarios([scenario], running: nil))
      script.type("w G Enter D")
      #expect(script.screen.contains("2450.13") == !hides, "\(script.screen)")
      #expect(script.column("edit").count == 1)
    }
  }

  @Test func `undo puts the cursor on what changed`() throws {
    var script = try edited()
    let row = script.page?.selectedID
    script.type("g k")
    try #require(script.table?.order.count ?? 0 > 1)
    script.type("G u")
    #expect(script.page?.selectedID == row)
  }

  @Test func `undo opens the usage it changed where another list is open, and no other page`()
    throws
  {
    var script = try edited()
    let changed = script.kind
    let row = script.page?.selectedID
    script.type("o w")
    try #require(script.kind == .workloads)
    script.type("u")
    #expect(script.kind == changed)
    #expect(script.page?.selectedID == row)
    script.type("5 U")
    #expect(script.kind == .area(4))
  }

  @Test func `asked to leave from within a prompt, unsaved edits are told of`() throws {
    var script = try edited()
    script.type("/ Ctrl-C")
    #expect(!script.hasOverlay)
    #expect(script.screen.contains("The edits are not saved"), "\(script.screen)")
    #expect(script.effects.last != .leave)
    script.type("Ctrl-C")
    #expect(script.effects.last == .leave)
  }

  @Test func `one value goes to all marked rows, and hidden ones are named`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 Enter")
    let shown = script.column("name")
    try #require(shown.count > 2)
    script.type("a /")
    script.write(shown[0])
    script.type("Enter e")
    #expect(script.screen.contains("3 marked, 2 hidden by the filter: "), "\(script.screen)")
    #expect(script.screen.contains(shown[1]))
    script.write("40")
    let preview = script.lines.last
    script.type("Enter")
    let edits = try #require(script.state.whatIf?.board.edits)
    #expect(edits.count >= 2)
    #expect(Set(edits.compactMap(\.tenantID)).count == edits.count)
    #expect(preview?.contains(script.notice) == true, "\(preview ?? "") and \(script.notice)")
    for _ in edits { script.type("u") }
    #expect(script.state.standings?.scorecard == script.state.base?.scorecard)
  }

  @Test func `saving asks before it writes over another scenario, and not over itself`() throws {
    var script = try edited("40")
    let other = Scenario(name: "Q3", edits: [.addTenant(id: "x", name: "X")])
    script.apply(.scenarios([other], running: nil))
    script.type("W Ctrl-U")
    script.write("Q3")
    script.type("Enter")
    #expect(script.screen.contains("Write over Q3?"), "\(script.screen)")
    script.type("n")
    #expect(script.state.storedScenarios == [other])
    script.type("W Ctrl-U")
    script.write("Q3")
    script.type("Enter y")
    #expect(script.state.storedScenarios.map(\.edits) == [script.state.whatIf?.board.edits])
    script.type("W Enter")
    #expect(!script.hasOverlay)
    #expect(script.state.storedScenarios.count == 1)
  }

  @Test func `what could not be stored is not taken for saved`() throws {
    var script = try edited("40")
    script.type("W Enter")
    #expect(script.state.whatIf?.isUnsaved == false)
    script.apply(.notSaved("the disk is full"))
    #expect(script.notice == "the disk is full")
    #expect(script.state.whatIf?.isUnsaved == true)
    script.type("Q")
    #expect(script.effects.last != .leave)
  }

  @Test func `a scenario that is opened later knows what the data had when it was made`() throws {
    var script = try edited("40")
    script.type("W Ctrl-U")
    script.write("Q3")
    script.type("Enter")
    let stored = try #require(script.state.storedScenarios.first)
    guard case .usage(var other)? = stored.edits.first else {
      Issue.record("\(stored)")
      return
    }
    #expect(stored.found == [other: 11])
    var newer = try TinyPartner.standings()
    var board = newer.board
    other.operation = .set(Quantity(25))
    board.apply(.usage(other))
    newer = newer.with(generation: 7) { $0 = board.edited.portfolio() }
    var later = Script(newer)
    later.apply(.scenarios([stored], running: nil))
    later.type("w G Enter D")
    #expect(
      later.column("state")[0].contains("then 11, now 25, mine 40 seats"), "\(later.screen)")
  }

  @Test func `data that changed under an edit shows then, now and mine`() throws {
    var script = try edited("40")
    let base = try #require(script.state.base)
    var board = base.board
    guard case .usage(var other)? = script.state.whatIf?.board.edits[0] else {
      Issue.record("\(script.screen)")
      return
    }
    other.operation = .set(Quantity(25))
    board.apply(.usage(other))
    let newer = base.with(generation: 7) { $0 = board.edited.portfolio() }
    script.apply(.loaded(.standings(newer)))
    script.type("D")
    #expect(
      script.column("state")[0].contains("then 11, now 25, mine 40 seats"), "\(script.screen)")
    other.operation = .set(Quantity(40))
    board.apply(.usage(other))
    script.apply(.loaded(.standings(base.with(generation: 8) { $0 = board.edited.portfolio() })))
    #expect(script.column("state")[0].contains("already true"), "\(script.screen)")
  }

  @Test func `while a scenario is looked at every table says what it changes`() throws {
    var script = try edited()
    #expect(script.column(DeltaColumn.id).filter { !$0.isEmpty } == ["-1"])
    script.type("Esc")
    #expect(script.column(DeltaColumn.id).contains { !$0.isEmpty }, "\(script.screen)")
    script.type("Esc")
    #expect(script.column(DeltaColumn.id).filter { !$0.isEmpty } == ["-1"], "\(script.screen)")
    script.type("4 Enter")
    #expect(script.column(DeltaColumn.id).contains("-1"), "\(script.screen)")
    script.type("4 H")
    #expect(script.column(DeltaColumn.id)[0].hasPrefix("-"), "\(script.screen)")
    script.type("b")
    #expect(script.column(DeltaColumn.id).isEmpty)
  }
}
