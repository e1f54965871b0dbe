import CapabilityScore
import Testing

/// Each edit of scoring.md §11, and what §12 settles about it.
@Suite struct ScenarioEditTests {
  private var data: PortfolioBuilder {
    var data = PortfolioBuilder()
    data.add("alder", "App Service", "csp-tier-1", .acr, "2024-06", 700)
    data.add("alder", "App Service", "csp-tier-1", .acr, "2023-06", 900)
    data.add("elm", "EXO", "csp-tier-1", .pau, "2024-06", 11)
    data.add("elm", "EXO", "csp-tier-1", .mau, "2024-06", 5)
    data.add("elm", "EXO", "dpor", .pau, "2024-06", 9)
    data.add("ives", "Customer Insights", "pal", .capacity, "2024-06", 100)
    data.hold("ana@x.example", "Azure Administrator Associate", "Exam AZ-104: Whatever")
    return data
  }

  /// The value of a series of a tenant at L after some edits.
  private func value(
    _ tenant: String, _ workload: String, _ association: String, _ field: Field,
    at month: String = "2024-06", after edits: ScenarioEdit...
  ) -> Int64? {
    var board = data.board()
    board.apply(contentsOf: edits)
    let names = board.edited.names
    guard let number = board.edited.tenantNumber(ofID: tenant),
      let workload = names.workloads.firstIndex(of: workload),
      let association = names.associations.firstIndex(of: association)
    else { return nil }
    let table = board.edited.series(of: number)
    let row = table.rows(of: 0, field).first {
      Int(table.workload[$0]) == workload && Int(table.association[$0]) == association
    }
    let lane = board.edited.base.window.lane(Month(month)!)
    return row.flatMap { table.value(row: $0, lane: lane) }
  }

  private func problem(_ edit: ScenarioEdit) -> EditProblem? { data.board().problem(with: edit) }

  // MARK: Usage

  @Test func `csp is the plain kind, beside any tier`() {
    let edit = usage("ALDER", "app service", "CSP", .acr, .set(Quantity(5)))
    #expect(value("alder", "App Service", "csp", .acr, after: edit) == 5_000_000)
    #expect(value("alder", "App Service", "csp-tier-1", .acr, after: edit) == 700_000_000)
  }

  @Test func `an alias means the workload it stands for`() {
    let edit = usage("elm", "Exchange Online", "csp-tier-1", .pau, .set(Quantity(12)))
    #expect(value("elm", "EXO", "csp-tier-1", .pau, after: edit) == 12)
  }

  @Test func `adding stops at 0`() {
    let edit = usage("elm", "EXO", "csp-tier-1", .mau, .add(Quantity(-8)))
    #expect(value("elm", "EXO", "csp-tier-1", .mau, after: edit) == 0)
  }

  @Test(arguments: [(500_000, 3), (300_000, 2), (0, 0), (2_000_000, 10)])
  func `scaling rounds counts half away from zero`(factor: Int64, expected: Int64) {
    let edit = usage("elm", "EXO", "csp-tier-1", .mau, .scale(Quantity(millionths: factor)))
    #expect(value("elm", "EXO", "csp-tier-1", .mau, after: edit) == expected)
  }

  @Test func `units are what the rulebook counts the workload by`() {
    let profiles = usage("ives", "Customer Insights", "pal", .units, .set(Quantity(200)))
    #expect(value("ives", "Customer Insights", "pal", .capacity, after: profiles) == 200)
    let users = usage("ives", "Business Central", "cpor-osu", .units, .set(Quantity(3)))
    #expect(value("ives", "Business Central", "cpor-osu", .users, after: users) == 3)
  }

  @Test func `a fact that was not there starts from 0, and counts for L`() {
    var board = data.board()
    board.apply(usage("elm", "Teams", "cpor", .mau, .add(Quantity(4)), .ttm))
    #expect(board.scorecard.lastMonth == Month("2024-06"))
    var early = PortfolioBuilder()
    early.add("elm", "EXO", "cpor", .pau, "2024-05", 11)
    board = early.board()
    board.apply(
      usage(
        "elm", "EXO", "cpor", .pau, .set(Quantity(11)), .range(month("2024-06"), month("2024-09")))
    )
    #expect(board.scorecard.lastMonth == Month("2024-06"))
    board.apply(usage("elm", "EXO", "cpor", .pau, .set(Quantity(300))))
    #expect(board.edited.baseLastMonth == Month("2024-05"), "last stays L of the untouched data")
    board.undo()
    board.undo()
    #expect(board.scorecard == board.baseline)
  }

  // MARK: Tenants

