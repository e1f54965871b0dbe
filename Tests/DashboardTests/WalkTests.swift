import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// Things that hold on every screen: a walk through all of them.
@Suite struct WalkTests {
  /// Keys that lead to every kind of page and overlay.
  static let walk = [
    "", "1", "4", "4 t", "4 H", "4 H j j Enter", "4 H j j Enter Enter", "1 p", "2 p", "3 p", "4 p",
    "5 p", "6 p", "4 Enter",
    "4 Enter n n n n", "4 j Enter", "5 Enter",
    "6 Enter", "6 Enter Tab Tab", "1 G Enter", "2 j Enter", "5 c", "5 Enter Enter",
    "2 j Enter Enter", "o Enter", "o Enter Enter", "o Enter Enter O", "o Enter Enter O e",
    "o Enter Enter O Enter", "o Enter Enter O x", "o j Enter", "o j Enter Enter", "o j j Enter",
    "o c", "o c Enter",
    "o j j Enter Enter", "o j j Enter Enter A", "o Enter Enter A", "o Enter x", "o Enter x D",
    "o Enter x b", "o Enter x w", "o Enter x v", "o Enter x W a Enter w Enter", "o Enter a e 5",
    "o Enter C", "o Enter E", "o Enter /", "?", ":", "T",
    "o Enter Space Space", "4 Enter z",
  ]

  @Test(arguments: walk)
  func `privacy hides every name`(_ keys: String) throws {
    var portfolio = try TinyPartner.standings().explainer.portfolio
    portfolio.rename(tenant: { "Quxtenant \($0)" }, person: { "Zyxperson \($0)" })
    portfolio.partner.name = "Wvupartner"
    for number in portfolio.roster.indices {
      portfolio.roster[number].id = "zyxperson\(number)@mail.example"
    }
    let standings = try TinyPartner.standings().with(generation: 2) { $0 = portfolio }
    var script = Script(standings, columns: 160, rows: 60)
    script.type("P")
    for key in keys.split(separator: " ").map(String.init) + ["Y"] {
      script.type(key)
      let shown = script.screen.lowercased()
      for secret in ["quxtenant", "zyxperson", "wvupartner"] {
        #expect(!shown.contains(secret), "\(secret) after \(key) of \(keys):\n\(script.screen)")
      }
      for case .copy(let text) in script.effects {
        #expect(!text.lowercased().contains("quxtenant") && !text.lowercased().contains("zyx"))
      }
    }
    for tenant in portfolio.tenants.ids(0..<5) {
      #expect(!script.screen.contains(tenant), "\(script.screen)")
    }
  }

  /// Money of the tiny partner that is no count of anything: shown to everybody else somewhere.
  private static let amounts = ["299.99", "999.99", "1,000.01", "300.01", "250.01"]

