import Testing

@testable import CapabilityScore

/// Scoring.md §1 and §9: L, and the six months of the window.
@Suite struct ScoreWindowTests {
  private static let adds = "data-ai.standard.net-customer-adds"
  private static let intermediate = "data-ai.standard.intermediate-certifications"

  @Test func `L is the newest month with usage before the as-of month`() {
    let window = MonthWindow(first: month("2024-01"), count: 8)
    func last(_ tenants: [Int]) -> Month? {
      Scorer.lastMonth(tenantsPerLane: tenants, window: window, asOf: day("2024-07-01"))
    }
    #expect(last([1, 0, 0, 0, 0, 1, 9, 9]) == month("2024-06"))
    #expect(last([1, 0, 3, 0, 0, 0, 9, 0]) == month("2024-03"))
    #expect(last([0, 0, 0, 0, 0, 0, 9, 0]) == nil)
  }

  @Test func `older months shift L back with them`() {
    let score = SamplePartner(tenant("Elm", uses("SQL", "csp", acr: [-3: 1000]))).score()
    #expect((0..<6).map { score.current(Self.adds, month: $0) } == [0, 0, 1, 1, 0, 0])
    #expect(score.card.months.map(\.month.description).first == "2024-07")
    #expect(score.card.months.last?.month == month("2024-02"))
    #expect(score.card.lastMonth == month("2024-06"))
  }

  @Test func `the oldest month of the window still has its year before`() {
    let score = SamplePartner(tenant("Elm", uses("SQL", "csp", acr: [-28: 500, -5: 1000]))).score()
    #expect(score.baseline("data-ai.standard.usage-growth", month: 5) == 500_000_000)
    #expect(score.baseline("data-ai.standard.usage-growth", month: 4) == 0)
  }

  @Test func `an old L shifts back from where it is`() {
    let score = SamplePartner(
      tenant("Elm", uses("SQL", "csp", acr: [0: 1000, -12: 900])), lastMonth: "2023-02"
    ).score()
    #expect(score.card.lastMonth == month("2023-02"))
    #expect(score.current(Self.adds) == 1)
    #expect(score.current(Self.adds, month: 1) == 0)
  }

  /// As of 2024-07-15: certifications count on that day, then on 30 June, 31 May … 29 February.
  @Test(arguments: [
    (holds("Azure AI Engineer Associate", on: "2024-06-30"), [1, 1, 0, 0, 0, 0]),
    (holds("Azure AI Engineer Associate", on: "2024-07-01"), [1, 0, 0, 0, 0, 0]),
    (holds("Azure AI Engineer Associate", on: "2024-07-20"), [0, 0, 0, 0, 0, 0]),
    (holds("Azure AI Engineer Associate", until: "2024-02-29"), [0, 0, 0, 0, 0, 1]),
    (holds("Azure AI Engineer Associate", until: "2024-02-28"), [0, 0, 0, 0, 0, 0]),
    (holds("Azure AI Engineer Associate", until: "2024-04-30"), [0, 0, 0, 1, 1, 1]),
  ])
  func `certifications count on the last day of older months`(holding: Holding, counts: [Int]) {
    let score = SamplePartner([], people: [person("ana", holding)]).score()
    #expect((0..<6).map { Int(score.current(Self.intermediate, month: $0)) } == counts)
  }

  @Test func `a prerequisite is asked for in each month for itself`() {
    let people = [
      person("a", holds("Azure Administrator Associate", on: "2024-06-01")),
      person("b", holds("Azure Administrator Associate"), holds("Azure Developer Associate")),
    ]
    let score = SamplePartner([], people: people).score()
    let path = "digital-app-innovation.standard.intermediate-certifications"
    #expect(score.points(path, month: 1) == Points(4))
    #expect(score.reason(path, month: 2) == .prerequisiteNotMet)
  }

  @Test func `the track of an older month is that month's`() {
    let score = SamplePartner(
      tenant("Elm", uses("EXO", "dpor", pau: [-1: 301])),
      tenant("Fen", uses("EXO", "csp", pau: [0: 11]))
    ).score()
    #expect(score.track("modern-work") == "smb")
    #expect(score.track("modern-work", month: 1) == "enterprise")
  }

  @Test func `without usage L is unknown, everything is 0, and there are six months`() {
    let score = SamplePartner([], people: [person("a", holds("Azure AI Engineer Associate"))])
      .score()
    #expect(score.card.lastMonth == nil)
    #expect(score.card.months.count == 6)
    #expect(score.current(Self.adds) == 0)
    #expect(score.reason("data-ai.standard.usage-growth") == .noBaseline)
    #expect(score.current("data-ai.standard.deployments") == 0)
    #expect(score.area("data-ai").points == Points(4))
    #expect(score.area("business-applications").classifyingCount == 0)
    for area in Rulebook.insights.areas.dropFirst() {
      #expect(score.area(area.id).points == .zero, "\(area.id)")
    }
  }
}

/// Scoring.md §9: the status of an area.
@Suite struct StandingTests {
  private func card(asOf: String, points: Int = 0, qualified: [Int] = []) -> Scorecard {
    let months = (0..<6).map { month in
      let track = TrackScore(
        points: Points(points), isQualified: qualified.contains(month), metrics: [])
      return MonthScore(
        month: day(asOf).month.advanced(by: -month),
        areas: [AreaScore(selectedTrack: 0, tracks: [track])])
    }
    return Scorecard(rulebookID: "r", asOf: day(asOf), lastMonth: nil, months: months)
  }

  @Test(arguments: [
    (0, [], Standing.notStarted), (1, [], .inProgress), (75, [0], .qualified), (0, [5], .qualified),
    (69, [2, 3], .qualified),
  ])
  func `without an enrolment the window and the points decide`(
    points: Int, qualified: [Int], standing: Standing
  ) {
    let card = card(asOf: "2024-07-15", points: points, qualified: qualified)
    #expect(card.standing(ofArea: 0, anniversary: nil) == standing)
    #expect(card.qualifiedMonths(ofArea: 0) == qualified.count)
  }

  /// The anniversary is 2024-12-10: due from 1 July to 31 December.
  @Test(arguments: [
    ("2024-06-30", Standing.enrolled), ("2024-07-01", .renewalDue), ("2024-12-10", .renewalDue),
    ("2024-12-31", .renewalDue), ("2025-01-01", .enrolled), ("2022-12-10", .enrolled),
  ])
  func `renewal is due for six months that end with the anniversary's`(
    asOf: String, standing: Standing
  ) {
    #expect(card(asOf: asOf).standing(ofArea: 0, anniversary: day("2024-12-10")) == standing)
  }

  @Test func `an early anniversary opens in the year before`() {
    let anniversary = day("2024-02-29")
    #expect(card(asOf: "2023-09-01").standing(ofArea: 0, anniversary: anniversary) == .renewalDue)
    #expect(card(asOf: "2023-08-31").standing(ofArea: 0, anniversary: anniversary) == .enrolled)
  }

  @Test func `an enrolment goes before what is qualified`() {
    let card = card(asOf: "2024-01-15", points: 100, qualified: [0])
    #expect(card.standing(ofArea: 0, anniversary: day("2024-12-10")) == .enrolled)
  }
}
