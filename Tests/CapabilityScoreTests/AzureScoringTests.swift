import CapabilityScore
import Testing

/// Scoring.md §3.
@Suite struct AzureScoringTests {
  private static let adds = "data-ai.standard.net-customer-adds"
  private static let growth = "data-ai.standard.usage-growth"
  private static let deployments = "data-ai.standard.deployments"

  // MARK: Customers

  @Test(arguments: [(0, 1, 0), (-1, 1, 0), (-2, 0, 0), (-12, 0, 1), (-13, 0, 1), (-14, 0, 0)])
  func `either of two months is enough`(month: Int, current: Int64, baseline: Int64) {
    let score = SamplePartner(tenant("Elm", uses("SQL", "csp", acr: [month: 1000]))).score()
    #expect(score.current(Self.adds) == current)
    #expect(score.baseline(Self.adds) == baseline)
  }

  @Test func `the two months do not add up`() {
    let partner = SamplePartner(tenant("Elm", uses("SQL", "csp", acr: [0: 999.99, -1: 999.99])))
    #expect(partner.score().current(Self.adds) == 0)
  }

  @Test func `a customer of both periods adds nothing`() {
    let score = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: 5000, -12: 5000])),
      tenant("Fen", uses("SQL", "csp", acr: [0: 5000]))
    ).score()
    #expect(score.quantity(Self.adds) == .amount(1))
    #expect(score.points(Self.adds) == Points(10))
  }

  // MARK: Growth

  private func growth(_ current: Double, _ baseline: Double) -> SampleScore {
    SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: current, -12: baseline]))
    ).score()
  }

  @Test(arguments: [
    (4200.0, 3750.0, 12, 12.0), (1200, 1000, 20, 20), (2000, 1000, 20, 100), (1000, 1250, 0, -20),
    (1000, 1000, 0, 0),
  ])
  func `growth earns its part of 20 percent`(
    current: Double, baseline: Double, points: Int, percent: Double
  ) {
    let score = growth(current, baseline)
    #expect(score.points(Self.growth) == Points(points))
    #expect(score.quantity(Self.growth) == .percent(percent))
    #expect(score.reason(Self.growth) == nil)
  }

  @Test func `growth reads twelve months, and the twelve before`() {
    let score = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [-11: 1500, -12: 1, -23: 1250, -24: 77]))
    ).score()
    #expect(score.current(Self.growth) == 1_500_000_000)
    #expect(score.baseline(Self.growth) == 1_251_000_000)
  }

  @Test func `a cent below 1,000 is below the gate, and still says its growth`() {
    let score = growth(999.99, 500)
    #expect(score.points(Self.growth) == .zero)
    #expect(score.reason(Self.growth) == .belowGate)
    #expect(score.quantity(Self.growth) == .percent(100 * 499.99 / 500))
    #expect(growth(1000, 500).points(Self.growth) == Points(20))
  }

  @Test(arguments: [(5000.0, 0.0), (5000, -1), (1, 0)])
  func `without a baseline above 0 there is no growth, whatever the gate says`(
    current: Double, baseline: Double
  ) {
    let score = growth(current, baseline)
    #expect(score.reason(Self.growth) == .noBaseline)
    #expect(score.quantity(Self.growth) == nil)
    #expect(score.points(Self.growth) == .zero)
  }

  // MARK: Deployments

  @Test func `every service is its own workload, known or not, but for virtual machines`() {
    let names = [
      "Sentinel", "Microsoft Sentinel", "Brand New Service", "Virtual Machines",
      "virtual machine licenses", "Key Vault",
    ]
    let partner = SamplePartner(
      SampleTenant(name: "Elm", usage: names.flatMap { uses($0, "csp", acr: [0: 1]) }))
    #expect(partner.score().current(Self.deployments) == 4)
    #expect(partner.score().points(Self.deployments) == Points(8))
  }

  @Test(arguments: [(0, 1), (-11, 1), (-12, 0)])
  func `a workload counts by its usage of twelve months`(month: Int, count: Int64) {
    let score = SamplePartner(tenant("Elm", uses("SQL", "csp", acr: [month: 0.01]))).score()
    #expect(score.current(Self.deployments) == count)
  }

  @Test func `a workload counts once for all tenants, by the sum of them`() {
    let score = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: 5]), uses("Storage", "csp", acr: [0: 5])),
      tenant("Fen", uses("SQL", "csp", acr: [0: -5]), uses("Storage", "csp", acr: [-3: 5]))
    ).score()
    #expect(score.current(Self.deployments) == 1)
    #expect(score.quantity(Self.deployments) == .amount(1))
  }

  @Test func `more than five workloads earn no more`() {
    let usage = (1...7).flatMap { uses("Service \($0)", "pal", acr: [0: 1]) }
    let score = SamplePartner(SampleTenant(name: "Elm", usage: usage)).score()
    #expect(score.current(Self.deployments) == 7)
    #expect(score.points(Self.deployments) == Points(10))
  }
}
