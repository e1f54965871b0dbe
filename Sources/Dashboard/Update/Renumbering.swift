import CapabilityScore

/// Where tenants and people of one portfolio are in the next: an import may number them anew, and
/// pages and cursors must stay on whom they are about.
struct Renumbering {
  private let old: Portfolio
  private let new: Portfolio

  init(from old: Portfolio, to new: Portfolio) {
    self.old = old
    self.new = new
  }

  /// Nil where the tenant is gone.
  func tenant(_ number: Int) -> Int? {
    guard number < old.tenants.count else { return nil }
    let id = old.tenants.ids[number]
    if number < new.tenants.count, new.tenants.ids[number] == id { return number }
    return new.tenants.number(ofID: id)
  }

  /// Nil where nobody has the identity any more.
  func individual(_ number: Int) -> Int? {
    guard old.roster.indices.contains(number) else { return nil }
    let id = old.roster[number].id
    if new.roster.indices.contains(number), new.roster[number].id == id { return number }
    return new.roster.firstIndex { $0.id == id }
  }

  /// Nil where nobody uses the workload any more.
  func workload(_ number: Int) -> Int? {
    guard old.names.workloads.indices.contains(number) else { return nil }
    let name = old.names.workloads[number]
    let names = new.names.workloads
    if names.indices.contains(number), names[number] == name { return number }
    return names.firstIndex(of: name)
  }

  func row(_ id: RowID) -> RowID? {
    switch id {
    case .subject(.tenant(let number)): tenant(number).map { .subject(.tenant($0)) }
    case .subject(.pair(let number, let workload)):
      tenant(number).flatMap { tenant in
        self.workload(workload).map { .subject(.pair(tenant: tenant, workload: $0)) }
      }
    case .subject(.individual(let number)):
      individual(number).map { .subject(.individual($0)) }
    case .subject(.workload(let number)): workload(number).map { .subject(.workload($0)) }
    case .area, .metric, .name: id
    }
  }

  func page(_ kind: PageKind) -> PageKind? {
    switch kind {
    case .tenant(let number): tenant(number).map { .tenant($0) }
    case .usage(let number): tenant(number).map { .usage($0) }
    case .individual(let number): individual(number).map { .individual($0) }
    case .workload(let number): workload(number).map { .workload($0) }
    case .overview, .area, .contributors, .criteria, .edits, .scenarios, .comparison,
      .plan, .tenants, .workloads,
      .individuals, .expiring, .history, .moves, .datasets:
      kind
    }
  }
}
