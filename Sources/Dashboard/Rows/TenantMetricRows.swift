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
          id: "metric", title: "Area and metric", width: .flexible(min: 24, max: 52), frozen: true,
          cutsBefore: standings.glyphs.crumb),
        TableColumn(id: "state", title: "", width: .fixed(13)),
        TableColumn(id: "current", title: "Now", width: .fixed(16), alignment: .right),
        TableColumn(
          id: "baseline", title: "Year ago", width: .fixed(16), alignment: .right, priority: 2),
        TableColumn(
          id: "contribution", title: "Counts", width: .fixed(9), alignment: .right, priority: 1),
      ] + DeltaColumn.columns(standings)
    // A tenant has few rows: what the amounts do not need, the names of metrics do.
    for column in columns.indices.dropFirst(2) where columns[column].id != DeltaColumn.id {
      let texts = roles.indices.map { TextWidth.columns(cell($0, column).text) }
      columns[column].width = .fixed(
        max(TextWidth.columns(columns[column].title), texts.max() ?? 0))
    }
  }

  private(set) var columns: [TableColumn]
  var count: Int { roles.count }
  func emptyText(_ key: (Command) -> String) -> String { "No metric looks at this tenant's usage." }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let role = roles[row]
    let glyphs = standings.glyphs
    switch column {
    case 0:
      let part = role.componentName.isEmpty ? "" : " (\(role.componentName))"
      var workload = ""
      if case .pair(_, let number) = role.contributor.subject {
        workload = ": \(standings.portfolio.names.workloads[number])"
      }
      return TableCell(standings.title(role.place) + part + workload)
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
      return TableCell(standings.signedNumber(unit(role), value), role: .delta(value))
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
    let role = roles[row]
    return switch column {
    case 2: standings.sortKey(role.unit, role.contributor.current)
    case 3: standings.sortKey(role.unit, role.contributor.baseline)
    case 4: standings.sortKey(unit(role), role.contributor.contribution)
    case 5: standings.sortKey(unit(role), change(role))
    default: .text(cell(row, column).text)
    }
  }

  subscript(row: Int) -> SubjectRole { roles[row] }
}
