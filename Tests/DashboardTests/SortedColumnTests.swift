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
}
