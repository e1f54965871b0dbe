import CapabilityScore
import TerminalKit

/// Who contributes to a component, and who does not (scoring.md §10).
struct ContributorRows: RowSource {
  let standings: Standings
  let list: ContributorList
  private let measure: Int
  /// Who contributes without the edits; nil where other rules are looked at.
  private let untouched: ContributorList?
  /// The current values of those whose data the edits changed, before they did.
  private let values: [Subject: Int64]
  let columns: [TableColumn]
  /// The segments that hold anybody, and how many; all of them first.
  let segments: [(segment: Segment, count: Int)]

  /// - Parameter old: The rows of the same component before an edit, or after it.
  init(_ standings: Standings, measure: Int, reusing old: ContributorRows? = nil) {
    self.standings = standings
    self.measure = measure
    untouched = Self.untouched(standings, measure, old)
    let list =
      if let untouched, standings.untouched == nil {
        untouched
      } else if let untouched, let touched = standings.touched {
        standings.explainer.contributors(
          measure: measure, updating: untouched, tenants: touched.tenants.sorted())
      } else {
        standings.explainer.contributors(measure: measure)
      }
    self.list = list
    segments = Segment.allCases.compactMap { segment in
      let count = list.contributors.count(where: segment.contains)
      return segment == .all || count > 0 ? (segment, count) : nil
    }
    let width = list.unit.isFractional ? 13 : 9
    var columns = [
      TableColumn(
        id: "name", title: Self.title(standings.rulebook.measures[measure]),
        width: .flexible(min: 18, max: 40), frozen: true),
      TableColumn(id: "change", title: "", width: .fixed(13), priority: 1),
      TableColumn(
        id: "current", title: list.unit == .individuals ? "Held" : list.unit.heading,
        width: .fixed(width), alignment: .right),
    ]
    if standings.rulebook.measures[measure].comparison != .current {
      columns.append(
        TableColumn(
          id: "baseline", title: "Year ago", width: .fixed(width), alignment: .right, priority: 2))
    }
    if let requirement = list.requirement {
      columns.append(
        TableColumn(
          id: "threshold", title: "Threshold",
          width: .fixed(max(9, TextWidth.columns(requirement))), priority: 5))
    }
    if standings.rulebook.measures[measure].comparison != .current {
      columns.append(
        TableColumn(
          id: "shortfall", title: "Short by", width: .fixed(width), alignment: .right, priority: 3))
    }
    if list.unit == .individuals {
      columns.append(
        TableColumn(
          id: "missing", title: "Missing", width: .flexible(min: 12, max: 60), priority: 2))
    }
    columns.append(
      TableColumn(
        id: "contribution", title: "Counts", width: .fixed(list.addsAmounts ? width : 6),
        alignment: .right, priority: 1))
    if list.contributors.contains(where: { $0.tenant != nil }) {
      columns.append(
        TableColumn(
          id: "association", title: "Association", width: .flexible(min: 6, max: 24), priority: 4))
    }
    self.columns = columns + DeltaColumn.columns(standings)
    let before =
      standings.untouched == nil
      ? [] : untouched?.contributors.filter { standings.hasChanged($0.subject) } ?? []
    values = Dictionary(
      before.map { ($0.subject, $0.current ?? $0.contribution) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func untouched(
    _ standings: Standings, _ measure: Int, _ old: ContributorRows?
  ) -> ContributorList? {
    guard standings.baseline == nil || standings.untouched != nil else { return nil }
    if let old, old.measure == measure, let list = old.untouched,
      old.standings.isSameData(as: standings),
      old.standings.rulebook.id == standings.rulebook.id
    {
      return list
    }
    return (standings.untouched ?? standings.explainer).contributors(measure: measure)
  }

  private static func title(_ measure: Measure) -> String {
    switch measure.unit {
    case .individuals: "Person"
    case .workloads: "Workload"
    case .pairs: "Tenant · workload"
    default: "Tenant"
    }
  }

  var count: Int { list.contributors.count }

  func emptyText(_ key: (Command) -> String) -> String {
    "No usage in this scope. \(key(.criteria)) shows the criteria; import the exports that cover it."
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let contributor = list.contributors[row]
    switch columns[column].id {
    case "name": return TableCell(standings.label(contributor.subject))
    case "change": return state(contributor)
    case "current": return number(contributor.current)
    case "baseline": return number(contributor.baseline)
    case "threshold": return TableCell(list.requirement ?? "", role: .textDim)
    case "shortfall": return shortfall(contributor)
    case "association": return TableCell(association(contributor))
    case DeltaColumn.id: return DeltaColumn.cell(standings, list.unit, change(contributor))
    case "missing":
      return TableCell(missing(contributor), role: .textDim)
    default:
      let value = contributor.contribution
      return TableCell(standings.signedNumber(unit, value), role: .delta(value))
    }
  }

  /// Contributions of totals are amounts; others count.
  private var unit: Unit { list.addsAmounts ? list.unit : .tenants }

  private func number(_ value: Int64?) -> TableCell {
    TableCell(value.map { standings.number(list.unit, $0) } ?? "")
  }

  private func shortfall(_ contributor: Contributor) -> TableCell {
    guard let value = contributor.shortfall else { return TableCell("") }
    return TableCell(
      standings.hides(list.unit)
        ? standings.number(list.unit, value) : list.unit.shortfallNumber(value))
  }

  /// What the edits add to the value.
  private func change(_ contributor: Contributor) -> Int64 {
    guard standings.hasChanged(contributor.subject) else { return 0 }
    return (contributor.current ?? contributor.contribution) &- (values[contributor.subject] ?? 0)
  }

  /// What a person lacks, by the titles of the certifications.
  private func missing(_ contributor: Contributor) -> String {
    guard case .individual(let person) = contributor.subject,
      let rule = standings.rulebook.measures[measure].skills
    else { return "" }
    return standings.explainer.missingWords(of: standings.portfolio.roster[person], rule)
  }

  /// How the partner is attached to what counts, or could.
  private func association(_ contributor: Contributor) -> String {
    let workload: Int? =
      if case .pair(_, let workload) = contributor.subject { workload } else { nil }
    return contributor.tenant.map {
      standings.explainer.admittedAssociations(of: $0, workload: workload, measure: measure)
        .joined(separator: ", ")
    } ?? ""
  }

  private func state(_ contributor: Contributor) -> TableCell {
    let glyphs = standings.glyphs
    switch (contributor.nearness, contributor.change) {
    case (.nearMiss, _): return TableCell("\(glyphs.near) near miss", role: .statusNear)
    case (.atRisk, _): return TableCell("\(glyphs.near) at risk", role: .statusNear)
    case (_, .added): return TableCell("\(glyphs.met) added", role: .statusMet)
    case (_, .kept): return TableCell("\(glyphs.met) kept", role: .statusMet)
    case (_, .lost): return TableCell("\(glyphs.unmet) lost", role: .statusUnmet)
    case (_, .notCounted): return TableCell("\(glyphs.dash) not counted", role: .textDim)
    }
  }

  func identity(_ row: Int) -> RowID { .subject(list.contributors[row].subject) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let contributor = list.contributors[row]
    switch columns[column].id {
    case "name": return .text(standings.label(contributor.subject).lowercased())
    case "change": return .number(rank(contributor))
    case "current": return standings.sortKey(list.unit, contributor.current)
    case "baseline": return standings.sortKey(list.unit, contributor.baseline)
    case "shortfall": return standings.sortKey(list.unit, contributor.shortfall)
    case "threshold": return .missing
    case "association": return .text(association(contributor).lowercased())
    case DeltaColumn.id: return standings.sortKey(list.unit, change(contributor))
    case "missing": return .text(missing(contributor).lowercased())
    default: return standings.sortKey(unit, contributor.contribution)
    }
  }

  /// Added, lost, at risk, kept, near misses by their distance, not counted.
  private func rank(_ contributor: Contributor) -> Double {
    switch (contributor.nearness, contributor.change) {
    case (.atRisk(let distance), _): 2 + distance
    case (.nearMiss(let distance), _): 4 + distance
    case (_, .added): 0
    case (_, .lost): 1
    case (_, .kept): 3
    case (_, .notCounted): 5
    }
  }

  func footer(_ rows: some Sequence<Int>) -> [String]? {
    var (current, baseline, contribution): (Int64, Int64, Int64) = (0, 0, 0)
    var count = 0
    for row in rows {
      let contributor = list.contributors[row]
      current &+= contributor.current ?? 0
      baseline &+= contributor.baseline ?? 0
      contribution &+= contributor.contribution
      count += 1
    }
    return columns.map { column in
      switch column.id {
      case "name": "\(NumberWords.grouped(Int64(count))) shown"
      case "current": standings.number(list.unit, current)
      case "baseline": standings.number(list.unit, baseline)
      case "contribution": standings.number(unit, contribution)
      default: ""
      }
    }
  }
}
