import Testing

@testable import CapabilityScore

@Suite struct SeriesTablesTests {
  /// Tenant n has n % 3 rows, each with a value that tells it apart.
  private func series(_ count: Int, span: Int) -> SeriesTables {
    var appender = SeriesTable.Appender(lanes: 2)
    for tenant in 0..<count {
      for row in 0..<tenant % 3 { add(row, Int64(tenant * 10 + row), to: &appender) }
      appender.endTenant()
    }
    return SeriesTables(appender.table, span: span)
  }

  private func single(_ value: Int64) -> SeriesTable {
    var appender = SeriesTable.Appender(lanes: 2)
    add(0, value, to: &appender)
    appender.endTenant()
    return appender.table
  }

  private func add(_ row: Int, _ value: Int64, to appender: inout SeriesTable.Appender) {
    appender.addRow(SeriesTable.RowKey(field: .acr, workload: row, association: 0)) { lanes in
      lanes[1] = value
      return 2
    }
  }

  private func values(_ series: SeriesTables) -> [[Int64]] {
    (0..<series.tenantCount).map { tenant in
      series.at(tenant) { table, number in
        table.rows(of: number, .acr).map { table.value(row: $0, lane: 1) ?? 0 }
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 8])
  func `tenants are where they are however many a table holds`(span: Int) {
    let series = series(8, span: span)
    #expect(series.tenantCount == 8)
    #expect(values(series) == [[], [10], [20, 21], [], [40], [50, 51], [], [70]])
    #expect(series.tenantsPerLane() == [0, 5])
    #expect(values(SeriesTables(series.single(5), span: span)) == [[50, 51]])
  }

  @Test(arguments: [1, 2, 3, 7, 8])
  func `tenants are replaced and added, and the copy before stays as it was`(span: Int) {
    let before = series(8, span: span)
    var after = before
    after.replace([0: single(1), 5: single(2), 8: single(3), 9: single(4)])
    #expect(values(after) == [[1], [10], [20, 21], [], [40], [2], [], [70], [3], [4]])
    #expect(values(before) == [[], [10], [20, 21], [], [40], [50, 51], [], [70]])
  }

  @Test(arguments: [1, 2, 3, 7, 8])
  func `a walk over some tenants meets each once, in order`(span: Int) {
    let series = series(8, span: span)
    for low in 0...8 {
      for high in low...8 {
        var met: [Int] = []
        series.forEachTable(of: low..<high) { _, numbers, first in
          met += numbers.map { first + $0 }
        }
        #expect(met == Array(low..<high))
      }
    }
  }

  @Test func `a filled table is copied without what is filled next`() {
    var appender = SeriesTable.Appender(lanes: 2)
    add(0, 1, to: &appender)
    appender.endTenant()
    let first = appender.compactTable()
    appender.startOver()
    add(0, 2, to: &appender)
    appender.endTenant()
    var all = SeriesTables(lanes: 2, span: 1)
    all.append(first)
    all.append(appender.compactTable())
    #expect(values(all) == [[1], [2]])
  }
}
