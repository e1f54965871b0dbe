import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// Editing on the dashboard.
@Suite struct WhatIfTests {
  private func onElm() throws -> Script { try Script.onElm() }

  private func edited(_ text: String = "+1") throws -> Script { try Script.edited(text) }

  // MARK: Typing a value

  @Test func `a change too small to be seen is not shown as one`() throws {
    var script = Script(try MediumPartner.standings())
    // 369 USD of virtual machines, of hundreds of thousands.
    script.type("4 Enter n n n n Enter O e 3 0 0")
    #expect(script.screen.contains("Scores change by less than 0.1"), "\(script.screen)")
    script.type("Enter")
    #expect(script.notice == "Scores change by less than 0.1")
  }

  @Test func `while a value is typed its effect is shown`() throws {
    var script = try onElm()
    script.type("e")
    #expect(script.screen.contains("now 11 seats"), "\(script.screen)")
    script.write("10")
    #expect(script.screen.contains("Net customer adds 4.0 → 2.0"), "\(script.screen)")
    #expect(script.screen.contains("Modern Work 28.6 → "), "\(script.screen)")
    #expect(script.state.whatIf == nil)
  }

  @Test func `Enter keeps the edit, journals it and says WHAT-IF`() throws {
    let script = try edited("10")
    #expect(!script.hasOverlay)
    #expect(script.lines[0].contains("WHAT-IF"), "\(script.lines[0])")
    #expect(script.lines[0].contains("1 edit"), "\(script.lines[0])")
    let isJournaled = script.effects.contains {
      if case .journal(let scenario?) = $0 { scenario.edits.count == 1 } else { false }
    }
    #expect(isJournaled)
    #expect(script.notice.contains("Net customer adds 4.0 → 2.0"), "\(script.notice)")
  }

  @Test func `Esc drops what was typed`() throws {
    var script = try onElm()
    script.type("e")
    script.write("10")
    script.type("Esc")
    #expect(!script.hasOverlay && script.state.whatIf == nil)
    #expect(!script.screen.contains("WHAT-IF"))
    #expect(script.effects.allSatisfy { if case .journal = $0 { false } else { true } })
  }

  @Test(arguments: ["ten", "+", "1.2.3", "--5", "--5%", "+-5%", "10%%"])
  func `what is no value stays in the field, with the reason`(_ text: String) throws {
    var script = try onElm()
    script.type("e")
    script.write(text)
    script.type("Enter")
    guard case .value(let editor)? = script.state.overlay else {
      Issue.record("'\(text)' was taken")
      return
    }
    #expect(editor.editor.text == text)
    #expect(editor.isInvalid)
    #expect(script.screen.contains("is no value"), "\(script.screen)")
    #expect(script.state.whatIf == nil)
  }

  @Test(arguments: [
    ("120", 120), ("+20", 31), ("-5", 6), ("+100%", 22), ("-50%", 5.5), ("*2", 22), ("x3", 33),
    ("-1000", 0), ("1,200", 1200),
  ])
  func `an expression gives this value`(_ text: String, _ value: Double) throws {
    let script = try edited(text)
    let page = try #require(script.page)
    let row = try #require(page.selectedRow)
    let shown = page.rows.cell(row, 3).text
    let seats = Int64(value.rounded(.down))
    #expect(["\(Unit.seats.words(seats))", "\(Unit.seats.words(seats + 1))"].contains(shown))
    if value == value.rounded() { #expect(shown == Unit.seats.words(seats), "\(shown)") }
  }

  @Test func `plus and minus begin an expression`() throws {
    var script = try onElm()
    script.type("+")
    script.write("5")
    script.type("Enter")
    #expect(script.column("current").contains("16 seats"), "\(script.screen)")
    script.type("-")
    script.write("6")
    script.type("Enter")
    #expect(script.column("current").contains("10 seats"), "\(script.screen)")
  }

  @Test func `Tab chooses the months that an edit changes`() throws {
    var script = try onElm()
    script.type("e")
    for words in ["last month", "last two months", "last twelve months", "last month"] {
      #expect(script.screen.contains(words), "\(script.screen)")
      script.type("Tab")
    }
  }

  // MARK: Adding and removing

  @Test func `A adds a tenant where tenants are listed`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter A")
    script.write("Fabrikam")
    script.type("Enter")
    #expect(script.screen.contains("Fabrikam"), "\(script.screen)")
    #expect(script.state.whatIf?.board.edits == [.addTenant(id: "new-1", name: "Fabrikam")])
  }

