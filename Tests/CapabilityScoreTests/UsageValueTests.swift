import CapabilityScore
import Testing

/// V: the largest value over the admitted associations (scoring.md §1, §12).
@Suite struct UsageValueTests {
  private static let adds = "data-ai.standard.net-customer-adds"
  private static let growth = "data-ai.standard.usage-growth"

  private func total(_ usage: [SampleUsage]...) -> Int64 {
    SamplePartner(SampleTenant(name: "Elm", usage: usage.flatMap { $0 })).score()
      .current(Self.growth)
  }

  @Test func `the same usage under two associations counts once, with the larger value`() {
    #expect(
      total(uses("SQL", "csp", acr: [0: 600]), uses("SQL", "pal", acr: [0: 700])) == 700_000_000)
  }

  @Test func `which association is larger is decided month by month`() {
    let sum = total(
      uses("SQL", "csp", acr: [0: 600, -1: 10]), uses("SQL", "pal", acr: [0: 5, -1: 20]))
    #expect(sum == 620_000_000)
  }

  @Test func `each field takes its own largest value`() {
    let partner = SamplePartner(
      tenant(
        "Elm", uses("EXO", "csp-tier-1", pau: [0: 100], mau: [0: 10]),
        uses("EXO", "csp-tier-2", pau: [0: 20], mau: [0: 40])))
    #expect(partner.score().current("modern-work.smb.deployments.csp") == 1)
  }

  @Test func `workloads of a tenant add up`() {
    let partner = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: 600]), uses("Storage", "dpor", acr: [0: 400])))
    #expect(partner.score().current(Self.adds) == 1)
  }

  @Test func `a credit lowers the sum`() {
    let partner = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: -0.01]), uses("Storage", "csp", acr: [0: 1000])))
    #expect(partner.score().current(Self.adds) == 0)
  }

  @Test func `a credit stays a credit beside an association that has no fact that month`() {
    let sum = total(
      uses("SQL", "csp", acr: [0: -50]), uses("SQL", "pal", acr: [-1: 80]),
      uses("Storage", "csp", acr: [0: 100]))
    #expect(sum == 130_000_000)
  }

  @Test func `a fact of zero is larger than a credit`() {
    #expect(total(uses("SQL", "csp", acr: [0: -50]), uses("SQL", "pal", acr: [0: 0])) == 0)
  }

  @Test(arguments: ["csp", "csp-tier-1", "csp-tier-2", "CSP T1", "Partner Admin Link", "dpor"])
  func `associations are admitted by id, name and alias`(association: String) {
    #expect(total(uses("SQL", association, acr: [0: 1])) == 1_000_000)
  }

  @Test(arguments: ["", "Reseller", "cpor", "cpor-osu"])
  func `unknown, blank and other associations are admitted nowhere`(association: String) {
    #expect(total(uses("SQL", association, acr: [0: 1])) == 0)
    let deployments = SamplePartner(tenant("Elm", uses("SQL", association, acr: [0: 1])))
    #expect(deployments.score().current("data-ai.standard.deployments") == 0)
  }

  @Test(arguments: ["cpor", "cpor-revrec", "cpor-revrec-performance", "cpor-osa", "cpor-osu"])
  func `cpor names a family`(association: String) {
    let partner = SamplePartner(tenant("Elm", uses("Teams", association, pau: [0: 50])))
    #expect(partner.score().current("modern-work.smb.net-customer-adds") == 1)
  }

  @Test(arguments: [
    ("cpor", 0), ("cpor-osu", 0), ("pal", 0), ("cpor-revrec", 1), ("cpor-osa", 1),
    ("cpor-revrec-performance", 1), ("csp-tier-1", 1), ("dpor", 1),
  ])
  func `business revenue admits some kinds of CPOR only`(association: String, count: Int64) {
    let partner = SamplePartner(tenant("Elm", uses("Sales", association, revenue: [0: 900])))
    #expect(partner.score().current("business-applications.smb.net-customer-adds") == count)
  }

  @Test(arguments: [
    ("Business Central", "cpor-osu", 1), ("Business Central", "dpor", 1),
    ("Business Central", "pal", 0), ("Power BI", "pal", 1), ("Power BI", "dpor", 0),
    ("Power Apps", "cpor-osu", 0),
  ])
  func `business usage is admitted by pairs of workloads and associations`(
    workload: String, association: String, count: Int64
  ) {
    let partner = SamplePartner(tenant("Elm", uses(workload, association, users: [0: 50])))
    #expect(partner.score().current("business-applications.smb.deployments") == count)
  }
}
