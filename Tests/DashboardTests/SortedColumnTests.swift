import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

@Suite struct SortedColumnTests {
  private static let keys: [SortKey] = [
    .number(3), .missing, .number(-2.5), .number(0), .number(-0.0), .number(1e15), .missing,
    .number(-1e-9), .number(.infinity), .number(3),
  ]
  private static let names: [SortKey] = [
    "elm", "", "elmwood dental", "elmwood ", "ärzte", "zebra", "elmwood dental", "éclair",
    "青波光学株式会社",
  ].map { .text($0) }

  /// Sorts by the keys themselves.
  private func expected(_ keys: [SortKey], ascending: Bool) -> [Int] {
    keys.indices.sorted { left, right in
      let (a, b) = (keys[left], keys[right])
      if a == b { return left < right }
      if a == .missing || b == .missing { return b == .missing }
      return ascending ? a < b : a > b
    }
  }

  @Test(arguments: [true, false])
  func `words order rows as the keys they stand for`(ascending: Bool) {
    for keys in [Self.keys, Self.names, Self.names + [.missing]] {
      let column = SortedColumn(keys, ascending: ascending)
      #expect(
        SortedColumn.order([column], count: keys.count) == expected(keys, ascending: ascending))
    }
  }

  @Test func `a second column decides between equals, and then the order they came in`() {
    let first = SortedColumn(
      [.number(1), .number(0), .number(1), .number(1)], ascending: true)
    let second = SortedColumn(
      [.text("b"), .text("z"), .text("c"), .text("b")], ascending: false)
    #expect(SortedColumn.order([first, second], count: 4) == [1, 2, 0, 3])
  }

  @Test func `many rows come in the order of their keys, equal ones as they came`() {
    var generator = SeededGenerator(seed: 5)
    let keys = (0..<3000).map { _ in
      SortKey.number(Double(Int.random(in: -300...300, using: &generator)) * 1.5)
    }
    for ascending in [true, false] {
      let column = SortedColumn(keys, ascending: ascending)
      #expect(
        SortedColumn.order([column], count: keys.count) == expected(keys, ascending: ascending))
    }
  }

  @Test func `tenants come by name as their texts do`() throws {
    var tenants = TenantDirectory()
    let names = [
      "elm", "Elm", "", "ELMWOOD dental", "Elmwood Dental", "ärzte", "Ärzte", "zebra", "Éclair",
      "elmwood", "", "青波光学株式会社", "Elmwood 2",
    ]
    for (number, name) in names.enumerated() {
      tenants.append(id: "t\(number % 12)", name: name, market: "", segment: "")
    }
    let order = NameOrder(tenants)
    let texts = names.enumerated().map { number, name in
      SortKey.text(name.isEmpty ? "t\(number % 12)" : name.lowercased())
    }
    let places = names.indices.map { SortKey.number(Double(order[$0])) }
    #expect(expected(places, ascending: true) == expected(texts, ascending: true))
    #expect(expected(places, ascending: false) == expected(texts, ascending: false))
  }

  @Test(arguments: [true, false])
  func `the list of tenants is sorted alike with and without the order of names`(
    ascending: Bool
  ) throws {
    var standings = try MediumPartner.standings()
    var table = TableState()
    table.setSort([Table.SortKey("name", ascending: ascending)])
    table.arrange(TenantRows(standings: standings))
    let plain = table.order
    standings.nameOrder = NameOrder(standings.portfolio.tenants)
    table.arrange(TenantRows(standings: standings))
    #expect(table.order == plain)
  }
}