  @Test func `A associates a tenant on its page`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter Enter A")
    script.write("dpor")
    script.type("Enter")
    guard case .associate(let edit)? = script.state.whatIf?.board.edits.first else {
      Issue.record("\(script.screen)")
      return
    }
    #expect(edit.association.lowercased() == "dpor")
  }

  @Test func `A certifies on a person's page, x revokes`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o j j Enter Enter A")
    script.write("azure solutions architect")
    script.type("Enter")
    guard case .certify(_, let title, _)? = script.state.whatIf?.board.edits.first else {
      Issue.record("\(script.screen)")
      return
    }
    #expect(title.contains("Solutions Architect"))
    script.type("g x")
    guard case .revoke? = script.state.whatIf?.board.edits.last else {
      Issue.record("\(script.screen)")
      return
    }
  }

  @Test func `A brings a new person in`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o j j Enter A")
    script.write("kim@fjordline.example")
    script.type("Enter")
    script.write("azure solutions architect")
    script.type("Enter")
    #expect(script.column("id").contains("kim@fjordline.example"), "\(script.screen)")
  }

  @Test func `x removes a tenant in the scenario only`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter x")
    guard case .removeTenant? = script.state.whatIf?.board.edits.first else {
      Issue.record("\(script.screen)")
      return
    }
    #expect(script.state.base?.scorecard == script.state.whatIf?.board.baseline)
    #expect(script.state.whatIf?.board.scorecard != script.state.whatIf?.board.baseline)
  }

  // MARK: Undo and baseline

  @Test func `undo to the start is the baseline, redo to the end the scenario`() throws {
    var script = try onElm()
    let start = try #require(script.state.standings?.scorecard)
    for number in 1...25 {
      script.type("e")
      script.write("\(number * 7)")
      script.type("Enter")
    }
    let end = try #require(script.state.standings?.scorecard)
    for _ in 0..<25 { script.type("u") }
    #expect(script.state.standings?.scorecard == start)
    #expect(script.state.whatIf?.board.edits.isEmpty ?? true)
    #expect(!script.screen.contains("WHAT-IF"))
    script.type("u")
    #expect(script.notice == "There is nothing to undo")
    for _ in 0..<25 { script.type("Ctrl-R") }
    #expect(script.state.standings?.scorecard == end)
    script.type("Ctrl-R")
    #expect(script.notice == "There is nothing to redo")
  }

  @Test func `b flips between the scenario and the baseline`() throws {
    var script = try edited("10")
    let scenario = script.state.standings?.scorecard
    script.type("b")
    #expect(script.state.standings?.scorecard == script.state.base?.scorecard)
    #expect(script.lines[0].contains("BASELINE"), "\(script.lines[0])")
    script.type("b")
    #expect(script.state.standings?.scorecard == scenario)
  }

  @Test func `the gauges show the baseline beside the scenario`() throws {
    var script = try edited("10")
    script.type("4")
    #expect(script.screen.contains("4.0 → 2.0 (-2.0)"), "\(script.screen)")
  }

  @Test func `D lists every edit with what became of it`() throws {
    var script = try edited("10")
    script.type("D")
    #expect(script.kind == .edits)
    #expect(script.table?.order.count == 1)
    #expect(script.screen.contains("applies"), "\(script.screen)")
  }

  // MARK: Scenarios and new data

  @Test func `edits of last time come back`() throws {
    let saved = try #require(try edited("10").state.whatIf?.scenario)
    var script = Script(try TinyPartner.standings())
    script.apply(.scenarios([], running: saved))
    #expect(script.lines[0].contains("WHAT-IF"))
    #expect(script.notice.contains("edits of last time"))
  }

  @Test func `edits of last time that come late are kept beside those begun since`() throws {
    let saved = try #require(try edited("10").state.whatIf?.scenario)
    var script = try edited("20")
    let edits = try #require(script.state.whatIf?.board.edits)
    script.apply(.scenarios([], running: saved))
    #expect(script.state.whatIf?.board.edits == edits)
    let kept = script.effects.compactMap { effect in
      if case .changeScenarios(.save(let scenario)) = effect { scenario } else { nil }
    }
    #expect(kept.map(\.edits) == [saved.edits])
    #expect(kept.first?.name != script.state.whatIf?.name)
    #expect(script.notice.contains("kept as the scenario"), "\(script.notice)")
  }

  @Test func `edits of a cache that is gone are not those of the demo`() throws {
    var script = try edited("10")
    script.apply(.loaded(.empty))
    script.type("d")
    script.apply(.loaded(.standings(try MediumPartner.standings())))
    #expect(script.state.whatIf == nil)
  }

  @Test func `a plan about somebody who is gone says so without a name`() throws {
    var standings = try MediumPartner.standings()
    standings.hidesNames = true
    var script = Script(standings)
    script.type("4 p")
    var plan = try #require(script.state.plan)
    var risk = try #require(plan.risks.first { $0.loss > .zero })
    let names = standings.portfolio.names.workloads
    for subject in [
      Subject.tenant(standings.portfolio.tenants.count), .workload(names.count),
      .individual(standings.portfolio.roster.count),
    ] {
      (risk.subject, risk.title) = (subject, "ends soon")
      plan.risks = [risk]
      let rows = PlanRows(plan: plan, standings: standings)
      #expect(rows.cell(rows.count - 1, 0).text.contains("ends soon"))
    }
  }

  @Test func `a plan of other data is not shown with theirs`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("4 p")
    try #require(script.state.plan != nil)
    let other = try MediumPartner.standings().with(generation: 7) { _ in }
    _ = script.state.apply(.loaded(.standings(other)))
    #expect(script.state.plan == nil)
    #expect(script.page?.rows is NoRows)
  }

  @Test func `edits that come before the data wait for it`() throws {
    let saved = try #require(try edited("10").state.whatIf?.scenario)
    var state = DashboardState(size: Size(columns: 120, rows: 40), glyphs: .unicode)
    _ = state.apply(.scenarios([], running: saved))
    _ = state.apply(.loaded(.standings(try TinyPartner.standings())))
    #expect(state.whatIf?.board.edits == saved.edits)
  }

  @Test func `a tenant that is added gets usage, step by step`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 A")
    script.write("Fabrikam")
    script.type("Enter A")
    script.write("teams")
    #expect(script.screen.contains("Usage of which workload"), "\(script.screen)")
    script.type("Enter")
    script.write("cpor")
    script.type("Enter")
    #expect(script.screen.contains("paid seats"), "\(script.screen)")
    script.write("seats")
    script.type("Enter")
    script.write("40")
    #expect(script.screen.contains("Modern Work"), "\(script.screen)")
    script.type("Enter")
    let edits = try #require(script.state.whatIf?.board.edits)
    #expect(edits.count == 2 && edits[0] == .addTenant(id: "new-1", name: "Fabrikam"))
    guard case .usage(let usage) = edits[1] else {
      Issue.record("\(edits[1])")
      return
    }
    #expect(usage.tenant == "new-1" && usage.field == .pau && usage.association == "cpor")
    #expect(script.column("current") == ["40 seats"])
    // Now that there is some, it may be associated, or more of it added.
    script.type("A")
    #expect(script.screen.contains("Usage of a workload that is not there yet"))
  }

  @Test func `what is marked is removed together`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter Space Space x")
    #expect(script.state.whatIf?.board.edits.count == 2)
    script.type("u")
    #expect(script.state.whatIf?.board.edits.isEmpty == true)
    #expect(script.notice == "Undone: 2 edits")
    script.type("U")
    #expect(script.state.whatIf?.board.edits.count == 2)
  }

  @Test func `a key that was given to leaving leaves when pressed again`() throws {
    var script = try edited()
    _ = script.state.keymap.bind(.leave, to: [Key(.character("x"), .control)])
    script.type("Ctrl-X")
    #expect(script.effects.last != .leave)
    script.type("Ctrl-X")
    #expect(script.effects.last == .leave)
  }

  @Test func `new data goes beneath the edits`() throws {
    var script = try edited("10")
    let edits = script.state.whatIf?.board.edits
    let newer = try TinyPartner.standings().with(generation: 9) { $0.roster.removeFirst() }
    script.apply(.loaded(.standings(newer)))
    #expect(script.state.whatIf?.board.edits == edits)
    #expect(script.state.whatIf?.board.baseline == newer.scorecard)
    #expect(script.notice.hasPrefix("New data"))
    #expect(script.lines[0].contains("WHAT-IF"))
  }

  // MARK: Plan

  /// The plan page of the first area whose plan has steps.
  private func onPlan() throws -> (script: Script, plan: Plan) {
    for key in 1...6 {
      var script = Script(try MediumPartner.standings())
      script.type("\(key) p")
      if let plan = script.state.plan, plan.steps.count > 1 { return (script, plan) }
    }
    throw Unplanned()
  }

  private struct Unplanned: Error {}

  private func points(_ script: Script, _ plan: Plan) -> Points? {
    script.state.standings?.scorecard.areas[plan.area].tracks[plan.track].points
  }

  @Test func `a plan's step goes into the scenario and brings what it says`() throws {
    var (script, plan) = try onPlan()
    #expect(script.kind == .plan(area: plan.area))
    script.type("Enter")
    #expect(script.state.whatIf?.board.edits == plan.steps[0].edits)
    #expect(points(script, plan) == plan.steps[0].total)
  }

  @Test func `what is about to be lost stands below the steps, and is none`() throws {
    let tiny = try TinyPartner.standings()
    let number = try #require(tiny.rulebook.areaIndex("modern-work"))
    var script = Script(tiny)
    script.type("\(number + 1) p")
    let plan = try #require(script.state.plan)
    let risk = try #require(plan.risks.first { $0.loss > .zero })
    #expect(script.column("step").last?.contains("About to be lost: ") ?? false)
    #expect(script.screen.contains(risk.title), "\(script.screen)")
    script.type("G Enter")
    #expect(script.state.whatIf == nil && script.notice.contains("no step to take"))
  }

  @Test func `all planned steps together reach the plan's end`() throws {
    var (script, plan) = try onPlan()
    for _ in plan.steps { script.type("Space") }
    script.type("Enter")
    #expect(points(script, plan) == plan.end)
  }

  @Test func `a plan that comes late is not shown for another area`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("5 p")
    let late = try #require(script.state.plan)
    let question = try #require(script.state.planQuestion)
    script.type("2 p")
    script.apply(.planned(late, question))
    #expect(script.state.plan?.area == 1)
    script.type("5 p")
    #expect(script.state.plan == late)
  }

  @Test func `undoing a step brings the plan back that it was of`() throws {
    var (script, plan) = try onPlan()
    script.type("Enter")
    #expect(script.state.plan?.start == plan.steps[0].total)
    script.type("u")
    #expect(script.state.plan == plan)
  }

  @Test func `after other rules and back the plan is there again`() throws {
    let standings = try MediumPartner.standings()
    var other = standings.rulebook
    other.id = "other"
    other.areas.removeLast()
    var script = Script(
      Standings(
        standings.portfolio, rulebook: standings.rulebook, asOf: standings.asOf,
        rulebooks: [other], freshness: [], generation: 1))
    script.type("4 p")
    let plan = try #require(script.state.plan)
    script.apply(.event(.key(Key(.character("0")))))
    _ = script.state.take(.rulebook(id: "other"))
    script.type("u 4 p")
    #expect(script.state.plan == plan)
  }

  @Test func `the plan of a page is of the track that the page shows`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("4")
    let own = try #require(script.state.standings?.scorecard.areas[3].selectedTrack)
    script.type("t Enter p")
    #expect(script.page?.track == 1 - own)
    #expect(script.state.plan?.track == 1 - own)
  }

  @Test func `a plan may aim at another number`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("4 p =")
    script.write("30")
    script.type("Enter")
    #expect(script.state.plan?.target == Points(30))
    script.type("=")
    script.write("900")
    script.type("Enter")
    #expect(script.notice.contains("'900' is no number of points"), "\(script.notice)")
  }
}
