import CapabilityScore
import TerminalKit

/// What a tenant's usage touches: every metric of every area with what it counts there.
struct TenantMetricRows: RowSource {
  let standings: Standings
  private let roles: [SubjectRole]
  /// What each counted for without the edits.
  private let contributions: [Key: Int64]

  private struct Key: Hashable {
    var place: MetricNumber
    var component: Int
    var subject: Subject

    init(_ role: SubjectRole) {
      (place, component, subject) = (role.place, role.component, role.contributor.subject)
    }
  }

  init(_ standings: Standings, tenant: Int) {
    self.standings = standings
    roles = standings.explainer.roles(ofTenant: tenant)
    let before =
      standings.untouched.flatMap { untouched in
        tenant < untouched.portfolio.tenants.count ? untouched.roles(ofTenant: tenant) : nil
      } ?? []
    contributions = Dictionary(
      before.map { (Key($0), $0.contributor.contribution) }, uniquingKeysWith: { first, _ in first }
    )
    columns =
      [
        TableColumn(
          id: "metric", title: "Area and metric", width: .flexible(min: 24, max: 52), frozen: true),
        TableColumn(id: "state", title: "", width: .fixed(13)),
        TableColumn(id: "current", title: "Now", width: .fixed(16), alignment: .right),
        TableColumn(
          id: "baseline", title: "Year ago", width: .fixed(16), alignment: .right, priority: 2),
        TableColumn(
          id: "contribution", title: "Counts", width: .fixed(9), alignment: .right, priority: 1),
      ] + DeltaColumn.columns(standings)
  }

  let columns: [TableColumn]
  var count: Int { roles.count }
  var emptyText: String { "No metric looks at this tenant's usage." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let role = roles[row]
    let glyphs = standings.glyphs
    switch column {
    case 0:
      let part = role.componentName.isEmpty ? "" : " (\(role.componentName))"
      return TableCell(standings.title(role.place) + part)
    case 1:
      switch role.contributor.change {
      case .added, .kept:
        return TableCell("\(glyphs.met) \(role.contributor.change.words)", role: .statusMet)
      case .lost: return TableCell("\(glyphs.unmet) lost", role: .statusUnmet)
      case .notCounted: return TableCell("\(glyphs.dash) not counted", role: .textDim)
      }
    case 2: return TableCell(role.contributor.current.map { standings.words(role.unit, $0) } ?? "")
    case 3: return TableCell(role.contributor.baseline.map { standings.words(role.unit, $0) } ?? "")
    case 4:
      let value = role.contributor.contribution
      return TableCell(
        (value > 0 ? "+" : "") + standings.number(unit(role), value),
        role: value > 0 ? .deltaUp : value < 0 ? .deltaDown : .deltaNone)
    default: return DeltaColumn.cell(standings, unit(role), change(role))
    }
  }

  /// Contributions of totals are amounts; others count.
  private func unit(_ role: SubjectRole) -> Unit { role.addsAmounts ? role.unit : .tenants }

  private func change(_ role: SubjectRole) -> Int64 {
    role.contributor.contribution &- (contributions[Key(role)] ?? 0)
  }

  func identity(_ row: Int) -> RowID {
    // By the workload's name: an import may number it anew.
    let role = roles[row]
    let workload =
      if case .pair(_, let workload) = role.contributor.subject {
        standings.portfolio.names.workloads[workload]
      } else { "" }
    return .name("\(role.place) \(role.component) \(workload)")
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 2: roles[row].contributor.current.map { .number(Double($0)) } ?? .missing
    case 3: roles[row].contributor.baseline.map { .number(Double($0)) } ?? .missing
    case 4: .number(Double(roles[row].contributor.contribution))
    case 5: .number(Double(change(roles[row])))
    default: .text(cell(row, column).text)
    }
  }

  subscript(row: Int) -> SubjectRole { roles[row] }
}

/// The usage of one tenant, or of one workload: a series a row.
struct SeriesRows: RowSource {
  let standings: Standings
  let lines: [SeriesLine]
  let columns: [TableColumn]
  private let showsTenants: Bool
  /// The values of the last month without the edits.
  private let values: [Key: Int64]

  private struct Key: Hashable {
    var tenant: Int
    var workload: Int
    var association: Int
    var field: Field

    init(_ line: SeriesLine) {
      (tenant, workload) = (line.tenant, line.workload)
      (association, field) = (line.association, line.field)
    }
  }

  init(_ standings: Standings, tenant: Int) {
    self.init(standings, showsTenants: false) { explainer in
      tenant < explainer.portfolio.tenants.count ? explainer.series(ofTenant: tenant) : []
    }
  }

  init(_ standings: Standings, workload: Int) {
    self.init(standings, showsTenants: true) { $0.series(ofWorkload: workload) }
  }

  private init(
    _ standings: Standings, showsTenants: Bool, _ series: (Explainer) -> [SeriesLine]
  ) {
    self.standings = standings
    self.showsTenants = showsTenants
    lines = series(standings.explainer)
    values = Dictionary(
      (standings.untouched.map(series) ?? []).map {
        (Key($0), $0.current ?? 0)
      }, uniquingKeysWith: { first, _ in first })
    columns =
      [
        TableColumn(
          id: "name", title: showsTenants ? "Tenant" : "Workload",
          width: .flexible(min: 16, max: 36), frozen: true),
        TableColumn(id: "association", title: "Association", width: .fixed(16), priority: 1),
        TableColumn(
          id: "field", title: "Measured in", width: .flexible(min: 10, max: 22), priority: 2),
        TableColumn(id: "current", title: "Last month", width: .fixed(18), alignment: .right),
        TableColumn(
          id: "baseline", title: "Year ago", width: .fixed(18), alignment: .right, priority: 1),
      ] + DeltaColumn.columns(standings)
  }

