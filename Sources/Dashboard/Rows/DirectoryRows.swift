import CapabilityScore
import TerminalKit

/// All tenants of the partner.
struct TenantRows: RowSource {
  let standings: Standings
  let columns: [TableColumn]

  init(standings: Standings) {
    self.standings = standings
    columns = TenantRows.fields + DeltaColumn.columns(standings)
  }

  private static let fields = [
    TableColumn(id: "name", title: "Tenant", width: .flexible(min: 16, max: 44), frozen: true),
    TableColumn(id: "market", title: "Market", width: .flexible(min: 8, max: 20), priority: 2),
    TableColumn(id: "segment", title: "Segment", width: .flexible(min: 8, max: 16), priority: 3),
    TableColumn(
      id: "acr", title: "ACR", unit: "USD", width: .fixed(14), alignment: .right, isNumeric: true),
    TableColumn(
      id: "revenue", title: "Revenue", unit: "USD", width: .fixed(14), alignment: .right,
      priority: 1, isNumeric: true),
    TableColumn(
      id: "seats", title: "Seats", width: .fixed(8), alignment: .right, priority: 1,
      isNumeric: true),
    TableColumn(
      id: "users", title: "Users", width: .fixed(8), alignment: .right, priority: 1,
      isNumeric: true),
  ]

  var count: Int { standings.portfolio.tenants.count }
  func emptyText(_ key: (Command) -> String) -> String {
    "No tenants yet. Import your exports: capstan import FOLDER"
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let tenants = standings.portfolio.tenants
    switch columns[column].id {
    case "name": return TableCell(standings.label(.tenant(row)))
    case "market": return TableCell(tenants.markets[row])
    case "segment": return TableCell(tenants.segments[row])
    case DeltaColumn.id: return change(row)
    default:
      guard let field = field(column), let value = totals(of: field)(row) else {
        return TableCell("")
      }
      return TableCell(standings.number(field.unit, value))
    }
  }

  func texts(_ column: Int) -> RowTexts? {
    let tenants = standings.portfolio.tenants
    switch columns[column].id {
    case "name" where !standings.hidesNames:
      return RowTexts(texts: tenants.names, others: tenants.ids)
    case "market": return RowTexts(texts: tenants.markets)
    case "segment": return RowTexts(texts: tenants.segments)
    default: return field(column).flatMap(amounts)
    }
  }

  /// The amounts of a field as they are shown, where they were found out.
  private func amounts(_ field: Field) -> RowTexts? {
    guard !standings.hides(field.unit), var texts = standings.tenantTotals?.texts(field),
      texts.texts.count == count
    else { return nil }
    let total = totals(of: field)
    for tenant in standings.touched?.tenants ?? [] {
      texts.changed[tenant] = total(tenant).map { standings.number(field.unit, $0) } ?? ""
    }
    return texts
  }

  /// What a tenant has of a field in the last month.
  private func totals(of field: Field) -> (Int) -> Int64? {
    let explainer = standings.explainer
    guard let known = standings.tenantTotals?.values(field) else {
      return { explainer.lastMonthTotal($0, field) }
    }
    let touched = standings.touched?.tenants ?? []
    return { tenant in
      tenant < known.count && !touched.contains(tenant)
        ? known[tenant] : explainer.lastMonthTotal(tenant, field)
    }
  }

  func identity(_ row: Int) -> RowID { .subject(.tenant(row)) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey { sortKeys([row], column)[0] }

  func sortKeys(_ rows: [Int], _ column: Int) -> [SortKey] {
    if let field = field(column) {
      let total = totals(of: field)
      return rows.map { standings.sortKey(field.unit, total($0)) }
    }
    if columns[column].id == "name", !standings.hidesNames, let order = standings.nameOrder,
      order.count == count
    {
      return rows.map { .number(Double(order[$0])) }
    }
    if let texts = texts(column), texts.others == nil {
      return SortKey.texts(rows, of: texts.texts)
    }
    return rows.map { .text(cell($0, column).text.lowercased()) }
  }

  func number(_ row: Int, _ column: Int) -> Double? {
    guard let field = field(column) else { return cell(row, column).number }
    guard !standings.hides(field.unit) else { return nil }
    return totals(of: field)(row).map(field.unit.shown)
  }

  /// What the edits change: the amount where it is one, else that there are several.
  private func change(_ row: Int) -> TableCell {
    guard let untouched = standings.untouched, standings.hasChanged(.tenant(row)) else {
      return TableCell("")
    }
    guard row < untouched.portfolio.tenants.count else {
      return TableCell("added", role: .editAdded)
    }
    let changes = [Field.acr, .revenue, .pau, .mau].compactMap { field -> (Field, Int64)? in
      let now = standings.explainer.lastMonthTotal(row, field) ?? 0
      let change = now &- (untouched.lastMonthTotal(row, field) ?? 0)
      return change == 0 ? nil : (field, change)
    }
    guard let (field, change) = changes.first else { return TableCell("") }
    return changes.count == 1
      ? DeltaColumn.cell(standings, field.unit, change)
      : TableCell("edited", role: .editChanged)
  }

  private func field(_ column: Int) -> Field? {
    switch columns[column].id {
    case "acr": .acr
    case "revenue": .revenue
    case "seats": .pau
    case "users": .mau
    default: nil
    }
  }
}

/// All workloads that any tenant uses.
struct WorkloadRows: RowSource {
  let standings: Standings
  private let totals: [WorkloadTotal]
  let columns: [TableColumn]
  /// The totals without the edits.
  private let values: [Key: Int64]

