import CapabilityScore

/// What a role may see and do: the one place that decides.
///
/// People are masked in the data itself, so that no outlet can forget it. Revenue decides scores and
/// stays in the data: whoever shows an amount takes it from ``number(_:_:)`` or ``words(_:)``.
struct Disclosure: Sendable {
  let role: Configuration.Role

  /// What stands in place of an amount.
  static let mask = AmountMask.sign

  /// Azure consumed revenue and the revenue of business applications.
  var showsRevenue: Bool { role != .reportViewer }
  /// Names and e-mail addresses of the partner's own people.
  var showsPeople: Bool { role != .reportViewer }
  /// Whether scenarios may be written to the cache.
  var keepsScenarios: Bool { role != .executiveViewer }
  var imports: Bool { role != .executiveViewer }

  func shows(_ unit: Unit) -> Bool { showsRevenue || unit != .dollars }
  func shows(_ field: Field) -> Bool { showsRevenue || !field.isMoney }

  // MARK: What may be done

  enum Permission {
    case importing, keepingScenarios
    /// Taking a copy in which nothing is masked.
    case copying
  }

  func demand(_ permission: Permission) throws(Failure) {
    switch permission {
    case .importing where !imports: throw refusal("import")
    case .keepingScenarios where !keepsScenarios: throw refusal("keep scenarios")
    case .copying where !showsRevenue || !showsPeople:
      throw refusal("take a copy that shows revenue and people")
    case .importing, .keepingScenarios, .copying: return
    }
  }

  private func refusal(_ what: String) -> Failure {
    Failure(
      .usage,
      "the role \(role.rawValue) may not \(what); choose another with --role or in capstan.toml")
  }

  // MARK: Amounts

  func number(_ value: Int64, _ unit: Unit) -> ListOutput.Number {
    ListOutput.Number(value, unit, isMasked: !shows(unit))
  }

  /// A text of the library, with its dollars masked: `short by ••• USD`.
  func words(_ text: String) -> String {
    showsRevenue ? text : AmountMask.masked(text)
  }

  /// A message that quotes values of an export, without them.
  static func withoutQuotes(_ text: String) -> String {
    guard let first = text.firstIndex(of: "'"), let last = text.lastIndex(of: "'"), first < last
    else { return text }
    return text[..<first] + mask + text[text.index(after: last)...]
  }

  func words(_ edit: ScenarioEdit) -> String {
    guard case .usage(let usage) = edit, !shows(edit) else { return edit.words }
    return "change \(usage.field.name) of \(usage.workload) by \(usage.association), "
      + "of \(usage.tenant)"
  }

  func shows(_ edit: ScenarioEdit) -> Bool {
    if case .usage(let usage) = edit { showsRevenue || !usage.field.isMoney } else { true }
  }

  // MARK: People

  /// The portfolio as the role sees it: people by number where their names are not shown.
  func portfolio(_ portfolio: Portfolio) -> Portfolio {
    guard !showsPeople else { return portfolio }
    var masked = portfolio
    for number in masked.roster.indices {
      masked.roster[number].id = Disclosure.pseudonym(number)
      masked.roster[number].givenName = "Person"
      masked.roster[number].familyName = String(number + 1)
    }
    return masked
  }

  /// Edits that go with ``portfolio(_:)``.
  ///
  /// - Parameter roster: The people as they are.
  func edits(_ edits: [ScenarioEdit], of roster: [Individual]) -> [ScenarioEdit] {
    guard !showsPeople else { return edits }
    var names = [String: String](minimumCapacity: roster.count)
    for (number, person) in roster.enumerated() {
      names[person.id.lowercased()] = Disclosure.pseudonym(number)
    }
    var newcomers = 0
    func masked(_ individual: String) -> String {
      if let known = names[individual.lowercased()] { return known }
      newcomers += 1
      names[individual.lowercased()] = "new-person-\(newcomers)"
      return "new-person-\(newcomers)"
    }
    return edits.map { edit in
      switch edit {
      case .certify(let individual, let certification, let day):
        .certify(individual: masked(individual), certification: certification, on: day)
      case .revoke(let individual, let certification):
        .revoke(individual: masked(individual), certification: certification)
      case .usage, .addTenant, .removeTenant, .associate, .rulebook: edit
      }
    }
  }

  private static func pseudonym(_ number: Int) -> String { "person-\(number + 1)" }
}
