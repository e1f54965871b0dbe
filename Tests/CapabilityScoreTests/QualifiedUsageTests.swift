import CapabilityScore
import Testing

/// Scoring.md §4 and §12, qualified usage.
@Suite struct QualifiedUsageTests {
  private static let growth = "modern-work.smb.usage-growth.cpor"
  private static let deployments = "modern-work.smb.deployments.cpor"

  /// 45 of 100 seats in February (−4), 80 at L, 30 the year before.
  private func score(since: String?) -> SampleScore {
    SamplePartner(
      tenant(
        "Fen",
        uses(
          "SPO", "cpor", pau: [0: 100, -4: 100, -12: 100, -11: 100],
          mau: [0: 80, -4: 45, -12: 30, -11: 31], since: since))
    ).score()
  }

  @Test(arguments: [
    (nil, 80, 30), ("2024-02-20", 35, 0), ("2024-02-01", 35, 0), ("2024-06-30", 0, 0),
    ("2023-07-01", 49, 0), ("2023-06-30", 80, 30), ("2019-01-01", 80, 30), ("2024-07-01", 80, 30),
    ("2024-03-05", 80, 0),
  ])
  func `only what came after the first month in the TTM is growth`(
    since: String?, current: Int64, baseline: Int64
  ) {
    #expect(score(since: since).current(Self.growth) == current)
    #expect(score(since: since).baseline(Self.growth) == baseline)
  }

  @Test func `usage that shrank since the first month is not below 0`() {
    let score = SamplePartner(
      tenant(
        "Fen", uses("SPO", "cpor", pau: [0: 100], mau: [0: 10, -2: 60], since: "2024-04-01")),
      tenant("Gars", uses("SPO", "cpor", pau: [0: 100], mau: [0: 7]))
    ).score()
    #expect(score.current(Self.growth) == 7)
  }

  @Test(arguments: [
    (nil, 1), ("2024-02-20", 0), ("2024-03-05", 1), ("2023-06-30", 1), ("2024-07-01", 1),
    ("2023-07-31", 1),
  ])
  func `a deployment that stood in the first month is not the partner's`(
    since: String?, count: Int64
  ) {
    #expect(score(since: since).current(Self.deployments) == count)
  }

  @Test func `a tenant dated within the TTM is no baseline`() {
    let usage = uses("SPO", "cpor", pau: [0: 100, -12: 100], mau: [0: 80, -12: 80])
    let dated = uses(
      "SPO", "cpor", pau: [0: 100, -12: 100], mau: [0: 80, -12: 80], since: "2024-03-01")
    #expect(SamplePartner(tenant("Fen", usage)).score().baseline(Self.deployments) == 1)
    #expect(SamplePartner(tenant("Fen", dated)).score().baseline(Self.deployments) == 0)
  }

  @Test func `of several associations each earns its own, and the larger counts`() {
    let score = SamplePartner(
      tenant(
        "Fen", uses("SPO", "cpor", pau: [0: 100], mau: [0: 80, -4: 45], since: "2024-02-20"),
        uses("SPO", "cpor-osu", pau: [0: 100], mau: [0: 50]))
    ).score()
    #expect(score.current(Self.growth) == 50)
  }

  @Test func `another component's date changes nothing`() {
    let score = SamplePartner(
      tenant(
        "Fen",
        uses("SPO", "cpor", pau: [0: 100, -4: 100], mau: [0: 80, -4: 45], since: "2024-02-20"),
        uses("EXO", "csp", pau: [0: 100], mau: [0: 80]))
    ).score()
    #expect(score.current("modern-work.smb.usage-growth.csp") == 80)
    #expect(score.current("modern-work.smb.deployments.csp") == 1)
    #expect(score.current(Self.deployments) == 0)
  }

  @Test func `for deployments the earliest dated association of the tenant decides`() {
    let score = SamplePartner(
      tenant(
        "Fen",
        uses("SPO", "cpor", pau: [0: 100, -4: 100], mau: [0: 80, -4: 45], since: "2024-02-20"),
        uses("EXO", "cpor", pau: [0: 20], mau: [0: 20], since: "2020-01-01"))
    ).score()
    #expect(score.current(Self.deployments) == 1)
  }

  @Test func `dates change nothing for customers, and nothing in Security`() {
    let score = SamplePartner(
      tenant(
        "Fen",
        uses("Intune", "cpor", pau: [0: 100, -4: 100], mau: [0: 80, -4: 45], since: "2024-02-20"))
    ).score()
    #expect(score.current("modern-work.smb.net-customer-adds") == 1)
    #expect(score.current("security.standard.deployments.microsoft-365") == 1)
    #expect(score.current("security.standard.usage-growth.microsoft-365") == 80)
    #expect(score.current(Self.growth) == 35)
  }

  @Test func `in older months the TTM is theirs`() {
    // In May's score (L = April) the association of 20 May is still to come.
    let partner = SamplePartner(
      tenant(
        "Fen",
        uses(
          "SPO", "cpor", pau: [0: 100, -1: 100, -2: 100], mau: [0: 90, -1: 60, -2: 50],
          since: "2024-05-20")))
    #expect(partner.score().current(Self.growth) == 30)
    #expect(partner.score().current(Self.growth, month: 1) == 0)
    #expect(partner.score().current(Self.growth, month: 2) == 50)
  }
}