  @Test(arguments: walk)
  func `a report viewer sees no amount of money`(_ keys: String) throws {
    var standings = try TinyPartner.standings()
    standings.hidesRevenue = true
    var script = Script(standings, columns: 160, rows: 60)
    for key in keys.split(separator: " ").map(String.init) + ["Y", "E"] {
      script.type(String(key))
      for amount in Self.amounts {
        #expect(
          !script.screen.contains(amount), "\(amount) after \(key) of \(keys):\n\(script.screen)")
      }
      // What a plan asks for is an amount, too; those of the criteria are the rulebook's.
      if script.page?.rows is PlanRows {
        #expect(!script.screen.contains(/[0-9] USD/), "\(keys):\n\(script.screen)")
      }
      for case .copy(let text) in script.effects {
        #expect(Self.amounts.allSatisfy { !text.contains($0) }, "copied: \(text)")
      }
    }
  }

  @Test(arguments: walk)
  func `a hidden amount is no number to sort by either`(_ keys: String) throws {
    var standings = try TinyPartner.standings()
    standings.hidesRevenue = true
    var script = Script(standings)
    script.type(keys)
    guard let rows = script.page?.rows else { return }
    for (row, column) in product(0..<rows.count, rows.columns.indices)
    where rows.cell(row, column).text.contains(AmountMask.sign) {
      guard case .number = rows.sortKey(row, column) else { continue }
      Issue.record("\(rows.columns[column].id) of \(keys)")
    }
  }

  private func product(_ rows: Range<Int>, _ columns: Range<Int>) -> [(Int, Int)] {
    rows.flatMap { row in columns.map { (row, $0) } }
  }

  @Test func `everybody else sees amounts`() throws {
    var script = Script(try TinyPartner.standings(), columns: 160, rows: 60)
    var seen = ""
    var plans = ""
    for keys in Self.walk {
      script = Script(try TinyPartner.standings(), columns: 160, rows: 60)
      script.type(keys)
      seen += script.screen
      if script.page?.rows is PlanRows { plans += script.screen }
    }
    #expect(plans.contains(/[0-9] USD/))
    for amount in Self.amounts {
      #expect(seen.contains(amount), "\(amount)")
    }
  }

  @Test func `without privacy the names are there`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter")
    #expect(script.screen.contains("Alder"))
    script.type("P")
    #expect(!script.screen.contains("Alder") && script.screen.contains("Tenant 1"))
    script.type("P")
    #expect(script.screen.contains("Alder"))
  }

  // MARK: Names

  static let names = [
    "株式会社サンプル日本語名", "Ünïcödé e\u{301}e\u{301}e\u{301} Ltd", "🏔️ Fjell 👩‍👩‍👧‍👦 Gruppen 🇳🇴",
    "شركة المثال المحدودة", "עברית בע״מ", "한국 회사 주식회사", "tab\there\u{1B}[31mred\u{7}",
    "\u{202E}reversed\u{202C}", "A\u{300}\u{301}\u{302}\u{303}\u{304}bc", "",
  ]

  @Test(arguments: Array(20...200))
  func `names of any script keep the right border in its column`(_ width: Int) throws {
    let odd = try TinyPartner.standings().with(generation: 2) { portfolio in
      portfolio.rename(
        tenant: { Self.names[$0 % Self.names.count] }, person: { Self.names[$0 % Self.names.count] }
      )
    }
    let plain = try TinyPartner.standings().with(generation: 2) { portfolio in
      portfolio.rename(tenant: { "Tenant \($0)" }, person: { "Person \($0)" })
    }
    for keys in ["6 Enter", "2 j Enter", "o Enter", "5 Enter Enter"] {
      let rows = width.isMultiple(of: 2) ? 16 : 40
      var script = Script(odd, columns: width, rows: rows)
      var expected = Script(plain, columns: width, rows: rows)
      script.type(keys)
      expected.type(keys)
      expectAligned(script, expected, width)
    }
  }

  /// No row is wider than the screen, no half glyph stays, and frames close where plain names do.
  private func expectAligned(_ script: Script, _ plain: Script, _ width: Int) {
    let canvas = DashboardView(state: script.state).canvas
    let reference = DashboardView(state: plain.state).canvas
    for row in 0..<canvas.size.rows {
      var column = 0
      while column < width { column += max(1, Int(canvas[column, row].glyph.columns)) }
      #expect(column == width, "row \(row) at \(width):\n\(script.screen)")
      for edge in ["│", "╮", "╯", "┐", "┘", "╭", "╰"] {
        let isEdge = reference[width - 1, row].text == edge
        if isEdge {
          #expect(canvas[width - 1, row].text == edge, "row \(row) at \(width):\n\(script.screen)")
        }
      }
    }
    #expect(!script.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!script.screen.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
  }

  // MARK: Themes

  @Test func `a theme is shown while it is chosen, and Esc brings the old one back`() throws {
    var other = Theme.terminal
    other.name = "other"
    var script = Script(try TinyPartner.standings(), themes: [.terminal, other])
    script.type("T j")
    #expect(script.state.shownTheme.name == "other")
    script.type("Esc")
    #expect(script.state.shownTheme.name == "terminal")
    script.type("T j Enter")
    #expect(script.state.shownTheme.name == "other")
    #expect(script.notice.contains("other"))
  }

  // MARK: Random keys

  @Test(arguments: 0..<8)
  func `thousands of random keys and sizes leave a whole frame`(_ seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    let standings = seed.isMultiple(of: 2) ? try TinyPartner.standings() : nil
    var script = Script(
      try standings ?? MediumPartner.standings(), glyphs: seed % 3 == 0 ? .ascii : .unicode)
    let keys = Self.keys
    for step in 0..<300 {
      if dice.next() % 16 == 0 {
        script.resize(
          columns: Int.random(in: 1...220, using: &dice), rows: Int.random(in: 1...70, using: &dice)
        )
      }
      guard let key = keys.randomElement(using: &dice) else { continue }
      script.apply(.event(.key(key)))
      expectWholeFrame(script.state, "seed \(seed), step \(step), \(key)")
    }
  }

  static let keys: [Key] =
    CommandInfo.all.flatMap { $0.keys.compactMap { Key(notation: $0) } }
    + "0123456789+-=abcdeé世 ".map { Key(.character($0)) }
    + [.enter, .enter, .escape, .backspace, .tab, .down, .down, .up, .left, .delete].map { Key($0) }

  private func expectWholeFrame(_ state: DashboardState, _ what: String) {
    let canvas = DashboardView(state: state).canvas
    #expect(canvas.size == state.size, "\(what)")
    if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor), "\(what): \(cursor)") }
    let hasRoom =
      state.size.columns >= PageLayout.least.columns && state.size.rows >= PageLayout.least.rows
    guard hasRoom else { return }
    let title = (0..<8).map { canvas[$0, 0].text }.joined()
    #expect(title == " Capstan", "\(what)")
    #expect(canvas.cursor != nil, "\(what): there is no cursor\n\(canvas.text)")
  }
}

extension TextColumn {
  fileprivate func callAsFunction(_ rows: Range<Int>) -> [String] { rows.map { self[$0] } }
}
