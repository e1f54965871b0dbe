import CapabilityScore

/// Seeded portfolios and edits that crowd around the thresholds of the shipped rulebook.
struct RandomData {
  var dice: Dice

  static let seats = ["EXO", "Teams", "Intune", "Microsoft Entra ID Premium"]
  static let services = ["Key Vault", "Virtual Machines", "Sentinel", "SQL Database"]
  static let business = ["Business Central", "Customer Insights", "Sales", "Power Apps"]
  static let associations = [
    "csp", "csp-tier-1", "pal", "dpor", "cpor", "cpor-osu", "cpor-revrec",
  ]
  static let titles = [
    "Azure Administrator Associate", "Azure Developer Associate", "Azure Data Engineer Associate",
    "Azure Solutions Architect Expert", "Azure DevOps Engineer Expert",
    "Azure Security Engineer Associate", "Microsoft Security Operations Analyst",
    "Cybersecurity Architect Expert", "Exam MS-100: Microsoft 365", "Nobody Knows This",
  ]

  init(seed: Int) { dice = Dice(seed: seed) }

  // MARK: Portfolios

  mutating func portfolio(tenants: Int) -> PortfolioBuilder {
    var builder = PortfolioBuilder()
    for number in 1...max(1, tenants) {
      let tenant = "tenant-\(number)"
      builder.tenants.append(tenant)
      for _ in 0..<dice.roll(0...5) { addSeries(tenant, to: &builder) }
    }
    for number in 0..<dice.roll(0...5) {
      let holdings = (0..<dice.roll(0...3)).map { _ in holding() }
      builder.roster.append(
        Individual(
          id: "person\(number)@x.example", givenName: "", familyName: "", holdings: holdings))
    }
    return builder
  }

  private mutating func addSeries(_ tenant: String, to builder: inout PortfolioBuilder) {
    let (workload, fields) = workloadAndFields()
    let association = dice.pick(RandomData.associations)
    let newest = month("2024-06")
    let since = dice.chance(20) ? newest.advanced(by: -dice.roll(0...30)).firstDay : nil
    for field in fields {
      let key = PortfolioBuilder.Key(
        tenant: tenant, workload: workload, association: association, field: field)
      for back in 0..<26 where dice.chance(60) {
        builder.facts[key, default: [:]][newest.advanced(by: -back)] = value(field)
      }
      if builder.facts[key] != nil { builder.associatedOn[key] = since }
    }
  }

  private mutating func workloadAndFields() -> (String, [Field]) {
    switch dice.roll(0...2) {
    case 0: (dice.pick(RandomData.seats), [.pau, .mau])
    case 1: (dice.pick(RandomData.services), [.acr])
    default: (dice.pick(RandomData.business), [.revenue, .users, .capacity])
    }
  }

  private mutating func value(_ field: Field) -> Int64 {
    switch field {
    case .acr: Int64(dice.pick([-50, 0, 100, 900, 1000, 1100, 5000])) * Quantity.one
    case .revenue: Int64(dice.pick([-10, 250, 251, 1500, 5001, 6000])) * Quantity.one
    case .pau: Int64(dice.pick([0, 10, 11, 25, 26, 300, 301]))
    case .mau: Int64(dice.pick([0, 4, 5, 40, 120]))
    case .users: Int64(dice.pick([0, 4, 5, 10, 50]))
    case .capacity: Int64(dice.pick([0, 25_000, 50_000]))
    }
  }

  private mutating func holding() -> Holding {
    let title = dice.pick(RandomData.titles)
    return Holding(
      title: title, isCertification: !title.hasPrefix("Exam"),
      completed: day("2024-07-15").advanced(by: -dice.roll(-40...400)),
      expires: dice.chance(30) ? day("2024-07-15").advanced(by: dice.roll(-100...100)) : nil,
      isActive: dice.chance(90))
  }

  // MARK: Edits

  mutating func edits(_ count: Int) -> [ScenarioEdit] { (0..<count).map { _ in edit() } }

  mutating func edit() -> ScenarioEdit {
    switch dice.roll(0...19) {
    case 0...9: usageEdit()
    case 10...11: .addTenant(id: "new-\(dice.roll(1...2))", name: "Fabrikam")
    case 12: .removeTenant(id: tenant())
    case 13...15: associateEdit()
    case 16...17:
      .certify(
        individual: individual(), certification: dice.pick(RandomData.titles),
        on: day("2024-07-15").advanced(by: -dice.roll(-30...200)))
    case 18: .revoke(individual: individual(), certification: dice.pick(RandomData.titles))
    default: .rulebook(id: dice.pick(["other", "insights-2024", "nobody"]))
    }
  }

  private mutating func usageEdit() -> ScenarioEdit {
    let (workload, fields) = workloadAndFields()
    let field: EditField =
      switch dice.pick(fields) {
      case .acr: .acr
      case .revenue: .revenue
      case .pau: .pau
      case .mau: .mau
      case .users, .capacity: .units
      }
    let operation: EditOperation =
      switch dice.roll(0...2) {
      case 0: .set(Quantity(dice.pick([0, 11, 26, 301, 1000, 5000])))
      case 1: .add(Quantity(dice.pick([-400, -3, 1, 20, 900])))
      default: .scale(Quantity(millionths: Int64(dice.pick([0, 500_000, 1_333_333, 2_000_000]))))
      }
    let spelling = ["EXO": "Exchange Online", "Power Apps": "power app"]
    return usage(
      tenant(), dice.chance(50) ? spelling[workload] ?? workload : workload,
      dice.pick(RandomData.associations + ["csp-tier-2", "Partner Admin Link"]), field, operation,
      months())
  }

  private mutating func associateEdit() -> ScenarioEdit {
    let pool = RandomData.seats + RandomData.services + RandomData.business
    return .associate(
      AssociateEdit(
        tenant: tenant(), association: dice.pick(RandomData.associations),
        workloads: dice.chance(50) ? [dice.pick(pool), dice.pick(pool)] : nil, months: months()))
  }

  private mutating func tenant() -> String {
    dice.chance(80) ? "TENANT-\(dice.roll(1...6))" : "new-\(dice.roll(1...2))"
  }

  private mutating func individual() -> String {
    dice.chance(80) ? "Person\(dice.roll(0...4))@X.example" : "new@x.example"
  }

  private mutating func months() -> EditMonths {
    switch dice.roll(0...4) {
    case 0: return .last
    case 1: return .lastTwo
    case 2: return .ttm
    default:
      let first = month("2024-08").advanced(by: -dice.roll(0...30))
      return .range(first, first.advanced(by: dice.roll(0...6)))
    }
  }
}
