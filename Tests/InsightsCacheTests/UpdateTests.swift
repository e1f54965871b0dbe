import CapabilityScore
import GRDB
import Testing

@testable import InsightsCache

/// What changed is read, and nothing else, where that is the usage of a few tenants.
@Suite struct UpdateTests {
  private let cache: Cache
  private let day = Day(year: 2024, month: 7, day: 15)!

  init() throws {
    cache = try Cache()
    try cache.import(
      ("a.csv", Export.azure(["t1", "t2", "t3"].map { Export.azure($0) })),
      ("o.csv", Export.office([["t2", "Teams", "2024-05", "CSP", "20", "10"]])))
  }

  private func known() throws -> (portfolio: Portfolio, generation: Int) {
    (try cache.store.portfolio(asOf: day), try cache.store.generation())
  }

  private func update(_ known: (portfolio: Portfolio, generation: Int)) throws -> PortfolioUpdate? {
    try cache.store.update(known.portfolio, of: known.generation, asOf: day)
  }

  @Test func `a changed tenant is put into what was read before`() throws {
    let before = try known()
    try cache.import(
      (
        "a.csv",
        Export.azure([
          Export.azure(), Export.azure("t2", "Storage", "2024-06", "CSP", "7"), Export.azure("t3"),
        ])
      ))
    let update = try #require(try update(before))
    #expect(update.changedTenants == [1])
    #expect(try update.generation == cache.store.generation())
    #expect(try Cache.facts(update.portfolio) == Cache.facts(cache.store.portfolio(asOf: day)))
    #expect(Cache.facts(update.portfolio) != Cache.facts(before.portfolio))
  }

  @Test func `several imports add up, and people come anew`() throws {
    let before = try known()
    let person = [
      "AZ-104", "Certification", "2024-01-02", "", "a@b.c", "", "1", "Active", "A", "B",
    ]
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    try cache.import(("t.csv", Export.training([person])))
    try cache.import(("o.csv", Export.office([["t2", "Teams", "2024-05", "CSP", "21", "1"]])))
    let update = try #require(try update(before))
    #expect(update.changedTenants == [1, 2])
    #expect(try Cache.facts(update.portfolio) == Cache.facts(cache.store.portfolio(asOf: day)))
    #expect(update.portfolio.roster.count == 1)
  }

  @Test(arguments: [("t4", "Storage"), ("t1", "Virtual Machines")])
  func `a new tenant or name has everything read`(_ tenant: String, _ workload: String) throws {
    let before = try known()
    try cache.import(("c.csv", Export.azure([Export.azure(tenant, workload, "2024-03")])))
    #expect(try update(before) == nil)
  }

  @Test(arguments: ["2024-05", "2024-07", "2022-03"])
  func `a month that was not there before comes with its tenant`(_ month: String) throws {
    let before = try known()
    try cache.import(("c.csv", Export.azure([Export.azure("t1", "Storage", month)])))
    let update = try #require(try update(before))
    #expect(update.changedTenants == [0])
    #expect(try Cache.facts(update.portfolio) == Cache.facts(cache.store.portfolio(asOf: day)))
  }

  @Test func `a state that is too long ago, or no earlier one, has everything read`() throws {
    let before = try known()
    #expect(try update(before) == nil)
    for acr in 2...22 {
      try cache.import(
        ("a.csv", Export.azure([Export.azure("t1", "Storage", "2024-06", "CSP", "\(acr)")])))
    }
    #expect(try update(before) == nil)
    #expect(try update((before.portfolio, before.generation + 1)) != nil)
  }

  @Test func `a damaged record of changes has everything read`() throws {
    let before = try known()
    try cache.import(("a.csv", Export.azure([Export.azure()])))
    try cache.store.database.write {
      try $0.execute(sql: "UPDATE tenant_change SET tenants = x'010203'")
    }
    #expect(try update(before) == nil)
  }
}
