import CapabilityScore
import Testing

/// Scoring.md §8.
@Suite struct SkillingTests {
  private static let dataAI = "data-ai.standard.intermediate-certifications"
  private static let appIntermediate = "digital-app-innovation.standard.intermediate-certifications"
  private static let security = "security.standard.intermediate-certifications"
  private static let advanced = "modern-work.smb.advanced-certifications"
  private static let administrator = "Azure Administrator Associate"
  private static let developer = "Azure Developer Associate"
  private static let dataEngineer = "Azure Data Engineer Associate"

  private func score(_ people: Individual...) -> SampleScore {
    SamplePartner([], people: people).score()
  }

  // MARK: Days

  /// The as-of date is 2024-07-15.
  @Test(arguments: [
    (holds(dataEngineer, on: "2024-07-15"), 1), (holds(dataEngineer, on: "2024-07-16"), 0),
    (holds(dataEngineer, until: "2024-07-15"), 1), (holds(dataEngineer, until: "2024-07-14"), 0),
    (holds(dataEngineer, isActive: false), 0), (passed(dataEngineer), 0),
    (holds("Azure Fundamentals"), 0),
  ])
  func `a certification counts from its completion to its last day`(
    holding: Holding, count: Int
  ) {
    #expect(score(person("ana", holding)).current(Self.dataAI) == Int64(count))
  }

  @Test func `everybody counts once, and a renewed certification counts`() {
    let score = score(
      person(
        "ana", holds(Self.dataEngineer, until: "2023-01-31"), holds(Self.dataEngineer),
        holds("Azure AI Engineer Associate")),
      person("bo", holds(Self.dataEngineer, until: "2023-01-31")))
    #expect(score.current(Self.dataAI) == 1)
    #expect(score.points(Self.dataAI) == Points(4))
    #expect(score.baseline(Self.dataAI) == nil)
  }

  @Test(arguments: [("2025-04-30", 1), ("2025-05-01", 0)])
  func `a certification counts while it is eligible, wherever it is listed`(
    asOf: String, count: Int64
  ) {
    let ana = person("ana", holds("Azure Enterprise Data Analyst Associate"))
    let score = SamplePartner([], people: [ana], asOf: asOf).score()
    #expect(score.current("business-applications.smb.intermediate-certifications") == count)
    #expect(score.current("business-applications.enterprise.intermediate-certifications") == count)
  }

  // MARK: Prerequisites

  /// The worked examples: A, B hold the prerequisite, C, D the second step, and so on.
  @Test func `people of the second step count behind two with the prerequisite`() {
    let apart = score(
      person("a", holds(Self.administrator)), person("b", holds(Self.administrator)),
      person("c", holds(Self.developer)), person("d", holds(Self.developer)))
    #expect(apart.points(Self.appIntermediate) == Points(8))
    let both = score(
      person("a", holds(Self.administrator), holds(Self.developer)),
      person("b", holds(Self.administrator), holds(Self.developer)))
    #expect(both.points(Self.appIntermediate) == Points(8))
    #expect(both.reason(Self.appIntermediate) == nil)
  }

  @Test func `one with the prerequisite is not two, until any second person holds it`() {
    let people = [
      person("a", holds(Self.administrator)), person("b", holds(Self.developer)),
      person("c", holds(Self.developer)),
    ]
    let one = SamplePartner([], people: people).score()
    #expect(one.points(Self.appIntermediate) == .zero)
    #expect(one.reason(Self.appIntermediate) == .prerequisiteNotMet)
    #expect(one.current(Self.appIntermediate) == 2)
    #expect(one.quantity(Self.appIntermediate) == .amount(2))
    let two = SamplePartner([], people: people + [person("d", holds(Self.administrator))]).score()
    #expect(two.points(Self.appIntermediate) == Points(8))
  }

  @Test func `one person with the prerequisite twice is one`() {
    let score = score(
      person("a", holds(Self.administrator), holds(Self.administrator), holds(Self.developer)))
    #expect(score.reason(Self.appIntermediate) == .prerequisiteNotMet)
  }

