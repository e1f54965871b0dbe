import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// Order, filter, marks and segments of tables.
@Suite struct TableTests {
  @Test(arguments: [0, 1, 3, 4, 5])
  func `a column is sorted one way, then the other, missing values last`(
    _ column: Int
  ) throws {
    var script = Script(try MediumPartner.standings())
    script.type("o Enter" + String(repeating: " l", count: column) + " s")
    try expectOrder(script, column, <)
    script.type("s")
    try expectOrder(script, column, >)
  }

  private func expectOrder(
    _ script: Script, _ column: Int, _ inOrder: (SortKey, SortKey) -> Bool
  ) throws {
    let page = try #require(script.page)
    let keys = page.table.order.map { page.rows.sortKey($0, column) }
    #expect(keys.count == page.rows.count)
    for (left, right) in zip(keys, keys.dropFirst()) where left != right {
      let isRight = right == .missing || (left != .missing && inOrder(left, right))
      #expect(isRight, "\(left) before \(right)")
    }
  }

  @Test func `a second key orders rows that the first leaves equal`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("o Enter l s l S")
    let page = try #require(script.page)
    let keys = page.table.order.map { (page.rows.sortKey($0, 1), page.rows.sortKey($0, 2)) }
    for (left, right) in zip(keys, keys.dropFirst()) {
      #expect(left.0 < right.0 || (left.0 == right.0 && left.1 <= right.1))
    }
    #expect(page.table.sort.map(\.column) == ["market", "segment"])
    #expect(script.screen.contains("1▲") && script.screen.contains("2▲"), "\(script.screen)")
  }

  @Test func `the cursor stays on its row while sort and filter change`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("o Enter j j j j j j j")
    let row = script.page?.selectedID
    for keys in ["l l l s", "s", "l S", "/ a", "Enter", "Esc"] {
      script.type(keys)
      #expect(script.page?.selectedID == row, "after \(keys)")
    }
  }

  @Test func `a filter says how many of how many, and Esc shows all again`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("o Enter /")
    script.write("zzz")
    #expect(script.screen.contains("0 of 80"), "\(script.screen)")
    #expect(script.screen.contains("No row matches zzz"))
    script.type("Backspace Backspace Backspace")
    #expect(script.screen.contains("80 of 80"))
    script.write("co")
    script.type("Enter")
    let shown = try #require(script.table?.order.count)
    #expect(shown > 0 && shown < 80)
    #expect(script.lines.contains { $0.contains("of \(shown)") && $0.contains("filter: co") })
    script.type("Esc")
    #expect(script.table?.order.count == 80)
  }

  @Test(arguments: ["", "4"])
  func `a filter that hides areas or metrics is named`(_ keys: String) throws {
    var script = Script(try TinyPartner.standings())
    script.type(keys + " /")
    script.write("sec")
    script.type("Enter")
    #expect(script.screen.contains("filter: sec (Esc clears)"), "\(script.screen)")
  }

  @Test func `marks that the filter hides are told`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter Space Space Space")
    #expect(script.notice == "3 marked")
    script.type("/")
    script.write("elm")
    script.type("Enter Space")
    #expect(script.notice == "4 marked, 3 hidden by the filter")
    script.type("Esc a")
    #expect(script.notice == "10 marked")
    script.type("a")
    #expect(script.notice == "0 marked")
  }

  @Test func `copying takes the marked rows, else the one under the cursor`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter y")
    #expect(script.effects.last == .copy("Alder"))
    script.type("Space j Space Y")
    guard case .copy(let text)? = script.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["Alder", "Corvin"])
  }

  @Test func `the segments of every metric add up`() throws {
    for standings in [try TinyPartner.standings(), try MediumPartner.standings()] {
      for (area, rule) in standings.rulebook.areas.enumerated() {
        for (track, trackRule) in rule.tracks.enumerated() {
          for metric in trackRule.metrics.indices {
            let place = MetricNumber(area: area, track: track, metric: metric)
            for component in standings.rule(place).components.indices {
              expectSegments(standings, place, component)
            }
          }
        }
      }
    }
  }

  private func expectSegments(_ standings: Standings, _ place: MetricNumber, _ component: Int) {
    let measure = standings.rule(place).components[component].measure
    let list = standings.explainer.contributors(measure: measure).contributors
    let counts = [Segment.added, .lost, .kept, .notCounted].map { list.count(where: $0.contains) }
    #expect(counts.reduce(0, +) == list.count, "\(standings.title(place))")
    for row in list where Segment.nearMiss.contains(row) {
      #expect(row.change == .lost || row.change == .notCounted)
    }
    for row in list where Segment.atRisk.contains(row) {
      #expect(row.change == .added || row.change == .kept)
    }
  }

  @Test func `n goes through the segments, and each shows as many rows as it says`() throws {
    var script = Script(try MediumPartner.standings())
    script.type("4 Enter")
    for segment in Segment.allCases {
      #expect(script.page?.segment == segment)
      let count = try #require(script.table?.order.count)
      let counts = script.lines[5] + " "
      #expect(counts.contains(" \(segment.name) \(count) "), "\(counts)")
      script.type("n")
    }
    #expect(script.page?.segment == .all)
    script.type("N")
    #expect(script.page?.segment == .notCounted)
  }

  @Test func `keys reach the last and the first row of a long table`() throws {
    var script = Script(try MediumPartner.standings(), rows: 24)
    script.type("o Enter G")
    #expect(script.table?.position == 79)
    #expect(script.lines.contains { $0.contains("▸") })
    script.type("g")
    #expect(script.table?.position == 0)
    script.type("PgDn PgUp Ctrl-D Ctrl-U k")
    #expect(script.table?.position == 0)
  }
}
