import CapabilityScore

/// The edits of scoring.md §11 on plain facts, as simply as they can be said, to check the board by.
struct ScenarioOracle {
  var data: PortfolioBuilder
  var rulebook: Rulebook
  let rulebooks: [Rulebook]
  let window: MonthWindow
  let lastMonth: Month?

  init(_ data: PortfolioBuilder, rulebook: Rulebook, rulebooks: [Rulebook]) {
    self.data = data
    self.rulebook = rulebook
    self.rulebooks = rulebooks
    window = data.window
    lastMonth = data.lastMonth
  }

  var scorecard: Scorecard {
    let portfolio = data.portfolio(window: window)
    return Scorer(rulebook: rulebook, portfolio: portfolio, asOf: data.asOf)
      .scorecard(of: portfolio)
  }

  mutating func apply(_ edit: ScenarioEdit) {
    switch edit {
    case .usage(let edit): change(edit)
    case .associate(let edit): associate(edit)
    case .addTenant(let id, _):
      if !data.tenants.contains(id) { data.tenants.append(id) }
    case .removeTenant(let id):
      for (key, months) in data.facts where key.tenant == id.lowercased() {
        let rest = months.filter { !self.months(.ttm).contains($0.key) }
        data.facts[key] = rest.isEmpty ? nil : rest
      }
    case .certify(let id, let title, let day):
      let holding = Holding(
        title: title, isCertification: true, completed: day, expires: nil, isActive: true)
      if let number = data.roster.firstIndex(where: { $0.id == id.lowercased() }) {
        data.roster[number].holdings.append(holding)
      } else {
        data.roster.append(
          Individual(id: id.lowercased(), givenName: "", familyName: "", holdings: [holding]))
      }
    case .revoke(let id, let title):
      let matcher = CertificationMatcher(rulebook: rulebook)
      let number =
        matcher.certification(title) ?? matcher.certification(title, isCertification: false)
      for person in data.roster.indices where data.roster[person].id == id.lowercased() {
        data.roster[person].holdings.removeAll {
          number == nil
            ? $0.title == title
            : matcher.certification($0.title, isCertification: $0.isCertification) == number
        }
      }
    case .rulebook(let id):
      rulebook = rulebooks.first { $0.id == id } ?? rulebook
    }
  }

  private func months(_ months: EditMonths) -> [Month] {
    guard let lastMonth else {
      guard case .range(let first, let last) = months else { return [] }
      return (0...first.distance(to: last)).map(first.advanced).filter(window.contains)
    }
    let all: [Month] =
      switch months {
      case .last: [lastMonth]
      case .lastTwo: [lastMonth.advanced(by: -1), lastMonth]
      case .ttm: (0..<12).map { lastMonth.advanced(by: -$0) }
      case .range(let first, let last):
        (0...first.distance(to: last)).map(first.advanced)
      }
    return all.filter(window.contains)
  }

  private mutating func change(_ edit: UsageEdit) {
    let tenant = edit.tenant.lowercased()
    guard data.tenants.contains(tenant) else { return }
    let workload = rulebook.vocabulary.workload(edit.workload)
    let units = rulebook.workloads.first { $0.name == workload }?.unitsField ?? .users
    let field: Field =
      switch edit.field {
      case .acr: .acr
      case .revenue: .revenue
      case .pau: .pau
      case .mau: .mau
      case .units: units
      }
    let key = PortfolioBuilder.Key(
      tenant: tenant, workload: workload,
      association: rulebook.vocabulary.association(edit.association), field: field)
    for month in months(edit.months) {
      let old = data.facts[key]?[month] ?? 0
      let unit = field.isMoney ? 1 : Quantity.one
      let new: Int64 =
        switch edit.operation {
        case .set(let value): value.millionths / unit
        case .add(let value): max(0, old + value.millionths / unit)
        case .scale(let factor):
          (Swift.abs(old * factor.millionths) + Quantity.one / 2) / Quantity.one
            * (old < 0 ? -1 : 1)
        }
      if data.facts[key] == nil { data.associatedOn[key] = nil }
      data.facts[key, default: [:]][month] = new
    }
  }

  private mutating func associate(_ edit: AssociateEdit) {
    let before = data.facts
    let wanted = edit.workloads.map { Set($0.map(rulebook.vocabulary.workload)) }
    for (key, facts) in before
    where key.tenant == edit.tenant.lowercased() && key.association != edit.association
      && wanted?.contains(key.workload) ?? true
    {
      var target = key
      target.association = edit.association
      for month in months(edit.months) {
        guard let value = facts[month] else { continue }
        if data.facts[target] == nil { data.associatedOn[target] = nil }
        let present = data.facts[target]?[month]
        data.facts[target, default: [:]][month] = max(present ?? value, value)
      }
    }
  }
}
