import CapabilityScore
import Testing

@testable import InsightsCache

@Suite struct UsageImportTests {
  private let cache: Cache

  init() throws { cache = try Cache() }

  @Test func `rows of one tenant, workload, association and month add up`() throws {
    try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure("T1", "Storage", "2024-06", "CSP", "$1,000.25"),
          Export.azure("t1", "STORAGE", "6/1/2024", "csp", "(0.25)"),
          Export.azure("t1", "Storage", "2024-06", "PAL", "7"),
        ])
      ))
    #expect(
      try cache.facts() == [
        "t1 Storage csp acr 2024-06": usd(1000), "t1 Storage pal acr 2024-06": usd(7),
      ])
  }

  @Test func `flagged rows count only where a group has no other, and then by partner`() throws {
    try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure("t1", "Storage", "2024-06", "CSP", "5"),
          Export.azure("t1", "Storage", "2024-06", "CSP", "900", flag: "True"),
          Export.azure("t1", "Storage", "2024-05", "CSP", "3", flag: "1", partner: "1"),
          Export.azure("t1", "Storage", "2024-05", "CSP", "4", flag: "1", partner: "1"),
          Export.azure("t1", "Storage", "2024-05", "CSP", "6", flag: "true", partner: "2"),
          Export.azure("t1", "Storage", "2024-04", "CSP", "-6", flag: "1", partner: "2"),
        ])
      ))
    #expect(
      try cache.facts() == [
        "t1 Storage csp acr 2024-06": usd(5), "t1 Storage csp acr 2024-05": usd(7),
        "t1 Storage csp acr 2024-04": usd(-6),
      ])
  }

  @Test func `two names of one workload are one group before duplicates are settled`() throws {
    let office = Export.csv(
      [
        "CustomerTenantId", "WorkloadName", "Month", "PartnerAttributionType",
        "PaidAvailableUnits", "MonthlyActiveUsers", "IsDuplicateRowForPGA", "MPNId",
      ],
      [
        ["t1", "EXO", "2024-06", "CSP", "10", "1", "0", "1"],
        ["t1", "exchange  online", "2024-06", "CSP", "50", "20", "1", "2"],
      ])
    try cache.import(("o.csv", office))
    #expect(
      try cache.facts() == ["t1 EXO csp pau 2024-06": 10, "t1 EXO csp mau 2024-06": 1])
  }

  @Test func `a blank measure is 0 and a blank association is kept`() throws {
    try cache.import(("o.csv", Export.office([["t1", "Teams", "2024-06", "", "", "3.00"]])))
    #expect(try cache.facts() == ["t1 Teams  pau 2024-06": 0, "t1 Teams  mau 2024-06": 3])
  }

  @Test func `names of punctuation only stay apart`() throws {
    try cache.import(
      (
        "o.csv",
        Export.office([
          ["t1", "***", "2024-06", "CSP", "1", "1"], ["t1", "+++", "2024-06", "CSP", "2", "2"],
        ])
      ))
    #expect(try cache.facts().count == 4)
  }

  @Test func `a month in the file replaces that month for all tenants, others stay`() throws {
    try cache.import(
      (
        "old.csv",
        Export.azure([
          Export.azure("t1", "Storage", "2024-05"), Export.azure("t1", "Storage", "2024-06"),
          Export.azure("t2", "Storage", "2024-06"),
        ])
      ))
    try cache.import(
      ("new.csv", Export.azure([Export.azure("t1", "Storage", "2024-06", "CSP", "9")])))
    #expect(
      try cache.facts() == [
        "t1 Storage csp acr 2024-05": usd(1), "t1 Storage csp acr 2024-06": usd(9),
      ])
  }

  @Test func `a month of rejected rows only replaces nothing`() throws {
    try cache.import(("a.csv", Export.azure([Export.azure("t1", "Storage", "2024-06")])))
    try cache.import(
      ("b.csv", Export.azure([Export.azure("t1", "Storage", "2024-06", "CSP", "n/a")])))
    #expect(try cache.facts() == ["t1 Storage csp acr 2024-06": usd(1)])
  }

  @Test func `of two files with one month the later by name stands, and the report says so`() throws
  {
    let report = try cache.import(
      (
        "1.csv",
        Export.azure([
          Export.azure("t1", "Storage", "2024-05"), Export.azure("t1", "Storage", "2024-06"),
        ])
      ),
      ("2.csv", Export.azure([Export.azure("t1", "Storage", "2024-06", "CSP", "8")])))
    #expect(
      try cache.facts() == [
        "t1 Storage csp acr 2024-05": usd(1), "t1 Storage csp acr 2024-06": usd(8),
      ])
    #expect(
      report.files.map(\.notes) == [
        [], [.replacedMonths([Month(year: 2024, month: 6)], of: "1.csv")],
      ])
  }

  @Test func `appended files add up, flagged rows among them, and then replace`() throws {
    try cache.import(("0.csv", Export.azure([Export.azure("t9", "Storage", "2024-06")])))
    try cache.import(
      ("1.csv", Export.azure([Export.azure("t1", "Storage", "2024-06", "CSP", "9", flag: "1")])),
      (
        "2.csv",
        Export.azure([
          Export.azure("t2", "Storage", "2024-06"), Export.azure("t1", "Storage", "2024-06"),
        ])
      ),
      ("3.csv", Export.azure([Export.azure("t1", "Storage", "2024-06")])), sameMonth: .append)
    #expect(
      try cache.facts() == [
        "t1 Storage csp acr 2024-06": usd(2), "t2 Storage csp acr 2024-06": usd(1),
      ])
  }

  @Test func `a claim stands for what OfficeUsage says of its month, and EMSUsage adds`() throws {
    try cache.import(
      (
        "o.csv",
        Export.office([
          ["t1", "Intune", "2024-05", "CPOR", "1", "1"],
          ["t1", "Intune", "2024-06", "CPOR", "400", "7"],
        ])
      ),
      (
        "c.csv",
        Export.claims([["t1", "Intune", "2024-06", "CPOR", "100", "80", "2024-02-20", "C-1"]])
      ), ("e.csv", Export.ems([["t1", "2024-06", "CPOR", "5", "3", "0", "0", "0", "0"]])))
    let facts = try cache.facts()
    #expect(facts["t1 Intune cpor pau 2024-06"] == 105)
    #expect(facts["t1 Intune cpor mau 2024-06"] == 83)
    #expect(facts["t1 Intune cpor pau 2024-05"] == 1)
    #expect(facts["t1 Microsoft Entra ID Premium cpor mau 2024-06"] == 0)
    #expect(facts.count == 8)
  }

  @Test func `the earliest day of association is kept`() throws {
    try cache.import(
      (
        "c.csv",
        Export.claims([
          ["t1", "Teams", "2024-06", "CPOR", "1", "1", "2024-02-20", ""],
          ["t1", "Teams", "2024-05", "CPOR", "1", "1", "2/11/2024", ""],
          ["t1", "EXO", "2024-05", "CPOR", "1", "1", "", ""],
        ])
      ))
    let portfolio = try cache.store.portfolio(asOf: Day(year: 2024, month: 7, day: 15)!)
    let table = portfolio.series.single(0)
    let days = (0..<table.rowCount).map { table.associationDay(ofRow: $0) }
    #expect(Set(days) == [Day(year: 2024, month: 2, day: 11), nil])
  }

  @Test func `rows of a metric that is not paid are skipped and counted`() throws {
    let usage = Export.csv(
      [
        "CustomerTenantID", "Workload", "FiscalMonthName", "PartnerAssociationType", "MAU", "MAC",
        "MetricType",
      ],
      [
        ["t1", "HR", "2024-06", "PAL", "3", "4", " paid "],
        ["t1", "HR", "2024-06", "PAL", "5", "6", ""],
        ["t1", "HR", "2024-06", "PAL", "7", "8", "Trial"],
      ])
    let report = try cache.import(("u.csv", usage))
    #expect(report.files.map { [$0.rows, $0.imported, $0.skipped] } == [[3, 2, 1]])
    #expect(try cache.facts() == ["t1 HR pal users 2024-06": 8, "t1 HR pal capacity 2024-06": 10])
  }

  @Test func `sums keep every digit, however large or small`() throws {
    try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure("t1", "Storage", "2024-06", "CSP", "999999999999.999999"),
          Export.azure("t1", "Storage", "2024-05", "CSP", "-999999999999.999999"),
          Export.azure("t1", "Storage", "2024-04", "CSP", "0.000001"),
          Export.azure("t1", "Key Vault", "2024-04", "CSP", "0.000128"),
        ])
      ))
    #expect(
      try Set(cache.facts().values) == [999_999_999_999_999_999, -999_999_999_999_999_999, 1, 128])
  }
}
