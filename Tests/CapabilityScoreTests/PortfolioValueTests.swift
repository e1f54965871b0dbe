import Testing

@testable import CapabilityScore

@Suite struct FoldedNameTests {
  /// Scoring.md §7: matching folds case, spaces and punctuation.
  @Test(arguments: [
    ("CSP Tier 1", "csp-tier-1"), ("TeamsPhonecalling1p/3p", "teams phonecalling 1P 3P"),
    ("Omni-channel", "Omni Channel"), ("Finance & Operations", "FinanceOperations"),
    ("Dynamics 365: Finance", "dynamics365finance"), ("Éclair Größe", "éclair-größe"),
    ("Cafe\u{301} Bar", "Café™ bar"), ("", " -/: "),
  ])
  func `names match without case, spaces and punctuation`(left: String, right: String) {
    #expect(FoldedName(left) == FoldedName(right))
    #expect(FoldedName(left).hashValue == FoldedName(right).hashValue)
  }

  @Test(arguments: [
    ("EXO", "EX0"), ("Teams", "Teams Meetings"), ("Café", "Cafe"), ("CSP T1", "CSP T2"),
    ("電話 1", "電話 2"),
  ])
  func `other names do not`(left: String, right: String) {
    #expect(FoldedName(left) != FoldedName(right))
  }
}

@Suite struct MonthWindowTests {
  @Test func `a window holds what six months of scores read, and no more than it must`() {
    let window = MonthWindow(
      asOf: day("2024-07-15"), lastMonth: month("2024-06"), oldest: month("2024-05"))
    #expect(window.last == month("2024-06"))
    #expect(window.first <= month("2024-06").advanced(by: -5 - 23))
    #expect(!window.contains(month("2024-07")))
  }

  @Test func `the year before goes back as far as the data, up to 43 months before L`() {
    let window = MonthWindow(
      asOf: day("2024-07-15"), lastMonth: month("2024-06"), oldest: month("1999-01"))
    #expect(window.first == month("2024-06").advanced(by: -43))
    #expect(window.last == month("2024-06"))
  }

  @Test func `months between an old L and the as-of month are held as far as 64 lanes go`() {
    let window = MonthWindow(
      asOf: day("2024-07-15"), lastMonth: month("2010-06"), oldest: month("2010-01"))
    #expect(window.contains(month("2010-06")))
    #expect(window.contains(month("2010-06").advanced(by: -28)))
    #expect(window.count == MonthWindow.limit)
  }

  @Test func `usage of the as-of month is never held`() {
    let window = MonthWindow(
      asOf: day("2024-07-15"), lastMonth: month("2024-07"), oldest: month("2024-07"))
    #expect(window.last == month("2024-06"))
  }

  @Test func `without usage there is still a window`() {
    let window = MonthWindow(asOf: day("2024-07-15"), lastMonth: nil, oldest: nil)
    #expect(window.contains(month("2024-06")))
    #expect(!window.contains(month("2024-07")))
  }

  @Test func `a lane is the place of its month`() {
    let window = MonthWindow(first: month("2023-01"), count: 12)
    #expect(window.lane(month("2022-12")) == -1)
    #expect(window.month(window.lane(month("2023-06"))) == month("2023-06"))
    #expect(window.contains(month("2023-12")))
    #expect(!window.contains(month("2024-01")))
    #expect(MonthWindow(first: month("2023-01"), count: 99).count == MonthWindow.limit)
    #expect(MonthWindow(first: month("2023-01"), count: 0).count == 1)
  }
}

@Suite struct TextColumnTests {
  @Test func `texts come back as they went in`() {
    var column = TextColumn()
    let texts = ["Elm", "", "Grüße 🌲", "Elm"]
    for text in texts { column.append(text) }
    #expect((0..<column.count).map { column[$0] } == texts)
    #expect(column.range(1).isEmpty)
  }

