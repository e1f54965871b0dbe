import CapabilityScore
import RuleFiles
import Testing

/// The worked example of the case `tiny` (its README), built by hand, with its scenario file.
@Suite struct ScenarioTinyTests {
  static func id(_ number: Int) -> String {
    "00000000-0000-4000-8000-0000000000\(number < 10 ? "0" : "")\(number)"
  }

  static var tiny: PortfolioBuilder {
    var data = PortfolioBuilder()
    data.tenants = (1...10).map(id)
    func add(
      _ tenant: Int, _ workload: String, _ association: String, _ field: Field, _ month: String,
      _ value: Double, since: String? = nil
    ) {
      let key = PortfolioBuilder.Key(
        tenant: id(tenant), workload: workload, association: association, field: field)
      let amount = Int64((value * (field.isMoney ? 1e6 : 1)).rounded())
      data.facts[key, default: [:]][Month(month)!] = amount
      if let since { data.associatedOn[key] = Day(since)! }
    }
    add(1, "App Service", "csp-tier-1", .acr, "2024-05", 1000)
    add(1, "App Service", "csp-tier-1", .acr, "2024-06", 700)
    add(1, "Virtual Machines", "csp-tier-1", .acr, "2024-06", 299.99)
    add(1, "App Service", "csp-tier-1", .acr, "2023-06", 999.99)
    add(2, "Key Vault", "pal", .acr, "2024-06", 600)
    add(2, "Key Vault", "dpor", .acr, "2024-06", 700)
    add(2, "Storage", "dpor", .acr, "2024-06", 300.01)
    add(2, "Storage", "dpor", .acr, "2023-06", 300.01)
    add(3, "SQL Database", "csp", .acr, "2023-05", 2450)
    add(4, "Sentinel", "pal", .acr, "2023-09", 1200)
    for (month, seats, users) in [("2024-06", 11.0, 5.0), ("2023-06", 10, 4)] {
      add(5, "EXO", "csp-tier-1", .pau, month, seats)
      add(5, "EXO", "csp-tier-1", .mau, month, users)
    }
    add(5, "Teams", "csp-tier-1", .pau, "2024-06", 10)
    add(5, "Teams", "csp-tier-1", .mau, "2024-06", 4)
    for (month, users) in [(2, 45.0), (3, 50), (4, 60), (5, 70), (6, 80)] {
      add(6, "SPO", "cpor", .pau, "2024-0\(month)", 100, since: "2024-02-20")
      add(6, "SPO", "cpor", .mau, "2024-0\(month)", users, since: "2024-02-20")
    }
    for (month, seats, users) in [("2024-06", 301.0, 120.0), ("2023-06", 300, 100)] {
      add(7, "Teams", "dpor", .pau, month, seats)
      add(7, "Teams", "dpor", .mau, month, users)
    }
    for (month, seats, users) in [("2024-06", 26.0, 20.0), ("2023-06", 25, 4)] {
      add(8, "Microsoft Entra ID Premium", "cpor", .pau, month, seats)
      add(8, "Microsoft Entra ID Premium", "cpor", .mau, month, users)
    }
    add(9, "Business Central", "csp-tier-1", .revenue, "2024-06", 250.01)
    add(9, "Business Central", "csp-tier-1", .revenue, "2023-06", 250)
    for month in ["2024-06", "2023-06"] {
      add(10, "Sales", "cpor-revrec", .revenue, month, 6000)
    }
    add(10, "Marketing", "cpor", .revenue, "2024-06", 900)
    add(9, "Business Central", "cpor-osu", .users, "2024-06", 10)
    add(9, "Business Central", "cpor-osu", .users, "2023-06", 4)
    add(10, "Customer Insights", "pal", .capacity, "2024-06", 97_500)
    add(10, "Customer Insights", "pal", .capacity, "2023-06", 105_000)
    data.roster = people
    return data
  }

