import CapabilityScore

extension ScenarioEdit {
  /// Whether it changes this tenant, this workload of it, or this person.
  func isAbout(_ subject: Subject, _ portfolio: Portfolio) -> Bool {
    switch (subject, self) {
    case (.tenant(let tenant), _): tenantID == portfolio.tenants.ids[tenant]
    case (.pair(let tenant, let workload), .usage(let edit)):
      edit.tenant == portfolio.tenants.ids[tenant]
        && edit.workload == portfolio.names.workloads[workload]
    case (.individual(let number), .certify(let individual, _, _)),
      (.individual(let number), .revoke(let individual, _)):
      individual == portfolio.roster[number].id
    default: false
    }
  }
}

extension Standings {
  /// Where the tenant's usage, or the person, that an edit is about is shown; nil where neither is there.
  func page(of edit: ScenarioEdit) -> PageKind? {
    switch edit {
    case .certify(let individual, _, _), .revoke(let individual, _):
      portfolio.roster.firstIndex { $0.id == individual }.map { .individual($0) }
    default: edit.tenantID.flatMap(portfolio.tenants.number(ofID:)).map { .usage($0) }
    }
  }

  /// What an edit does, with names in place of ids.
  func words(_ edit: ScenarioEdit) -> String {
    switch edit {
    case .usage(let usage) where hidesRevenue && usage.field.isMoney:
      return "change \(usage.field.name) of \(usage.workload) by "
        + "\(associationName(usage.association)), of \(tenantName(usage.tenant))"
    case .usage(var usage):
      usage.tenant = tenantName(usage.tenant)
      usage.association = associationName(usage.association)
      return ScenarioEdit.usage(usage).words
    case .associate(var associate):
      associate.tenant = tenantName(associate.tenant)
      associate.association = associationName(associate.association)
      return ScenarioEdit.associate(associate).words
    case .addTenant(let id, let name):
      return ScenarioEdit.addTenant(id: id, name: hidesNames ? "(hidden)" : name).words
    case .removeTenant(let id): return ScenarioEdit.removeTenant(id: tenantName(id)).words
    case .certify(let individual, let certification, let day):
      return ScenarioEdit.certify(
        individual: personName(individual), certification: certification, on: day
      ).words
    case .revoke(let individual, let certification):
      return ScenarioEdit.revoke(
        individual: personName(individual), certification: certification
      ).words
    case .rulebook: return edit.words
    }
  }

  private func tenantName(_ id: String) -> String {
    if let tenant = portfolio.tenants.number(ofID: id) { return label(.tenant(tenant)) }
    return hidesNames ? "(hidden)" : id
  }

  private func personName(_ id: String) -> String {
    if let person = portfolio.roster.firstIndex(where: { $0.id == id }) {
      return label(.individual(person))
    }
    return hidesNames ? "(hidden)" : id
  }
}