  @Test func `a word is found in any case, and exactly where case matters`() {
    var column = TextColumn()
    for text in ["Elm 12", "ELM", "", "12,345.60", "helm"] { column.append(text) }
    func found(_ word: String, matchingCase: Bool = false) -> [Int] {
      var found = [Bool](repeating: false, count: column.count)
      column.mark(rowsContaining: Array(word.utf8), matchingCase: matchingCase, in: &found)
      return found.indices.filter { found[$0] }
    }
    #expect(found("elm") == [0, 1, 4])
    #expect(found("elm", matchingCase: true) == [4])
    #expect(found("ELM", matchingCase: true) == [1])
    #expect(found("12") == [0, 3])
    #expect(found("5.6") == [3])
    #expect(found("").count == 5)
  }

  @Test func `different texts are numbered as they come, up to so many`() throws {
    var column = TextColumn()
    let texts = ["DE", "", "FR", "DE", "", "Fr", "FR"]
    for text in texts { column.append(text) }
    let found = try #require(column.different(atMost: 4))
    #expect(found.numbers == [0, 1, 2, 0, 1, 3, 2])
    #expect(found.rows.map { column[$0] } == ["DE", "", "FR", "Fr"])
    #expect(column.different(atMost: 3) == nil)
    #expect(TextColumn().different(atMost: 1)?.numbers.isEmpty == true)
  }

  @Test func `malformed bytes are repaired when they are read`() {
    var column = TextColumn()
    column.append(utf8: ([0x41, 0xFF, 0x42] as [UInt8]).span.bytes)
    column.append("C")
    #expect(column[0] == "A\u{FFFD}B")
    #expect(column[1] == "C")
  }

  @Test func `tenants are found by id in any case, and named by id without a name`() {
    var directory = TenantDirectory()
    directory.append(id: "aa-01", name: "Elm", market: "DE", segment: "SMC")
    directory.append(id: "aa-02", name: "", market: "", segment: "")
    #expect(directory.number(ofID: "AA-02") == 1)
    #expect(directory.number(ofID: "aa-0") == nil)
    #expect((0..<2).map(directory.label) == ["Elm", "aa-02"])
  }
}

@Suite struct SeriesTableTests {
  private func row(
    _ field: Field, _ workload: Int, _ association: Int, _ lanes: [Int: Int64],
    since: String? = nil, in appender: inout SeriesTable.Appender
  ) {
    let key = SeriesTable.RowKey(field: field, workload: workload, association: association)
    appender.addRow(key, associatedOn: since.map { day($0) }) { values in
      for (lane, value) in lanes { values[lane] = value }
      return lanes.keys.reduce(0) { $0 | 1 << UInt64($1) }
    }
  }

  @Test func `rows of a tenant are ordered, and rows of one key add up`() {
    var appender = SeriesTable.Appender(lanes: 3)
    row(.pau, 1, 0, [0: 5], in: &appender)
    row(.acr, 2, 1, [1: 7], since: "2024-05-01", in: &appender)
    row(.acr, 2, 1, [1: 1, 2: 2], since: "2024-03-01", in: &appender)
    row(.acr, 0, 0, [2: 9], in: &appender)
    appender.endTenant()
    let table = appender.table
    #expect(table.rows(of: 0, .acr) == 0..<2)
    #expect(table.rows(of: 0, .pau) == 2..<3)
    #expect(table.workload == [0, 2, 1])
    #expect((0..<3).map { table.value(row: 1, lane: $0) } == [nil, 8, 2])
    #expect(table.associationDay(ofRow: 1) == day("2024-03-01"))
    #expect(table.associationDay(ofRow: 0) == nil)
    #expect(SeriesTables(table).tenantsPerLane() == [1, 1, 1])
  }

  @Test func `a fact of zero is a fact`() {
    var appender = SeriesTable.Appender(lanes: 2)
    row(.acr, 0, 0, [1: 0], in: &appender)
    appender.endTenant()
    appender.endTenant()
    #expect(appender.table.value(row: 0, lane: 1) == 0)
    #expect(appender.table.value(row: 0, lane: 0) == nil)
    #expect(appender.table.value(row: 0, lane: 2) == nil)
    #expect(SeriesTables(appender.table).tenantsPerLane() == [0, 1])
    #expect(appender.table.rows(of: 1).isEmpty)
  }
}