  @Test func `a removed tenant keeps its baseline`() {
    let edit = ScenarioEdit.removeTenant(id: "Alder")
    #expect(value("alder", "App Service", "csp-tier-1", .acr, after: edit) == nil)
    #expect(
      value("alder", "App Service", "csp-tier-1", .acr, at: "2023-06", after: edit) == 900_000_000)
  }

  @Test func `an added tenant can be edited, and undo takes it away`() {
    var board = data.board()
    board.apply(.addTenant(id: "New-1", name: "Kestrel"))
    board.apply(usage("new-1", "Yammer", "cpor", .pau, .set(Quantity(11))))
    #expect(board.edited.tenantCount == 4)
    #expect(board.edited.tenantLabel(3) == "Kestrel")
    #expect(board.edited.portfolio().names.workloads.last == "Yammer")
    board.undo()
    board.undo()
    #expect(board.edited.tenantNumber(ofID: "new-1") == nil)
    #expect(board.edited.names == board.edited.base.names)
  }

  // MARK: Associations

  @Test func `associating takes the largest of the others for each field`() {
    let edit = ScenarioEdit.associate(
      AssociateEdit(tenant: "elm", association: "cpor", workloads: ["Exchange"]))
    #expect(value("elm", "EXO", "cpor", .pau, after: edit) == 11)
    #expect(value("elm", "EXO", "cpor", .mau, after: edit) == 5)
  }

  @Test func `associating raises, never lowers`() {
    let more = usage("elm", "EXO", "cpor", .pau, .set(Quantity(50)))
    let edit = ScenarioEdit.associate(AssociateEdit(tenant: "elm", association: "cpor"))
    #expect(value("elm", "EXO", "cpor", .pau, after: more, edit) == 50)
    let raised = ScenarioEdit.associate(AssociateEdit(tenant: "elm", association: "dpor"))
    #expect(value("elm", "EXO", "dpor", .pau, after: raised) == 11)
  }

  // MARK: People

  @Test func `a person is found in any spelling of the address`() {
    var board = data.board()
    board.apply(
      .certify(
        individual: "ANA@x.example", certification: "Azure Developer Associate",
        on: day("2024-07-15")))
    #expect(board.edited.individualCount == 1)
    #expect(board.edited.individual(0).holdings.count == 3)
  }

  @Test func `revoking takes every row that stands for the certification`() {
    var data = data
    data.hold("gus@x.example", "Enterprise Administrator Expert")
    data.roster[1].holdings.append(
      Holding(
        title: "Exam MS-100: Identity", isCertification: false, completed: day("2023-01-01"),
        expires: nil, isActive: true))
    var board = data.board()
    board.apply(
      .revoke(individual: "gus@x.example", certification: "Enterprise Administrator Expert"))
    #expect(board.edited.individual(1).holdings.isEmpty)
  }

  // MARK: Rulebooks

  @Test func `another rulebook scores the same data, and undo brings the first back`() {
    var board = data.board(rulebooks: [.insights, .other])
    board.apply(.rulebook(id: "other"))
    #expect(board.scorecard.rulebookID == "other")
    #expect(board.comparison.areas.map(\.id) == Rulebook.other.areas.map(\.id))
    board.undo()
    #expect(board.scorecard == board.baseline)
  }

  // MARK: Problems

  @Test func `what cannot be is refused with the reason`() {
    let seats = EditOperation.set(Quantity(5))
    #expect(problem(usage("nobody", "EXO", "cpor", .pau, seats)) == .unknownTenant("nobody"))
    #expect(problem(usage("elm", "EXO", "cspx", .pau, seats)) == .unknownAssociation("cspx"))
    #expect(
      problem(usage("elm", "EXO", "cpor", .pau, .set(Quantity(-1))))
        == .negative(.pau, Quantity(-1)))
    #expect(
      problem(usage("elm", "EXO", "cpor", .mau, .add(Quantity(millionths: 500_000))))
        == .notWhole(.mau, Quantity(millionths: 500_000)))
    #expect(
      problem(usage("alder", "App Service", "csp", .acr, .scale(Quantity(2))))
        == .nothingToScale(.acr))
    #expect(problem(.addTenant(id: "ELM", name: "")) == .tenantExists("ELM"))
    #expect(problem(.rulebook(id: "none")) == .unknownRulebook("none"))
    let person = ScenarioEdit.revoke(individual: "bo", certification: "Azure Developer Associate")
    #expect(problem(person) == .unknownIndividual("bo"))
    let future = EditMonths.range(month("2030-01"), month("2030-02"))
    let outside = problem(usage("elm", "EXO", "cpor", .pau, seats, future))
    guard case .monthsOutsideData? = outside else {
      Issue.record("\(String(describing: outside))")
      return
    }
  }

  @Test func `an edit that cannot apply is kept and does nothing`() {
    var board = data.board()
    let outcome = board.apply(.removeTenant(id: "nobody"))
    #expect(outcome == .notApplicable(.unknownTenant("nobody")))
    #expect(board.entries.count == 1)
    #expect(board.scorecard == board.baseline)
    #expect("\(EditProblem.unknownTenant("nobody"))" == "there is no tenant 'nobody' in the data")
  }

  @Test func `an edit of what is so already says it`() {
    var board = data.board()
    #expect(
      board.apply(usage("elm", "EXO", "csp-tier-1", .pau, .set(Quantity(11)))) == .alreadyTrue)
  }

  @Test func `a preview leaves the board as it was`() {
    var board = data.board()
    let edit = usage("elm", "Yammer", "cpor", .pau, .set(Quantity(11)))
    let preview = board.preview([edit])
    #expect(board.scorecard == board.baseline)
    #expect(board.edited.names == board.edited.base.names)
    board.apply(edit)
    #expect(board.scorecard == preview)
  }

  @Test func `one tenant of the edited data explains itself`() {
    var board = data.board()
    board.apply(usage("elm", "EXO", "cpor", .pau, .set(Quantity(200))))
    let whole = board.explainer()
    let single = board.explainer(tenant: 1)
    for measure in board.scorer.rulebook.measures.indices
    where board.scorer.rulebook.measures[measure].usage != nil {
      #expect(
        whole.conditions(of: .tenant(1), measure: measure)
          == single.conditions(of: .tenant(0), measure: measure))
    }
  }
}
