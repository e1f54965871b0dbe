import CapabilityScore
import TerminalKit

/// What a tenant's usage touches: every metric of every area with what it counts there.
struct TenantMetricRows: RowSource {
  let standings: Standings
  private let roles: [SubjectRole]

  init(_ standings: Standings, tenant: Int) {
    self.standings = standings
    roles = standings.explainer.roles(ofTenant: tenant)
  }

  let columns = [
    TableColumn(
      id: "metric", title: "Area and metric", width: .flexible(min: 24, max: 52), frozen: true),
    TableColumn(id: "state", title: "", width: .fixed(13)),
    TableColumn(id: "current", title: "Now", width: .fixed(16), alignment: .right),
    TableColumn(
      id: "baseline", title: "Year ago", width: .fixed(16), alignment: .right, priority: 2),
    TableColumn(
      id: "contribution", title: "Counts", width: .fixed(9), alignment: .right, priority: 1),
  ]

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
    default:
      let value = role.contributor.contribution
      let unit = role.addsAmounts ? role.unit : Unit.tenants
      return TableCell(
        (value > 0 ? "+" : "") + standings.number(unit, value),
        role: value > 0 ? .deltaUp : value < 0 ? .deltaDown : .deltaNone)
    }
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
    default: .text(cell(row, column).text)
    }
  }

  subscript(row: Int) -> SubjectRole { roles[row] }
}

/// The usage of one tenant, or of one workload: a series a row.
struct SeriesRows: RowSource {
  let standings: Standings
  let lines: [SeriesLine]
  private let showsTenants: Bool

  init(_ standings: Standings, tenant: Int) {
    self.standings = standings
    lines = standings.explainer.series(ofTenant: tenant)
    showsTenants = false
  }

  init(_ standings: Standings, workload: Int) {
    self.standings = standings
    lines = standings.explainer.series(ofWorkload: workload)
    showsTenants = true
  }

  var columns: [TableColumn] {
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
    ]
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
    default: return TableCell(line.baseline.map { standings.words(line.field.unit, $0) } ?? "")
    }
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

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 3: lines[row].current.map { .number(Double($0)) } ?? .missing
    case 4: lines[row].baseline.map { .number(Double($0)) } ?? .missing
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
