import CapabilityScore
import Testing

/// Scoring.md §5.
@Suite struct SecurityScoringTests {
  private static let adds = "security.standard.net-customer-adds"
  private static let deployments = "security.standard.deployments"
  private static let growth = "security.standard.usage-growth"

  @Test(arguments: [
    "Sentinel", "Microsoft Sentinel", "Azure Defender", "Microsoft Defender for Cloud",
    "Security Center", "Advanced Data Security", "Advanced Threat Protection",
    "Azure IoT Security", "Network Security", "Application Gateway", "Azure Bastion",
    "Azure DDOS Protection", "Azure Firewall", "Azure Firewall Manager",
    "Azure Front Door Service", "Network Watcher", "Identity and Access Management",
    "Azure Active Directory B2C", "Azure Active Directory Domain Services",
    "Azure Active Directory for External Identities", "Key Vault",
  ])
  func `the services of the four groups count by PAL, and by PAL only`(service: String) {
    let byPAL = SamplePartner(tenant("Elm", uses(service, "pal", acr: [0: 1200]))).score()
    let byCSP = SamplePartner(tenant("Elm", uses(service, "csp", acr: [0: 1200]))).score()
    #expect(byPAL.current("\(Self.adds).azure") == 1)
    #expect(byCSP.current("\(Self.adds).azure") == 0)
  }

  @Test(arguments: ["App Service", "Virtual Machines", "Brand New Service"])
  func `other services do not count`(service: String) {
    let score = SamplePartner(tenant("Elm", uses(service, "pal", acr: [0: 5000]))).score()
    #expect(score.current("\(Self.adds).azure") == 0)
  }

  @Test func `services of a group add up, and twelve months do`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("Key Vault", "pal", acr: year(50)), uses("Sentinel", "pal", acr: year(50)))
    ).score()
    #expect(score.current("\(Self.adds).azure") == 1)
    #expect(score.baseline("\(Self.adds).azure") == 0)
  }

  @Test(arguments: [(-11, 1, 0), (-12, 0, 1), (-23, 0, 1), (-24, 0, 0)])
  func `the year ends with L, and the one before a year earlier`(
    month: Int, current: Int64, baseline: Int64
  ) {
    let score = SamplePartner(tenant("Elm", uses("Sentinel", "pal", acr: [month: 12_000]))).score()
    #expect(score.current("\(Self.deployments).azure") == current)
    #expect(score.baseline("\(Self.deployments).azure") == baseline)
  }

  @Test(arguments: [
    "AADP", "Azure Active Directory Premium", "Microsoft Entra ID Premium",
    "Microsoft Defender for Office 365", "Microsoft Defender for Endpoints",
    "Microsoft Defender for Identity", "AZIP", "Microsoft Information Protection", "Intune",
  ])
  func `the Microsoft 365 workloads count by CPOR, by name or alias`(workload: String) {
    let score = SamplePartner(tenant("Elm", uses(workload, "cpor", pau: [0: 26]))).score()
    #expect(score.current("\(Self.adds).microsoft-365") == 1)
    let other = SamplePartner(tenant("Elm", uses(workload, "csp", pau: [0: 26]))).score()
    #expect(other.current("\(Self.adds).microsoft-365") == 0)
  }

  @Test func `seats of one workload decide, users of all workloads`() {
    let score = SamplePartner(
      tenant(
        "Elm", uses("Intune", "cpor", pau: [0: 25], mau: [0: 0]),
        uses("AADP", "cpor", pau: [0: 15], mau: [0: 7])),
      tenant(
        "Fen", uses("Intune", "cpor", pau: [0: 24], mau: [0: 24]),
        uses("AADP", "cpor", pau: [0: 24], mau: [0: 24]))
    ).score()
    #expect(score.current("\(Self.deployments).microsoft-365") == 1)
  }

  @Test func `users of all tenants grow, gate or not`() {
    let score = SamplePartner(
      tenant("Elm", uses("Intune", "cpor", pau: [0: 1], mau: [0: 60, -12: 10])),
      tenant("Fen", uses("AADP", "cpor", mau: [-12: 25]))
    ).score()
    #expect(score.current("\(Self.growth).microsoft-365") == 60)
    #expect(score.baseline("\(Self.growth).microsoft-365") == 35)
  }

  @Test func `both components add up, to the metric's points at most`() {
    let both = SamplePartner(
      tenant("Elm", uses("Sentinel", "pal", acr: [0: 12_500])),
      tenant("Fen", uses("Intune", "cpor", mau: [0: 500]))
    ).score()
    #expect(both.component("\(Self.growth).azure").points == Points(10))
    #expect(both.component("\(Self.growth).microsoft-365").points == Points(4))
    #expect(both.points(Self.growth) == Points(14))
    let much = SamplePartner(
      tenant("Elm", uses("Sentinel", "pal", acr: [0: 20_000])),
      tenant("Fen", uses("Intune", "cpor", mau: [0: 2000]))
    ).score()
    #expect(much.points(Self.growth) == Points(20))
  }

  @Test func `a component that shrank takes nothing from the other`() {
    let score = SamplePartner(
      tenant("Elm", uses("Sentinel", "pal", acr: [-12: 12_500])),
      tenant("Fen", uses("Intune", "cpor", mau: [0: 500]))
    ).score()
    #expect(score.quantity("\(Self.growth).azure") == .amount(-12_500_000_000))
    #expect(score.points(Self.growth) == Points(4))
  }
}