  var count: Int { lines.count }
  var emptyText: String { "No usage in the months that scoring reads." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let line = lines[row]
    switch column {
    case 0:
      return TableCell(
        showsTenants
          ? standings.label(.tenant(line.tenant))
          : standings.portfolio.names.workloads[line.workload])
    case 1: return TableCell(standings.associationName(line.association))
    case 2: return TableCell(line.field.name)
    case 3: return TableCell(line.current.map { standings.words(line.field.unit, $0) } ?? "")
    case 4: return TableCell(line.baseline.map { standings.words(line.field.unit, $0) } ?? "")
    default: return DeltaColumn.cell(standings, line.field.unit, change(line))
    }
  }

  /// What the edits add to the last month.
  private func change(_ line: SeriesLine) -> Int64 {
    (line.current ?? 0) &- (values[Key(line)] ?? 0)
  }

  func identity(_ row: Int) -> RowID {
    let line = lines[row]
    // By names: an import may number them anew.
    let portfolio = standings.portfolio
    return .name(
      [
        portfolio.tenants.ids[line.tenant], portfolio.names.workloads[line.workload],
        portfolio.names.associations[line.association], "\(line.field)",
      ].joined(separator: "\t"))
  }

  /// Whether an edit changes this series.
  func isAbout(_ row: Int, _ edit: ScenarioEdit) -> Bool {
    let (line, portfolio) = (lines[row], standings.portfolio)
    guard edit.tenantID == portfolio.tenants.ids[line.tenant] else { return false }
    guard case .usage(let usage) = edit else { return true }
    return usage.workload == portfolio.names.workloads[line.workload]
      && usage.association == portfolio.names.associations[line.association]
      && usage.field == EditField(line.field)
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 3: lines[row].current.map { .number(Double($0)) } ?? .missing
    case 4: lines[row].baseline.map { .number(Double($0)) } ?? .missing
    case 5: .number(Double(change(lines[row])))
    default: .text(cell(row, column).text.lowercased())
    }
  }
}

/// A person's training record.
struct HoldingRows: RowSource {
  let standings: Standings
  private let lines: [HoldingLine]

  init(_ standings: Standings, individual: Int) {
    self.standings = standings
    lines = standings.explainer.holdings(of: standings.portfolio.roster[individual])
  }

  let columns = [
    TableColumn(
      id: "title", title: "Certification", width: .flexible(min: 24, max: 56), frozen: true),
    TableColumn(id: "state", title: "", width: .fixed(20)),
    TableColumn(id: "completed", title: "Completed", width: .fixed(12), priority: 2),
    TableColumn(id: "expires", title: "Expires", width: .fixed(12), priority: 1),
    TableColumn(id: "days", title: "Days left", width: .fixed(9), alignment: .right, priority: 1),
    TableColumn(
      id: "metrics", title: "Counts for", width: .flexible(min: 12, max: 48), priority: 3),
  ]

  var count: Int { lines.count }
  var emptyText: String { "No training record." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let line = lines[row]
    let glyphs = standings.glyphs
    switch column {
    case 0: return TableCell(line.holding.title)
    case 1:
      switch line.state {
      case .counts: return TableCell("\(glyphs.met) valid", role: .statusMet)
      case .expiring: return TableCell("\(glyphs.near) expires soon", role: .statusNear)
      default: return TableCell("\(glyphs.unmet) \(line.state.words)", role: .statusUnmet)
      }
    case 2: return TableCell(line.holding.completed.name)
    case 3: return TableCell(line.holding.expires?.name ?? "")
    case 4: return TableCell(line.daysLeft.map(String.init) ?? "")
    default: return TableCell(line.metrics.map { standings.title($0) }.joined(separator: ", "))
    }
  }

  func identity(_ row: Int) -> RowID { .name("\(row) \(lines[row].holding.title)") }

  subscript(row: Int) -> HoldingLine { lines[row] }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let holding = lines[row].holding
    switch column {
    case 2: return .number(Double(holding.completed.daysSince1970))
    case 3, 4: return holding.expires.map { .number(Double($0.daysSince1970)) } ?? .missing
    default: return .text(cell(row, column).text.lowercased())
    }
  }
}

/// The datasets in the cache and how old they are.
struct DatasetRows: RowSource {
  let standings: Standings

  let columns = [
    TableColumn(id: "name", title: "Dataset", width: .flexible(min: 16, max: 30), frozen: true),
    TableColumn(id: "rows", title: "Rows", width: .fixed(12), alignment: .right),
    TableColumn(id: "first", title: "From", width: .fixed(9), priority: 2),
    TableColumn(id: "last", title: "To", width: .fixed(9)),
    TableColumn(id: "gaps", title: "Missing", width: .flexible(min: 8, max: 30)),
    TableColumn(id: "imported", title: "Imported", width: .fixed(17), priority: 1),
  ]

  var count: Int { standings.freshness.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let dataset = standings.freshness[row]
    switch column {
    case 0: return TableCell(dataset.name)
    case 1: return TableCell(NumberWords.grouped(Int64(dataset.rows)))
    case 2: return TableCell(dataset.firstMonth?.name ?? "")
    case 3: return TableCell(dataset.lastMonth?.name ?? "")
    case 4:
      return TableCell(
        dataset.missingMonths.map(\.name).joined(separator: ", "), role: .noticeWarn)
    default: return TableCell(dataset.imported)
    }
  }

  func identity(_ row: Int) -> RowID { .name(standings.freshness[row].name) }
}
