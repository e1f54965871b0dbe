extension EditProblem: CustomStringConvertible {
  /// The reason in words, as a phrase after a colon.
  public var description: String {
    switch self {
    case .unknownTenant(let id): "there is no tenant '\(id)' in the data"
    case .tenantExists(let id): "there is a tenant '\(id)' already"
    case .unknownIndividual(let id): "there is no person '\(id)' in the data"
    case .notHeld(let individual, let certification):
      "\(individual) does not hold \(certification)"
    case .unknownAssociation(let name): "there is no association '\(name)'"
    case .unknownRulebook(let id): "there is no rulebook '\(id)'"
    case .blank(let what): "\(what) must not be blank"
    case .negative(let field, let value):
      "\(field.name) cannot be negative, and this is \(value)"
    case .notWhole(let field, let value):
      "\(field.name) are counted in whole numbers, and this is \(value)"
    case .negativeFactor(let factor): "a factor cannot be negative, and this is \(factor)"
    case .tooLarge(let field):
      "\(field.name) would exceed \(NumberWords.grouped(Int64(EditOperation.largestAmount)))"
    case .nothingToScale(let field):
      "there are no \(field.name) in these months to take a percentage of"
    case .nothingToAssociate:
      "the tenant has no usage of these workloads under another association in these months"
    case .noLastMonth: "there is no usage yet, so there is no last month; name the months"
    case .monthsReversed(let first, let last): "\(first.name) lies after \(last.name)"
    case .monthsOutsideData(let first, let last, let data):
      (first == last ? first.name : "\(first.name) to \(last.name)")
        + " lies outside the data, \(data.first.name) to \(data.last.name)"
    }
  }
}

extension EditField {
  /// In words, in the plural.
  public var name: String {
    switch self {
    case .acr: Field.acr.name
    case .revenue: Field.revenue.name
    case .pau: Field.pau.name
    case .mau: Field.mau.name
    case .units: "units"
    }
  }
}
