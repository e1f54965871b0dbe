import CapabilityScore
import Testing

/// Scoring.md §6 and §7.
@Suite struct BusinessApplicationsScoringTests {
  private static let deployments = "business-applications.smb.deployments"
  private static let growth = "business-applications.smb.usage-growth"

  @Test func `every pair of tenant and workload counts`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("Sales", "csp", revenue: [0: 300]), uses("Finance", "csp", revenue: [0: 300])),
      tenant("Fen", uses("Sales", "csp", revenue: [0: 300, -12: 300]))
    ).score()
    #expect(score.current("business-applications.smb.net-customer-adds") == 3)
    #expect(score.baseline("business-applications.smb.net-customer-adds") == 1)
    #expect(score.points("business-applications.smb.net-customer-adds") == Points(6))
  }

  @Test func `more pairs than a byte counts are all counted`() {
    let names = ["Sales", "Finance", "HR", "Marketing", "Commerce", "Power BI"]
    let tenants = (0..<200).map { number in
      SampleTenant(
        name: "T\(number)",
        usage: names.flatMap { uses($0, "csp", revenue: [0: 300, -12: number < 50 ? 300 : 0]) })
    }
    var partner = SamplePartner(tenants)
    partner.span = tenants.count + 1
    let score = partner.score()
    #expect(score.current("business-applications.smb.net-customer-adds") == 1200)
    #expect(score.baseline("business-applications.smb.net-customer-adds") == 300)
  }

  @Test func `revenue of two workloads does not add up`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("Sales", "csp", revenue: [0: 200]), uses("Finance", "csp", revenue: [0: 200]))
    ).score()
    #expect(score.current("business-applications.smb.net-customer-adds") == 0)
  }

  // MARK: Classification

  private func classified(
    _ pairs: Int, _ now: Double = 5000.01, _ then: Double = 5000.01
  ) -> SampleScore {
    let names = ["Sales", "Finance", "HR", "Marketing", "Commerce", "Power BI"].prefix(pairs)
    let usage = names.flatMap { uses($0, "dpor", revenue: [0: now, -12: then]) }
    return SamplePartner(SampleTenant(name: "Elm", usage: usage)).score()
  }

  @Test(arguments: [(4, "smb"), (5, "enterprise"), (6, "enterprise"), (0, "smb")])
  func `five large pairs make an enterprise partner`(pairs: Int, track: String) {
    let score = classified(pairs)
    #expect(score.track("business-applications") == track)
    #expect(score.area("business-applications").classifyingCount == Int64(pairs))
  }

  @Test(arguments: [(5000.0, 5000.01), (5000.01, 5000.0), (9000, 0), (0, 9000)])
  func `a pair is large in both months or not at all`(now: Double, then: Double) {
    #expect(classified(5, now, then).track("business-applications") == "smb")
  }

  @Test func `the other track is scored too`() {
    let score = classified(4, 6000, 0)
    #expect(score.track("business-applications") == "smb")
    #expect(score.points("business-applications.enterprise.net-customer-adds") == Points(12))
  }

  // MARK: Consumption

  /// Scoring.md §7: monthly consumption value of one unit.
  @Test(arguments: [
    ("Business Central", 1000.0), ("Core HR", 1000), ("Guides", 1000), ("Remote Assist", 1000),
    ("Talent Attract", 1000), ("Talent Onboard", 1000), ("Retail", 100),
    ("Finance & Operations", 100), ("Common data service (Customer Engagement)", 200),
    ("Power App", 200), ("Power Automate", 200), ("Power BI", 200), ("Portals", 200),
  ])
  func `a user is worth the rate of the card`(workload: String, rate: Double) {
    let association = workload.hasPrefix("Po") ? "pal" : "dpor"
    let score = SamplePartner(
      tenant("Elm", uses(workload, association, users: [0: 7], capacity: [0: 9000]))
    ).score()
    #expect(score.current(Self.growth) == Int64(7 * rate * 1e6))
  }

  @Test func `a profile of Customer Insights is worth a fifth, and its users nothing`() {
    let score = SamplePartner(
      tenant("Elm", uses("Customer Insights Partner", "pal", users: [0: 9000], capacity: [0: 3]))
    ).score()
    #expect(score.current(Self.growth) == 600_000)
  }

  /// Scoring.md §8: `10 Business Central MAU and 50,000 Customer Insights profiles: 20,000`.
  @Test func `consumption values add up`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("Business Central", "cpor-osu", users: [0: 10]),
        uses("Customer Insights", "pal", capacity: [0: 50_000]))
    ).score()
    #expect(score.current(Self.growth) == 20_000_000_000)
    #expect(score.current(Self.deployments) == 2)
  }

  @Test func `workloads without a rate have no consumption`() {
    let score = SamplePartner(tenant("Elm", uses("Sales", "pal", users: [0: 9000]))).score()
    #expect(score.current(Self.growth) == 0)
    #expect(score.current(Self.deployments) == 0)
  }

  // MARK: Growth

  private func growth(now: Double, then: Double) -> SampleScore {
    SamplePartner(
      tenant("Elm", uses("Customer Insights", "pal", capacity: [0: now * 5, -12: then * 5]))
    ).score()
  }

  @Test func `growth needs a baseline at the gate`() {
    let score = growth(now: 29_500, then: 25_000)
    #expect(score.points(Self.growth) == Points(18))
    #expect(score.quantity(Self.growth) == .percent(18))
    let below = growth(now: 29_500, then: 24_999.8)
    #expect(below.points(Self.growth) == .zero)
    #expect(below.reason(Self.growth) == .belowGate)
  }

  @Test func `the enterprise gate is 50,000`() {
    let path = "business-applications.enterprise.usage-growth"
    #expect(growth(now: 65_000, then: 50_000).points(path) == Points(30))
    #expect(growth(now: 65_000, then: 49_999.8).reason(path) == .belowGate)
    #expect(growth(now: 65_000, then: 0).reason(path) == .noBaseline)
  }
}
