import Testing

@testable import CapabilityScore

/// Scoring.md §10: why a tenant counts.
@Suite struct ExplanationTests {
  private static func measure(_ id: String) -> Int {
    Rulebook.insights.measures.firstIndex { $0.id == id }!
  }

  private func contributor(_ usage: [SampleUsage]..., measure: String) -> Contributor? {
    let tenant = SampleTenant(name: "Elm", usage: usage.flatMap { $0 })
    return SamplePartner(tenant).explainer().contributors(measure: Self.measure(measure))
      .contributors.first
  }

  private func conditions(_ usage: [SampleUsage]..., measure: String) -> [Condition] {
    let tenant = SampleTenant(name: "Elm", usage: usage.flatMap { $0 })
    return SamplePartner(tenant).explainer()
      .conditions(of: .tenant(0), measure: Self.measure(measure))
  }

  @Test(arguments: [
    (1000.0, 0.0, Contributor.Change.added, 1), (0, 1000, .lost, -1), (1000, 1000, .kept, 0),
    (999.99, 0, .notCounted, 0),
  ])
  func `a tenant is added, lost, kept or not counted`(
    now: Double, then: Double, change: Contributor.Change, contribution: Int
  ) {
    let found = contributor(
      uses("SQL", "csp", acr: [0: now, -12: then]), measure: "azure-customers")
    #expect(found?.change == change)
    #expect(found?.contribution == Int64(contribution))
  }

  @Test func `what a metric takes is told of the way that lacks least`() {
    // Two tenants by CSP are 5 points; five by CPOR are all 25, and fewer than the eight that CSP lacks.
    let tenants = ["Elm", "Fen"].map { name in
      SampleTenant(name: name, usage: uses("Teams", "csp", pau: [0: 20], mau: [0: 20]))
    }
    let score = SamplePartner(tenants).score()
    let area = Rulebook.insights.areaIndex("modern-work")!
    let open = Rulebook.insights.openPoints(
      ofArea: area, track: 0, score.area("modern-work"))
    #expect(open.map(\.missing).contains("5 tenants for Deployments"), "\(open.map(\.missing))")
  }

  @Test func `of two months the better one decides`() {
    let found = contributor(
      uses("SQL", "csp", acr: [0: 400, -1: 900]), measure: "azure-customers")
    #expect(found?.current == 900_000_000)
    #expect(found?.shortfall == 100_000_000)
    #expect(found?.nearness.distance.map { abs($0 - 0.1) < 1e-9 } == true)
    let safe = contributor(
      uses("SQL", "csp", acr: [0: 1050, -1: 5000]), measure: "azure-customers")
    #expect(safe?.nearness == .neither)
  }

  @Test func `the worst of several conditions decides how near a tenant is`() {
    let found = contributor(
      uses("EXO", "csp", pau: [0: 100], mau: [0: 25]), measure: "modern-work-smb-deployments-csp")
    #expect(found?.nearness == .nearMiss(distance: 1 - 0.625))
    #expect(found?.current == 100)
  }

  @Test func `sums add amounts, and have no near misses`() {
    let found = contributor(
      uses("EXO", "csp", pau: [0: 100, -12: 100], mau: [0: 30, -12: 50]),
      measure: "modern-work-smb-users-csp")
    #expect(found?.contribution == -20)
    #expect(found?.nearness == .neither)
  }

