import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// The little language behind `/`.
@Suite struct FilterTests {
  private struct Customers: RowSource {
    let lines: [(name: String, market: String, seats: Double)] = [
      ("Contoso Ltd", "Norway", 12), ("Fabrikam", "Denmark", 340), ("contoso retail", "Sweden", 7),
      ("Northwind Traders", "Norway", 1200), ("Élan Conseil", "France", 0),
    ]
    let columns = [
      TableColumn(id: "name", title: "Tenant", width: .fixed(20)),
      TableColumn(id: "market", title: "Market", width: .fixed(20)),
      TableColumn(id: "pau", title: "Seats", width: .fixed(8), alignment: .right),
    ]
    var count: Int { lines.count }

    func cell(_ row: Int, _ column: Int) -> TableCell {
      let line = lines[row]
      return TableCell([line.name, line.market, "\(Int(line.seats))"][column])
    }

    func sortKey(_ row: Int, _ column: Int) -> Dashboard.SortKey {
      column == 2 ? .number(lines[row].seats) : .text(cell(row, column).text)
    }

    func identity(_ row: Int) -> RowID { .name(lines[row].name) }
  }

  @Test(arguments: [
    ("", [0, 1, 2, 3, 4]),
    ("contoso", [0, 2]),
    ("Contoso", [0]),
    ("traders north", [3]),
    ("north traders", [3]),
    ("contoso norway", [0]),
    ("!contoso", [1, 3, 4]),
    ("norway !contoso", [3]),
    ("market:norway", [0, 3]),
    ("m:norway", [0, 3]),
    ("name:nor", [3]),
    ("!market:norway", [1, 2, 4]),
    (">100", [1, 3]),
    ("<10", [2, 4]),
    ("seats:>100 pau:<1,000", [1]),
    ("tenant:nor", [3]),
    ("!seats:>100", [0, 2, 4]),
    ("name:>1", []),
    (">100 norway", [3]),
    ("~ntwt", [3]),
    ("~fbk", [1]),
    ("name:~co", [0, 2, 4]),
    ("élan", [4]),
    ("nothing:norway", []),
    (">", []),
    ("!", []),
  ])
  func `a query finds these rows`(_ query: String, _ rows: [Int]) {
    let source = Customers()
    let filter = FilterQuery(query, columns: source.columns)
    #expect(filter.matching(Array(0..<source.count), of: source) == rows)
  }

  @Test(arguments: [
    ("co", "con", true), ("co", "Co", false), ("co", "co n", false), ("!co", "!con", false),
    ("co", "name:co", false), ("n:co", "name:con", true), (">1", ">12", false), ("co", "c", false),
    ("", "c", false), ("7 co", "73 con", true),
  ])
  func `typing on a word leaves only rows that matched before`(
    _ before: String, _ after: String, _ narrows: Bool
  ) {
    let columns = ["Name", "Market"].map { TableColumn(id: $0, title: $0, width: .fixed(9)) }
    let query = FilterQuery(after, columns: columns)
    #expect(query.narrows(FilterQuery(before, columns: columns)) == narrows)
  }

  @Test func `what is typed letter by letter finds what it finds at once`() throws {
    var typed = Script(try MediumPartner.standings())
    typed.type("o t /")
    for letter in ["e", "n", " ", "!", "g", "a", "Backspace", "Backspace", "a"] {
      if letter.count > 1 { typed.type(letter) } else { typed.write(letter) }
      var fresh = TableState()
      let table = try #require(typed.state.page?.table)
      let rows = TenantRows(standings: try MediumPartner.standings())
      fresh.setSort(table.sort)
      fresh.filter(by: table.filter, rows) { _ in true }
      #expect(table.order == fresh.order, "\(table.filter)")
    }
  }

  @Test func `what is found out once per load filters and sorts as the cells do`() throws {
    let plain = try MediumPartner.standings()
    // A tenant that an import changed, and all others.
    var board = plain.board
    let line = try #require(plain.explainer.series(ofTenant: 3).first)
    let names = plain.portfolio.names
    board.apply(
      .usage(
        UsageEdit(
          tenant: plain.portfolio.tenants.ids[3], workload: names.workloads[line.workload],
          association: names.associations[line.association], field: EditField(line.field),
          months: .last, operation: .set(Quantity(420_042)))))
    var newer = plain
    newer.explainer = board.explainer()
    var known = newer
    known.tenantTotals = TenantTotals(plain.explainer).changed([3], by: newer.explainer)
    let (rows, fast) = (TenantRows(standings: newer), TenantRows(standings: known))
    let all = Array(0..<rows.count)
    for word in ["1", "42", ",0", "acr:9", "seats:1", ">300", "en 1"] {
      let query = FilterQuery(word, columns: rows.columns)
      #expect(query.matching(all, of: fast) == query.matching(all, of: rows), "\(word)")
    }
    for column in rows.columns.indices {
      #expect(fast.sortKeys(all, column) == rows.sortKeys(all, column))
      #expect(all.allSatisfy { fast.cell($0, column).text == rows.cell($0, column).text })
    }
  }

  @Test func `amounts are compared in the unit they are shown in`() throws {
    let rows = TenantRows(standings: try MediumPartner.standings())
    let column = try #require(rows.columns.firstIndex { $0.id == "acr" })
    let all = Array(0..<rows.count)
    let found = FilterQuery("acr:>300", columns: rows.columns).matching(all, of: rows)
    let shown = all.filter { row in
      let digits = rows.cell(row, column).text.filter { $0 != "," }
      return Double(digits).map { $0 > 300 } ?? false
    }
    #expect(found == shown)
    #expect(!shown.isEmpty && shown.count < rows.count)
  }

  @Test func `hidden amounts are not found by their size`() throws {
    var standings = try MediumPartner.standings()
    standings.hidesRevenue = true
    let rows = TenantRows(standings: standings)
    let found = FilterQuery("acr:>0", columns: rows.columns)
      .matching(Array(0..<rows.count), of: rows)
    #expect(found.isEmpty)
  }

  @Test(arguments: ["tenant:a", "usd:>0", "counts:>0"])
  func `who contributes is found by the titles of the columns`(query: String) throws {
    var script = Script(try TinyPartner.standings())
    script.type("2 Enter /")
    script.write(query)
    #expect(script.state.page?.table.order.isEmpty == false, "\(script.screen)")
  }

  @Test func `a column that is not there is named with those that are`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter /")
    script.write("colour:red")
    #expect(script.screen.contains("There is no column colour here, but tenant, market, segment"))
  }

  @Test func `what is found exactly is highlighted`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter /")
    script.write("elm")
    script.type("Enter")
    #expect(DashboardView(state: script.state).canvas.roleMap.contains("match"))
  }
}

@Suite struct FastFilterTests {
  @Test(arguments: ["fen", "é", "ga", "ENT", "united", "smb", "7", "zzz", "a", "∑", "ü"])
  func `tenants are filtered as their cells read`(word: String) throws {
    let rows = TenantRows(standings: try MediumPartner.standings())
    let query = FilterQuery(word, columns: rows.columns)
    let found = Set(query.matching(Array(0..<rows.count), of: rows))
    for row in 0..<rows.count {
      let texts = rows.columns.indices.map { rows.cell(row, $0).text }
      let isFound = texts.contains { text in
        word.contains(where: \.isUppercase)
          ? text.contains(word) : text.lowercased().contains(word)
      }
      #expect(found.contains(row) == isFound, "\(texts)")
    }
  }
}
