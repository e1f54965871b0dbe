extension EditedPortfolio {
  /// What stands in the way of an edit where it is typed; nil where nothing does.
  public func problem(with edit: ScenarioEdit) -> EditProblem? {
    do throws(EditProblem) {
      _ = try replacement(for: edit)
    } catch {
      return error
    }
    guard case .usage(let usage) = edit, case .scale = usage.operation, isNothing(usage) else {
      return nil
    }
    return .nothingToScale(usage.field)
  }

  /// The state that an edit leads to (scoring.md §11, §12).
  func replacement(for edit: ScenarioEdit) throws(EditProblem) -> Replacement {
    switch edit {
    case .usage(let edit): return try usageReplacement(edit)
    case .associate(let edit): return try associateReplacement(edit)
    case .removeTenant(let id): return Replacement(part: try removal(id), names: names)
    case .addTenant(let id, let name):
      return Replacement(part: try addition(id, name), names: names)
    case .certify(let individual, let certification, let day):
      return Replacement(part: try certifying(individual, certification, day), names: names)
    case .revoke(let individual, let certification):
      return Replacement(part: try revoking(individual, certification), names: names)
    case .rulebook(let id):
      guard let new = rulebooks.first(where: { $0.id == id }) else {
        throw .unknownRulebook(id)
      }
      return Replacement(part: new == rulebook ? .nothing : .rulebook(new), names: names)
    }
  }

  // MARK: Tenants

  private func addition(_ id: String, _ name: String) throws(EditProblem) -> Part {
    guard !id.isEmpty else { throw .blank("the tenant's id") }
    guard tenantNumber(ofID: id) == nil else { throw .tenantExists(id) }
    return .newTenant(AddedTenant(id: id.lowercased(), name: name))
  }

  private func removal(_ id: String) throws(EditProblem) -> Part {
    let tenant = try self.tenant(id)
    var table = series(of: tenant)
    table.removeFacts(try lanes(.ttm))
    return part(tenant, table)
  }

  func tenant(_ id: String) throws(EditProblem) -> Int {
    guard let tenant = tenantNumber(ofID: id) else { throw .unknownTenant(id) }
    return tenant
  }

  /// The tenant's new state, unless it is the present one.
  func part(_ tenant: Int, _ table: SeriesTable) -> Part {
    table == series(of: tenant) ? .nothing : .series(tenant: tenant, table)
  }

  /// The lanes of an edit's months: the part that lies inside the data.
  func lanes(_ months: EditMonths) throws(EditProblem) -> Range<Int> {
    guard let (first, last) = months.bounds(lastMonth: baseLastMonth) else { throw .noLastMonth }
    guard first <= last else { throw .monthsReversed(first, last) }
    let window = base.window
    let start = max(0, window.lane(first))
    let end = min(window.count, window.lane(last) + 1)
    guard start < end else { throw .monthsOutsideData(first, last, data: window) }
    return start..<end
  }

  // MARK: People

  private func certifying(
    _ id: String, _ certification: String, _ day: Day
  ) throws(EditProblem) -> Part {
    guard !id.isEmpty else { throw .blank("the person") }
    guard !certification.isEmpty else { throw .blank("the certification") }
    let holding = Holding(
      title: certification, isCertification: true, completed: day, expires: nil, isActive: true)
    guard let number = individualNumber(ofID: id) else {
      return .newIndividual(
        Individual(id: id.lowercased(), givenName: "", familyName: "", holdings: [holding]))
    }
    var individual = individual(number)
    if individual.holdings.contains(holding) { return .nothing }
    individual.holdings.append(holding)
    return .individual(number, individual)
  }

  private func revoking(_ id: String, _ certification: String) throws(EditProblem) -> Part {
    guard let number = individualNumber(ofID: id) else { throw .unknownIndividual(id) }
    var individual = individual(number)
    let count = individual.holdings.count
    individual.holdings.removeAll { stands($0, for: certification) }
    guard individual.holdings.count < count else {
      throw .notHeld(individual: individual.label, certification: certification)
    }
    return .individual(number, individual)
  }

  /// Exams and assessments included; titles that no rule lists compare by their own text.
  private func stands(_ holding: Holding, for certification: String) -> Bool {
    let number =
      matcher.certification(certification)
      ?? matcher.certification(certification, isCertification: false)
    guard let number else { return FoldedName(holding.title) == FoldedName(certification) }
    return matcher.certification(holding.title, isCertification: holding.isCertification) == number
  }
}
