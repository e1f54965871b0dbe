import CapabilityScore
import RuleFiles
import Testing

@Suite struct PlanTests {
  private static let modernWork = 3
  private static let security = 4

  // MARK: Properties

  @Test(arguments: 0..<4)
  func `applying a plan gives the totals it tells, and reaches what it says`(seed: Int) {
    var random = RandomData(seed: seed &+ 5000)
    let board = random.portfolio(tenants: 8).board()
    for (number, area) in Rulebook.insights.areas.enumerated() {
      for track in area.tracks.indices {
        let plan = Planner(board).plan(area: number, track: track)
        var applied = board
        for step in plan.steps {
          for edit in step.edits { #expect(applied.apply(edit) == .applied, "\(edit)") }
          #expect(applied.scorecard.areas[number].tracks[track].points == step.total)
        }
        let end = applied.scorecard.areas[number].tracks[track]
        #expect(end.points == plan.end)
        #expect(end.isQualified == plan.isReached)
        #expect(plan.isReached || !plan.blockedMetrics.isEmpty, "\(area.id) \(plan)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func `a step gains alone what it says`(seed: Int) {
    var random = RandomData(seed: seed &+ 6000)
    let board = random.portfolio(tenants: 8).board()
    let plan = Planner(board).plan(area: Self.security)
    for step in plan.steps + plan.alternatives {
      var applied = board
      applied.apply(contentsOf: step.edits)
      let points = applied.scorecard.areas[Self.security].points
      #expect(points - plan.start == step.gain, "\(step.title)")
    }
  }

  @Test(arguments: 0..<3)
  func `no step of a plan can be left out`(seed: Int) {
    var random = RandomData(seed: seed &+ 7000)
    let board = random.portfolio(tenants: 8).board()
    let plan = Planner(board).plan(area: Self.modernWork)
    guard plan.isReached else { return }
    for step in plan.steps {
      var applied = board
      applied.apply(contentsOf: plan.steps.filter { $0 != step }.flatMap(\.edits))
      let track = applied.scorecard.areas[Self.modernWork].tracks[plan.track]
      #expect(!track.isQualified, "\(step.title)")
    }
  }
}

@Suite struct PlanStepTests {
  private func plan(
    _ data: PortfolioBuilder, _ area: String, _ track: Int = 0, effort: PlanEffort = PlanEffort(),
    target: Int = 70
  ) -> Plan {
    Planner(data.board(), effort: effort)
      .plan(area: Rulebook.insights.areaIndex(area)!, track: track, target: Points(target))
  }

  @Test func `a tenant two seats short is raised by two seats`() {
    var data = PortfolioBuilder()
    data.add("elm", "EXO", "cpor", .pau, "2024-06", 9)
    let plan = plan(data, "modern-work")
    let steps = plan.steps + plan.alternatives
    let step = steps.first { $0.kind == .raise && $0.metric == 1 }
    #expect(step?.title == "elm: +2 seats of EXO")
    #expect(step?.edits == [usage("elm", "EXO", "cpor", .pau, .add(Quantity(2)))])
    #expect(step?.gain.value == 2)
  }

  @Test func `security usage without PAL counts once the partner is associated`() {
    var data = PortfolioBuilder()
    for number in 1...12 {
      data.add(
        "dray", "Sentinel", "dpor", .acr,
        number < 10 ? "2024-0\(min(number, 6))" : "2023-\(number)", 2000)
    }
    let plan = plan(data, "security")
    let step = (plan.steps + plan.alternatives).first { $0.kind == .associate }
    #expect(step?.title == "dray: be associated by PAL")
    #expect(step.map { $0.gain > .zero } == true)
  }

  @Test func `who lacks one certification comes before who lacks two`() {
    var data = PortfolioBuilder()
    data.add("elm", "EXO", "cpor", .pau, "2024-06", 9)
    data.hold("ana@x.example", "Azure Developer Associate")
    data.hold(
      "hana@x.example", "Azure Security Engineer Associate", "Cybersecurity Architect Expert")
    let plan = plan(data, "security")
    let people = plan.steps.filter { $0.kind == .certify }
    #expect(people.first?.title == "hana@x.example: Security Operations Analyst Associate")
    #expect(people.first?.effort == 0.5)
  }

  @Test func `prerequisites come first, and are the steps that open a metric`() {
    var data = PortfolioBuilder()
    data.add("elm", "Storage", "csp", .acr, "2024-06", 2000)
    data.add("elm", "Storage", "csp", .acr, "2023-05", 1000)
    let plan = plan(data, "infrastructure")
    #expect(plan.isReached)
    #expect(plan.steps.prefix(4).allSatisfy { $0.kind == .prerequisite })
    #expect(plan.end >= Points(70))
  }

  @Test func `the past cannot be planned: growth without a baseline blocks the track`() {
    var data = PortfolioBuilder()
    data.add("elm", "Storage", "csp", .acr, "2024-06", 2000)
    let plan = plan(data, "data-ai")
    #expect(!plan.isReached)
    #expect(
      plan.blockedMetrics.map { Rulebook.insights.areas[0].tracks[0].metrics[$0].id } == [
        "usage-growth"
      ])
  }

  @Test func `weights decide between people and customers`() {
    var data = PortfolioBuilder()
    data.add("elm", "Storage", "csp", .acr, "2024-06", 2000)
    data.add("elm", "Storage", "csp", .acr, "2023-05", 1000)
    let cheapPeople = plan(
      data, "infrastructure", effort: PlanEffort(newTenant: 9, certification: 0.1))
    let cheapCustomers = plan(
      data, "infrastructure", effort: PlanEffort(newTenant: 0.1, certification: 9))
    func customers(_ plan: Plan) -> Int { plan.steps.count { $0.kind == .newTenant } }
    #expect(customers(cheapPeople) < customers(cheapCustomers))
  }

  @Test func `who is about to be lost is told, with what it would cost`() {
    var data = PortfolioBuilder()
    data.add("elm", "EXO", "cpor", .pau, "2024-06", 11)
    data.add("fen", "EXO", "cpor", .pau, "2024-06", 200)
    let plan = plan(data, "modern-work")
    let adds = plan.risks.filter { $0.metric == 1 }
    #expect(adds.map(\.title) == ["elm"])
    #expect(adds.first?.loss.value == 2)
  }

  @Test func `who counts by the month before is at risk by that month`() {
    var data = PortfolioBuilder()
    data.add("elm", "SQL", "csp", .acr, "2024-05", 1050)
    data.add("fen", "SQL", "csp", .acr, "2024-05", 5000)
    for tenant in ["elm", "fen"] { data.add(tenant, "SQL", "csp", .acr, "2024-06", 10) }
    let risks = plan(data, "data-ai").risks
    #expect(risks.map(\.title) == ["elm"])
    #expect(risks.first.map { abs($0.distance - 0.05) < 1e-9 } == true)
  }

  @Test func `a step that is free is not taken where its metric is full`() {
    var data = PortfolioBuilder()
    for number in 0..<10 {
      data.add("t\(number)", "Sentinel", "pal", .acr, "2024-06", number == 0 ? 12_000 : 1200)
    }
    // One seat more than nothing: "more than 25" is missed by the least there is.
    data.add("elm", "Intune", "cpor", .pau, "2024-06", 25)
    let plan = plan(data, "security", target: 45)
    #expect(plan.start.value < 45)
    #expect(plan.isReached, "\(plan)")
    #expect(!plan.steps.isEmpty)
    #expect(plan.steps.allSatisfy { $0.gain > .zero }, "\(plan.steps.map(\.title))")
  }

  @Test func `what gains most leads the alternatives, however many steps are sooner done`() {
    var data = PortfolioBuilder()
    for number in 0..<100 {
      data.add(
        "t\(number)", "Intune", "cpor", .pau, "2024-06", number < 60 ? 25 : 100)
    }
    data.hold(
      "ana@x.example", "Azure Security Engineer Associate", "Cybersecurity Architect Expert")
    let plan = plan(data, "security", target: 1)
    let gains = plan.alternatives.filter { $0.kind != .prerequisite }.map(\.gain)
    #expect(gains == gains.sorted(by: >))
    #expect(plan.alternatives.contains { $0.kind == .certify }, "\(plan.alternatives.map(\.title))")
    #expect(plan.alternatives.contains { $0.kind == .raise })
  }

  @Test func `a track that stands at the target needs nothing`() {
    let data = PortfolioBuilder()
    let plan = plan(data, "security", target: 0)
    #expect(plan.steps.allSatisfy { $0.effort > 0 })
    #expect(plan.start == .zero)
  }
}