  @Test func `conditions stand in the order of the page`() {
    let found = conditions(
      uses("EXO", "csp", pau: [0: 100], mau: [0: 39]), measure: "modern-work-smb-deployments-csp")
    #expect(
      found.map(\.kind) == [
        .association, .workload, .value, .share, .value, .share, .contribution,
      ])
    #expect(
      found.map(\.period) == [nil, nil, .current, .current, .baseline, .baseline, nil])
    #expect(found.map(\.isMet) == [true, true, true, false, false, false, false])
    #expect(found[3].required == "at least 40 %")
    #expect(found[3].actual == "39.0 % (39 of 100)")
    #expect(found[3].shortfall == "1 user")
  }

  @Test func `usage under other associations says which they are`() {
    let found = conditions(uses("SQL", "cpor", acr: [0: 5000]), measure: "azure-customers")
    #expect(!found[0].isMet)
    #expect(found[0].actual == "CPOR")
    #expect(found.last?.isMet == false)
  }

  @Test func `usage that stood before the association says so`() {
    let found = conditions(
      uses("SPO", "cpor", pau: [0: 100, -4: 100], mau: [0: 80, -4: 45], since: "2024-02-20"),
      measure: "modern-work-smb-deployments-cpor")
    let qualified = found.first { $0.kind == .qualified }
    #expect(qualified?.isMet == false)
    #expect(qualified?.actual == "already met in Feb 2024")
    #expect(found.last?.isMet == false)
  }

  @Test func `a pair that must count in both periods adds one, and none is lost`() {
    let partner = SamplePartner(
      tenant(
        "Elm", uses("Sales", "csp", revenue: [0: 6000, -12: 6000]),
        uses("Finance", "csp", revenue: [-12: 6000]), uses("HR", "csp", revenue: [0: 6000])))
    let list = partner.explainer().contributors(measure: Self.measure("business-large-pairs"))
    #expect(list.contributors.map(\.contribution).reduce(0, +) == 1)
    #expect(list.contributors.filter { $0.change == .added }.count == 1)
  }

  @Test func `tenants may be asked for in both periods too`() {
    var rules = Rulebook.insights
    rules.measures[Self.measure("azure-customers")].comparison = .bothPeriods
    let partner = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: 1000, -12: 1000])),
      tenant("Fen", uses("SQL", "csp", acr: [0: 1000])),
      tenant("Gars", uses("SQL", "csp", acr: [-12: 1000])))
    let score = partner.score(rules).component("data-ai.standard.net-customer-adds")
    #expect(score.current == 1)
    #expect(score.baseline == nil)
    #expect(score.quantity == .amount(1))
  }

  @Test func `a contributor is named with the associations that are admitted`() {
    let usage =
      uses("SQL", "pal", acr: [0: 1000]) + uses("Storage", "csp", acr: [0: 500])
      + uses("Storage", "cpor", acr: [0: 2000])
    let explainer = SamplePartner(SampleTenant(name: "Elm", usage: usage)).explainer()
    let measure = Self.measure("azure-customers")
    #expect(explainer.admittedAssociations(of: 0, measure: measure) == ["CSP", "PAL"])
    let storage = explainer.portfolio.names.workloads.firstIndex(of: "Storage")
    #expect(
      explainer.admittedAssociations(of: 0, workload: storage, measure: measure) == ["CSP"])
  }

  @Test func `what a workload comes to counts each tenant's usage once`() {
    let elm =
      uses("Teams", "csp", pau: [0: 20, -12: 5], mau: [0: 9])
      + uses("Teams", "cpor", pau: [0: 30], mau: [0: 4])
    let explainer = SamplePartner([
      SampleTenant(name: "Elm", usage: elm),
      SampleTenant(name: "Fen", usage: uses("Teams", "csp", pau: [0: 7])),
    ]).explainer()
    let teams = explainer.portfolio.names.workloads.firstIndex(of: "Teams") ?? 0
    #expect(
      Explainer.totals(of: explainer.series(ofWorkload: teams)).filter { $0.current > 0 } == [
        UsageTotal(field: .pau, tenants: 2, current: 37, baseline: 5),
        UsageTotal(field: .mau, tenants: 1, current: 9, baseline: 0),
      ])
  }

  @Test func `a workload is admitted by the metrics that read what it is measured in`() {
    let usage = uses("Virtual Machines", "csp", acr: [0: 10]) + uses("EXO", "csp", pau: [0: 10])
    let explainer = SamplePartner(SampleTenant(name: "Elm", usage: usage)).explainer()
    func metrics(_ workload: String, _ field: Field) -> [String] {
      let number = explainer.portfolio.names.workloads.firstIndex(of: workload) ?? 0
      return explainer.admittingMetrics(number, [field]).map {
        "\(Rulebook.insights.areas[$0.area].id)/\(Rulebook.insights[$0].id)"
      }
    }
    // Machines are excepted from deployments.
    #expect(
      Set(metrics("Virtual Machines", .acr).map { $0.split(separator: "/")[1] })
        == ["net-customer-adds", "usage-growth"])
    #expect(metrics("EXO", .acr).allSatisfy { !$0.hasPrefix("modern-work") })
    #expect(metrics("EXO", .pau).allSatisfy { $0.hasPrefix("modern-work") })
    #expect(metrics("EXO", .pau).contains("modern-work/net-customer-adds"))
  }

  // MARK: People

  /// The as-of date is 2024-07-15; 90 days later it is 2024-10-13.
  @Test(arguments: [
    ("2024-07-15", true), ("2024-10-13", true), ("2024-10-14", false), (nil, false),
  ])
  func `a person is at risk when what counts ends within 90 days`(until: String?, isAtRisk: Bool) {
    let ana = person("ana", holds("Azure AI Engineer Associate", until: until))
    let found = SamplePartner([], people: [ana]).explainer()
      .contributors(measure: Self.measure("data-ai-intermediate")).contributors[0]
    #expect(found.change == .added)
    #expect((found.nearness != .neither) == isAtRisk)
  }

  @Test func `a second certification that stays averts the risk`() {
    let ana = person(
      "ana", holds("Azure AI Engineer Associate", until: "2024-08-01"),
      holds("Azure Data Engineer Associate"))
    let found = SamplePartner([], people: [ana]).explainer()
      .contributors(measure: Self.measure("data-ai-intermediate")).contributors[0]
    #expect(found.nearness == .neither)
  }

  @Test func `one certification away is a near miss, two are not`() {
    let people = [
      person(
        "a", holds("Azure Security Engineer Associate"),
        holds("Security Operations Analyst Associate")),
      person("b", holds("Azure Security Engineer Associate")), person("c"),
    ]
    let found = SamplePartner([], people: people).explainer()
      .contributors(measure: Self.measure("security-intermediate")).contributors
    #expect(found.map { $0.nearness != .neither } == [true, false, false])
    #expect(found.map(\.shortfall) == [1, 2, 3])
    #expect(found.map(\.current) == [2, 1, 0])
  }
}
