import CapabilityScore
import TerminalKit

/// The usage of one tenant, or of one workload: a series a row.
struct SeriesRows: RowSource {
  let standings: Standings
  let lines: [SeriesLine]
  let columns: [TableColumn]
  /// What a workload comes to, field by field; empty for a tenant's usage.
  let totals: [UsageTotal]
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
    totals = showsTenants ? Explainer.totals(of: lines) : []
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
  func emptyText(_ key: (Command) -> String) -> String {
    "No usage in the months that scoring reads."
  }

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
    let line = lines[row]
    return switch column {
    case 3: standings.sortKey(line.field.unit, line.current)
    case 4: standings.sortKey(line.field.unit, line.baseline)
    case 5: standings.sortKey(line.field.unit, change(line))
    default: .text(cell(row, column).text.lowercased())
    }
  }
}
