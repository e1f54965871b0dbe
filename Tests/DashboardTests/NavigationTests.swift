import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// Ways in, and the way back.
@Suite struct NavigationTests {
  @Test func `Esc closes the overlay, then the filter, then the pane, then goes back`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 j Enter")
    let contributors = script.kind
    script.type("/ e Enter Tab ?")
    #expect(script.hasOverlay && script.page?.focus == .detail)
    script.type("Esc")
    #expect(!script.hasOverlay && script.table?.filter == "e")
    script.type("Esc")
    #expect(script.table?.filter == "" && script.page?.focus == .detail)
    script.type("Esc")
    #expect(script.page?.focus == .table && script.kind == contributors)
    script.type("Esc")
    #expect(script.kind == .area(3))
    script.type("Esc")
    #expect(script.kind == .overview)
  }

  @Test func `an import that numbers workloads anew keeps the page on its workload`() throws {
    let standings = try TinyPartner.standings()
    var script = Script(standings)
    script.type("o j Enter j j Enter")
    guard case .workload(let number)? = script.kind else {
      Issue.record("\(String(describing: script.kind))")
      return
    }
    let name = standings.portfolio.names.workloads[number]
    var other = try MediumPartner.standings()
    other.generation = standings.generation + 1
    script.apply(.loaded(.standings(other)))
    guard case .workload(let after)? = script.kind else {
      Issue.record("the workload is in both")
      return
    }
    #expect(other.portfolio.names.workloads[after] == name)
    #expect(number != after, "choose a workload that moves")
  }

  @Test func `the six months lead to who was added and lost, and on to them`() throws {
    var standings = try TinyPartner.standings()
    standings.enrolments["modern-work"] = Day("2024-09-10")
    var script = Script(standings)
    script.type("4 H")
    #expect(
      script.screen.contains(
        "Enrolled until 10 Sep 2024, 57 days left; it can be renewed now."), "\(script.screen)")
    script.type("Enter")
    #expect(script.notice.contains("Choose a metric"))
    script.type("j j Enter")
    #expect(script.column("month") == ["Jul 2024", "Mar 2024"])
    #expect(script.column("change") == ["✓ added", "✓ added"])
    #expect(script.column("name") == ["Elm", "Fen"])
    script.type("Enter")
    #expect(script.lines[3].hasSuffix("Elm"), "\(script.screen)")
  }

  @Test(arguments: ["Esc", "Ctrl-Q", "Ctrl-D", "Ctrl-I"])
  func `on the welcome page only its own keys do something`(_ key: String) {
    var script = Script(nil)
    script.type(key)
    #expect(!script.hasOverlay && !script.effects.contains(.leave))
    #expect(!script.effects.contains(.openDemo))
  }

  @Test func `an import on the welcome page shows how far it is, and Esc cancels it`() {
    var script = Script(nil)
    script.type("i")
    script.write("/exports")
    script.type("Enter")
    #expect(script.effects == [.importExports(path: "/exports")])
    script.apply(.importing("43 %  AzureUsage.csv  12 s left"))
    #expect(script.screen.contains("43 %  AzureUsage.csv  12 s left"), "\(script.screen)")
    script.type("d i")
    #expect(script.effects.count == 1, "nothing else begins meanwhile")
    script.type("Esc")
    #expect(script.effects.last == .cancelImport)
    script.apply(.failed("The import was cancelled, and the cache is as it was."))
    #expect(script.screen.contains("There is no data yet."))
    script.type("i")
    script.write("x")
    script.type("Enter Ctrl-C")
    #expect(script.effects.suffix(2) == [.cancelImport, .leave])
  }

  @Test func `a path that could not be imported may be corrected`() throws {
    var script = Script(nil)
    script.type("i")
    script.write("/nope")
    script.type("Enter")
    script.apply(.failed("there is nothing at '/nope'"))
    #expect(script.screen.contains("/nope"), "\(script.screen)")
    script.type("Backspace Backspace")
    script.write("w")
    script.type("Enter")
    #expect(script.effects.last == .importExports(path: "/now"))
  }

  @Test(arguments: ["", "5 "])
  func `a filter that matches nothing says so on the overview and on an area`(_ keys: String)
    throws
  {
    var script = Script(try TinyPartner.standings())
    script.type(keys + "/")
    script.write("zzz")
    #expect(
      script.screen.contains("No row matches zzz. Esc clears the filter."), "\(script.screen)")
  }

  @Test func `certifications that end soon show the points they carry, and whose they are`() throws
  {
    let standings = try MediumPartner.standings()
    var script = Script(standings)
    script.type("o c")
    let days = standings.rulebook.nearness.expiryDays
    let expiries = standings.explainer.expiries(within: days)
    try #require(!expiries.isEmpty)
    #expect(script.column("name").count == expiries.count)
    for (expiry, shown) in zip(expiries, script.column("points")) {
      var board = standings.board
      board.apply(expiry.edit(standings.explainer))
      let change = zip(board.scorecard.areas, standings.scorecard.areas)
        .reduce(Points.zero) { $0 + ($1.0.points - $1.1.points) }
      #expect(shown == (change == .zero ? "=" : change.signedWords))
    }
    script.type("Enter")
    #expect(script.kind == .individual(expiries[0].person))
  }

  @Test func `Esc never leaves the program`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 Enter Enter O e Esc Esc Esc Esc Esc Esc Esc Esc Esc Esc")
    #expect(script.kind == .overview)
    #expect(!script.effects.contains(.leave))
    #expect(script.notice.contains("This is the top"))
  }

  @Test func `q closes one level and leaves at the top`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 Enter q")
    #expect(script.kind == .area(3))
    script.type("q")
    #expect(!script.effects.contains(.leave))
    script.type("q")
    #expect(script.effects.last == .leave)
  }

  @Test func `going back leads to the same row, filter and sort`() throws {
    var script = Script(try MediumPartner.standings(), rows: 20)
    script.type("o Enter l l l s s / a Enter j j j j j j j j j j j j j j j j")
    let before = try #require(script.table)
    try #require(before.position > 10 && before.firstRow > 0 && !before.sort.isEmpty)
    script.type("Enter Tab j Enter Esc Esc Esc")
    #expect(script.kind == .tenants)
    #expect(script.table == before)
  }

  @Test func `the previous place and back again`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 j Enter")
    let first = script.kind
    script.type("5 '")
    #expect(script.kind == first)
    script.type("'")
    #expect(script.kind == .area(4))
  }

  @Test(arguments: [
    "5", "] ] ] ] ]", "[ [", "Shift-Right Shift-Right Shift-Right Shift-Right Shift-Right",
    "Shift-Left Shift-Left",
  ])
  func `a tab is reached by its number and by steps`(_ keys: String) throws {
    var script = Script(try TinyPartner.standings())
    script.type(keys)
    #expect(script.kind == .area(4))
    script.type("0")
    #expect(script.kind == .overview)
  }

  @Test func `a tab is reached by the mouse`() throws {
    var script = Script(try TinyPartner.standings())
    let tabs = script.lines[1]
    let title = try #require(tabs.ranges(of: "5 Security").first)
    let point = Point(column: TextWidth.columns(tabs[..<title.lowerBound]), row: 1)
    script.apply(.event(.mouse(Mouse(.press(.left), at: point))))
    #expect(script.kind == .area(4))
  }

  @Test func `a click chooses a row, a second one opens it`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter")
    let row = try #require(script.lines.firstIndex { $0.contains(" Corvin ") })
    let click = Message.event(.mouse(Mouse(.press(.left), at: Point(column: 8, row: row))))
    script.apply(click)
    #expect(script.page?.selectedID == .subject(.tenant(2)))
    #expect(script.kind == .tenants)
    script.apply(click)
    #expect(script.kind == .tenant(2))
  }

  @Test func `the way in goes from metric to tenant to workload, and shows where one is`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("5 Enter")
    guard case .contributors? = script.kind else {
      Issue.record("\(script.screen)")
      return
    }
    script.type("Enter")
    guard case .tenant? = script.kind else {
      Issue.record("\(script.screen)")
      return
    }
    script.type("O Enter")
    guard case .workload? = script.kind else {
      Issue.record("\(script.screen)")
      return
    }
    #expect(script.lines[3].contains("Dray › Usage › Sentinel"), "\(script.lines[3])")
  }

  @Test func `t shows the other track, and t again the partner's`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4")
    #expect(script.lines[3].contains("Modern Work › SMB track"), "\(script.lines[3])")
    script.type("t")
    #expect(script.lines[3].contains("Modern Work › Enterprise track"), "\(script.lines[3])")
    #expect(script.lines[4].contains("14.9 of 100"), "\(script.lines[4])")
    script.type("t")
    #expect(script.lines[4].contains("28.6 of 100"), "\(script.lines[4])")
  }

  @Test func `F from above all areas goes to the last failing metric, f to the first`() throws {
    let failing = try MediumPartner.standings().failingMetrics()
    for (key, metric) in [("f", failing.first), ("F", failing.last)] {
      var script = Script(try MediumPartner.standings())
      script.type("o Enter \(key)")
      #expect(script.page?.selectedID == metric.map { .metric($0) }, "\(key)")
    }
  }

  @Test func `h and l pass over hidden columns, and copies leave them out`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter C j Enter Esc l")
    let page = try #require(script.page)
    try #require(page.shownColumns.count < page.rows.columns.count)
    #expect(page.shownColumns.contains(page.table.column))
    script.type("Y")
    guard case .copy(let text)? = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(
      text.split(separator: "\t", omittingEmptySubsequences: false).count
        == page.shownColumns.count)
  }

  @Test(arguments: ["f", "F"])
  func `f and F walk all failing metrics of all areas`(_ key: String) throws {
    let standings = try TinyPartner.standings()
    let failing = standings.failingMetrics()
    try #require(failing.count > 10)
    var script = Script(standings)
    var seen: [MetricNumber] = []
    for _ in failing {
      script.type(key)
      guard case .metric(let place)? = script.page?.selectedID else { continue }
      seen.append(place)
    }
    #expect(Set(seen) == Set(failing))
    #expect(seen.count == failing.count)
    script.type(key)
    #expect(script.page?.selectedID == seen.first.map { .metric($0) })
  }

  @Test func `f after t goes to a metric of the partner's track`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("4 t f")
    guard case .metric(let place)? = script.page?.selectedID else {
      Issue.record("\(script.screen)")
      return
    }
    #expect(script.page?.track ?? place.track == place.track)
    #expect(script.screen.contains("Failing metric"))
  }

  @Test func `Tab goes from the table to the text, then on to the metric's other part`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("5 Enter")
    guard case .contributors(_, let first)? = script.kind else { return }
    script.type("Tab")
    #expect(script.page?.focus == .detail)
    script.type("Tab")
    guard case .contributors(_, let second)? = script.kind else { return }
    #expect(first != second)
  }

  @Test func `data that changes keeps the page, the row and the filter`() throws {
    let standings = try MediumPartner.standings()
    var script = Script(standings, rows: 24)
    script.type("o Enter l l l s / a Enter j j j j j")
    let (row, filter) = (script.page?.selectedID, script.table?.filter)
    script.apply(.loaded(.standings(standings.with(generation: 2) { $0.roster.removeLast() })))
    #expect(script.page?.selectedID == row)
    #expect(script.table?.filter == filter)
    #expect(script.notice.hasPrefix("New data"), "\(script.notice)")
  }

  @Test func `a person stays selected when others come before them`() throws {
    let standings = try TinyPartner.standings()
    var script = Script(standings)
    script.type("o j j Enter j j j")
    let name = try #require(
      script.page.flatMap { page in
        page.selectedRow.map { page.rows.cell($0, 0).text }
      })
    let newcomer = Individual(id: "abe@x.example", givenName: "Abe", familyName: "", holdings: [])
    script.apply(
      .loaded(.standings(standings.with(generation: 2) { $0.roster.insert(newcomer, at: 0) })))
    #expect(script.lines.contains { $0.contains("▸") && $0.contains(name) }, "\(script.screen)")
  }

  @Test func `the previous place shows the present data`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter 4 P '")
    #expect(script.kind == .tenants)
    #expect(!script.screen.contains("Alder"), "\(script.screen)")
  }

  @Test func `the page of a person stays theirs when others come before them`() throws {
    let standings = try TinyPartner.standings()
    var script = Script(standings)
    script.type("o j j Enter j j j Enter")
    let heading = script.lines[3]
    let newcomer = Individual(id: "abe@x.example", givenName: "Abe", familyName: "", holdings: [])
    script.apply(
      .loaded(.standings(standings.with(generation: 2) { $0.roster.insert(newcomer, at: 0) })))
    #expect(script.lines[3] == heading)
  }

  @Test func `leaving asks once when edits are unsaved`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter Enter O e")
    script.write("+1")
    script.type("Enter Q")
    #expect(!script.effects.contains(.leave))
    #expect(script.notice.contains("not saved"))
    script.type("Q")
    #expect(script.effects.last == .leave)
  }
}