  private struct Key: Hashable {
    var workload: Int
    var field: Field

    init(_ total: WorkloadTotal) { (workload, field) = (total.workload, total.field) }
  }

  init(_ standings: Standings) {
    self.standings = standings
    totals = standings.explainer.workloadTotals()
    let before = standings.untouched?.workloadTotals() ?? []
    values = Dictionary(
      before.map { (Key($0), $0.lastMonth) }, uniquingKeysWith: { first, _ in first })
    columns = WorkloadRows.fields + DeltaColumn.columns(standings)
  }

  private static let fields = [
    TableColumn(id: "name", title: "Workload", width: .flexible(min: 16, max: 44), frozen: true),
    TableColumn(id: "tenants", title: "Tenants", width: .fixed(8), alignment: .right),
    TableColumn(id: "field", title: "Measured in", width: .flexible(min: 10, max: 24), priority: 1),
    TableColumn(id: "total", title: "Last month", width: .fixed(16), alignment: .right),
    TableColumn(id: "rule", title: "", width: .fixed(10), priority: 2),
  ]

  var count: Int { totals.count }
  func emptyText(_ key: (Command) -> String) -> String {
    "No usage yet. Import your exports: capstan import FOLDER"
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let total = totals[row]
    switch column {
    case 0: return TableCell(standings.portfolio.names.workloads[total.workload])
    case 1: return TableCell(NumberWords.grouped(Int64(total.tenants)))
    case 2: return TableCell(total.field.name)
    case 3: return TableCell(standings.words(total.field.unit, total.lastMonth))
    case 4:
      return total.isKnown
        ? TableCell("") : TableCell("unmapped", role: .statusUnknown)
    default:
      return DeltaColumn.cell(standings, total.field.unit, change(total))
    }
  }

  private func change(_ total: WorkloadTotal) -> Int64 {
    total.lastMonth &- (values[Key(total)] ?? 0)
  }

  func identity(_ row: Int) -> RowID { .subject(.workload(totals[row].workload)) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let total = totals[row]
    return switch columns[column].id {
    case "tenants": .number(Double(total.tenants))
    case "total": standings.sortKey(total.field.unit, total.lastMonth)
    case DeltaColumn.id: standings.sortKey(total.field.unit, change(total))
    default: .text(cell(row, column).text.lowercased())
    }
  }
}

/// Everybody with a training record.
struct IndividualRows: RowSource {
  let standings: Standings
  let columns: [TableColumn]

  init(standings: Standings) {
    self.standings = standings
    columns = IndividualRows.fields + DeltaColumn.columns(standings)
  }

  private static let fields = [
    TableColumn(id: "name", title: "Person", width: .flexible(min: 14, max: 32), frozen: true),
    TableColumn(id: "id", title: "Known by", width: .flexible(min: 14, max: 36), priority: 3),
    TableColumn(id: "valid", title: "Valid", width: .fixed(6), alignment: .right),
    TableColumn(id: "metrics", title: "Metrics", width: .fixed(8), alignment: .right, priority: 1),
    TableColumn(id: "expires", title: "Next expiry", width: .fixed(12), priority: 1),
    TableColumn(id: "days", title: "Days", width: .fixed(6), alignment: .right, priority: 2),
  ]

  var count: Int { standings.portfolio.roster.count }
  func emptyText(_ key: (Command) -> String) -> String {
    "Nobody yet. Import the TrainingCompletions export."
  }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let person = standings.portfolio.roster[row]
    switch column {
    case 0: return TableCell(standings.label(.individual(row)))
    case 1: return TableCell(standings.identity(ofIndividual: row))
    case 2: return TableCell(String(standings.explainer.validCertifications(of: person).count))
    case 3: return TableCell(String(standings.explainer.countedMetrics(of: person).count))
    case 4: return TableCell(standings.explainer.nextExpiry(of: person)?.name ?? "")
    case 6: return change(row)
    default:
      guard let next = standings.explainer.nextExpiry(of: person) else { return TableCell("") }
      let days = standings.asOf.distance(to: next)
      return TableCell(
        String(days),
        role: days <= standings.rulebook.nearness.expiryDays ? .statusNear : .text)
    }
  }

  /// How many certifications the edits give, or take.
  private func change(_ row: Int) -> TableCell {
    guard let untouched = standings.untouched else { return TableCell("") }
    guard row < untouched.portfolio.roster.count else {
      return TableCell("added", role: .editAdded)
    }
    let now = standings.explainer.validCertifications(of: standings.portfolio.roster[row]).count
    let before = untouched.validCertifications(of: untouched.portfolio.roster[row]).count
    return DeltaColumn.cell(standings, .individuals, Int64(now - before))
  }

  func identity(_ row: Int) -> RowID { .subject(.individual(row)) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let person = standings.portfolio.roster[row]
    switch column {
    case 2: return .number(Double(standings.explainer.validCertifications(of: person).count))
    case 3: return .number(Double(standings.explainer.countedMetrics(of: person).count))
    case 4, 5:
      return standings.explainer.nextExpiry(of: person)
        .map { .number(Double($0.daysSince1970)) } ?? .missing
    default: return .text(cell(row, column).text.lowercased())
    }
  }
}