  private static var people: [Individual] {
    func holding(
      _ title: String, _ completed: String = "2023-05-01", expires: String? = nil,
      isActive: Bool = true
    ) -> Holding {
      Holding(
        title: title, isCertification: !title.hasPrefix("Exam"), completed: Day(completed)!,
        expires: expires.map { Day($0)! }, isActive: isActive)
    }
    let holdings: [(String, [Holding])] = [
      (
        "ana",
        [
          holding("Microsoft Certified: Azure Administrator Associate", expires: "2024-07-15"),
          holding("Microsoft Certified: Azure Data Engineer Associate", "2024-05-31"),
        ]
      ),
      (
        "bo",
        [
          holding("Azure Administrator Associate"),
          holding("Azure AI Engineer Associate", "2024-06-01"),
        ]
      ),
      (
        "cai",
        [holding("Azure Developer Associate"), holding("Power Platform Developer Associate")]
      ),
      ("dev", [holding("Azure Developer Associate", expires: "2024-07-14")]),
      ("eli", [holding("Azure Network Engineer Associate", "2024-07-16")]),
      ("fay", [holding("Azure for SAP Workloads Specialty")]),
      (
        "gus",
        [
          holding("Microsoft 365 Certified: Modern Desktop Administrator Associate"),
          holding("Exam MS-100: Microsoft 365 Identity and Services"),
          holding("Exam AZ-104: Microsoft Azure Administrator"),
        ]
      ),
      (
        "hana",
        [
          holding("Azure Security Engineer Associate"),
          holding("Microsoft Security Operations Analyst"),
          holding("Microsoft Cybersecurity Architect Expert"),
        ]
      ),
      ("ivo", [holding("Azure Security Engineer Associate")]),
      (
        "jun",
        [
          holding("Microsoft Certified: Dynamics 365 Sales Functional Consultant Associate"),
          holding(
            "Dynamics 365: Finance and Operations Apps Solution Architect Expert", isActive: false),
        ]
      ),
    ]
    return holdings.map { name, rows in
      Individual(
        id: "\(name)@fjordline.example", givenName: name, familyName: "Berg", holdings: rows)
    }
  }

  static let oneMoreOfEach = """
    { "schema": 1, "name": "one-more-of-each", "edits": [
      { "edit": "usage", "tenant": "\(id(1))", "workload": "App Service", "association": "csp",
        "field": "acr", "months": "last", "op": "set", "value": 5000 },
      { "edit": "usage", "tenant": "\(id(7))", "workload": "Teams", "association": "dpor",
        "field": "mau", "months": "last", "op": "add", "value": 1 },
      { "edit": "add-tenant", "tenant": "new-1", "name": "Kestrel" },
      { "edit": "usage", "tenant": "new-1", "workload": "Yammer", "association": "cpor",
        "field": "pau", "months": "last", "op": "set", "value": 300 },
      { "edit": "usage", "tenant": "new-1", "workload": "Yammer", "association": "cpor",
        "field": "mau", "months": "last", "op": "set", "value": 120 },
      { "edit": "remove-tenant", "tenant": "\(id(4))" },
      { "edit": "associate", "tenant": "\(id(5))", "association": "cpor", "workloads": ["EXO"] },
      { "edit": "certify", "individual": "KIM@fjordline.example",
        "certification": "Azure Solutions Architect Expert", "on": "2024-07-15" },
      { "edit": "revoke", "individual": "bo@fjordline.example",
        "certification": "Azure Administrator Associate" }
    ] }
    """

  private func points(_ scorecard: Scorecard) -> [Double] {
    scorecard.areas.map { ($0.points.value * 1000).rounded() / 1000 }
  }

  @Test func `the baseline is the one worked out by hand`() {
    #expect(points(Self.tiny.board().baseline) == [38, 34, 30, 28.6, 12.235, 33])
  }

  @Test func `one more of each gives what its README works out`() throws {
    let scenario = try ScenarioFile(name: "one.json", text: Self.oneMoreOfEach).scenario()
    var board = Self.tiny.board()
    board.apply(contentsOf: scenario.edits)
    #expect(board.entries.allSatisfy { $0.outcome == .applied })
    #expect(points(board.scorecard) == [44, 36, 36, 45.6, 9.275, 33])
  }

  @Test func `what one more of each hands over is told by component`() throws {
    let scenario = try ScenarioFile(name: "one.json", text: Self.oneMoreOfEach).scenario()
    var board = Self.tiny.board()
    board.apply(contentsOf: scenario.edits)
    let handOvers = board.handOvers()
    let adds = ComponentID(
      area: "modern-work", track: "smb", metric: "net-customer-adds", component: "all")
    #expect(handOvers[adds]?.gained.map(board.label) == ["Kestrel"])
    let azure = ComponentID(
      area: "security", track: "standard", metric: "net-customer-adds", component: "azure")
    #expect(handOvers[azure]?.lost == [.tenant(3)])
  }

  @Test func `the comparison has before, after and difference of everything`() throws {
    let scenario = try ScenarioFile(name: "one.json", text: Self.oneMoreOfEach).scenario()
    var board = Self.tiny.board()
    board.apply(contentsOf: scenario.edits)
    let area = board.comparison.areas[3]
    #expect(area.id == "modern-work")
    #expect(area.points.difference.value == 17)
    let users = area.tracks[0].metrics.first { $0.id == "usage-growth" }?.components.first
    #expect(users?.score.before?.current == 35)
    #expect(users?.score.after?.current == 160)
  }
}