  @Test func `the reason is given whether or not anybody took the second step`() {
    let score = score(person("a", holds(Self.administrator)))
    #expect(score.reason(Self.appIntermediate) == .prerequisiteNotMet)
    #expect(score.current(Self.appIntermediate) == 0)
  }

  @Test func `a met prerequisite alone earns nothing, and that is no reason`() {
    let score = score(
      person("a", holds(Self.administrator)), person("b", holds(Self.administrator)))
    #expect(score.points(Self.appIntermediate) == .zero)
    #expect(score.reason(Self.appIntermediate) == nil)
  }

  // MARK: All of, any of

  private static let engineer = "Azure Security Engineer Associate"
  private static let analyst = "Microsoft Security Operations Analyst"
  private static let architect = "Microsoft Cybersecurity Architect Expert"

  @Test(arguments: [
    ([engineer, analyst, architect], 1), ([engineer, analyst], 0), ([engineer, architect], 0),
    ([analyst, architect], 0),
    ([engineer, analyst, "Identity and Access Administrator Associate"], 1),
    ([engineer, analyst, "Information Protection and Compliance Administrator Associate"], 1),
  ])
  func `security asks for both and one of three`(titles: [String], count: Int) {
    let ana = Individual(
      id: "ana", givenName: "", familyName: "", holdings: titles.map { holds($0) })
    #expect(score(ana).current(Self.security) == Int64(count))
    #expect(score(ana).points(Self.security).value == (count == 1 ? 40.0 / 6 : 0))
  }

  // MARK: Titles

  @Test(arguments: [
    "Azure Data Engineer Associate", "Microsoft Certified: Azure Data Engineer Associate",
    "Microsoft 365 Certified: Azure Data Engineer Associate",
    "Exam DP-203: Azure Data Engineer Associate",
    "Microsoft Certified: Exam DP-203: Azure Data Engineer Associate",
    "microsoft certified - azure DATA engineer associate", "Data Analyst Associate",
    "Customer Data Platform Specialty", "Dynamics 365 Customer Insights (Data) Specialty",
  ])
  func `titles match with or without prefixes, and by alias`(title: String) {
    #expect(score(person("ana", holds(title))).current(Self.dataAI) == 1)
  }

  @Test(arguments: [
    "", "Microsoft Certified:", "Exam DP-203:", "Azure Data Engineer", "Data Engineer Associate",
    "Certified: Azure Data Engineer Associate", "Azure Data Engineer Associate (Retired)",
  ])
  func `other titles do not`(title: String) {
    #expect(score(person("ana", holds(title))).current(Self.dataAI) == 0)
  }

  @Test(arguments: [
    (holds("Enterprise Administrator Expert"), 1), (passed("Enterprise Administrator Expert"), 0),
    (passed("Exam MS-100: Microsoft 365 Identity and Services"), 1),
    (passed("Microsoft 365 Identity (ms-100)"), 1),
    (holds("Exam MS-100: Microsoft 365 Identity and Services"), 0), (passed("Exam MS-101"), 0),
    (passed("Teams Meetings and Meeting Rooms Technical Assessment"), 1),
    (holds("Teams Meetings and Meeting Rooms Technical Assessment"), 1),
    (passed("Exam AZ-104: Azure Administrator Associate"), 0),
  ])
  func `exams and assessments count where the rules name them`(holding: Holding, count: Int) {
    #expect(score(person("gus", holding)).current(Self.advanced) == Int64(count))
  }

  @Test func `the old name of a certification counts`() {
    let gus = person(
      "gus", holds("Microsoft 365 Certified: Modern Desktop Administrator Associate"))
    #expect(score(gus).current("modern-work.smb.intermediate-certifications") == 1)
    #expect(score(gus).points("modern-work.smb.intermediate-certifications") == Points(5))
  }

  @Test func `one certification may count in several areas`() {
    let score = score(person("ana", holds("Power BI Data Analyst Associate")))
    #expect(score.current(Self.dataAI) == 1)
    #expect(score.current("business-applications.smb.intermediate-certifications") == 1)
    #expect(score.current("business-applications.enterprise.intermediate-certifications") == 1)
  }
}
