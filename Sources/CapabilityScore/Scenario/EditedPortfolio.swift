/// A portfolio with edits laid over it: tenants and people that no edit touched stay the base's own.
///
/// Every change goes through ``put(_:)``, which gives back what it replaced; so undo and redo are the
/// same act as an edit, without limit and without copies of the base.
public struct EditedPortfolio: Sendable {
  /// The untouched data, which no edit changes.
  public let base: Portfolio
  /// L of the untouched data, which the months of edits are counted from (scoring.md §12).
  public let baseLastMonth: Month?
  /// The rulebook in force.
  public private(set) var rulebook: Rulebook
  /// The base's names first, in their order, then those that edits brought.
  public private(set) var names: UsageNames
  /// The edited series, a table for each touched tenant; added tenants are always among them.
  private(set) var series: [Int: SeriesTable] = [:]
  /// The edited people by number; new ones are always among them.
  private(set) var people: [Int: Individual] = [:]
  /// Tenants that are not in the base; their numbers follow the base's.
  public private(set) var addedTenants: [AddedTenant] = []
  private var newIndividuals = 0
  private(set) var nameIndex: NameIndex
  private(set) var matcher: CertificationMatcher
  /// Those that an edit may change to.
  public let rulebooks: [Rulebook]
  private let tenantIndex: TenantIndex
  private var individualNumbers: [String: Int]
  /// How many tenants have any fact, for each lane: where L comes from.
  private var tenantsPerLane: [Int]

  /// - Parameters:
  ///   - rulebook: The rulebook in force before any edit.
  ///   - rulebooks: Those that an edit may change to.
  /// - Complexity: O(tenants × months).
  public init(
    _ base: Portfolio, rulebook: Rulebook, rulebooks: [Rulebook] = [], lastMonth: Month?
  ) {
    self.base = base
    self.rulebook = rulebook
    self.rulebooks = rulebooks
    baseLastMonth = lastMonth
    names = base.names
    nameIndex = NameIndex(base.names, rulebook)
    matcher = CertificationMatcher(rulebook: rulebook)
    tenantIndex = TenantIndex(base.tenants)
    individualNumbers = Dictionary(
      zip(base.roster.map { $0.id.lowercased() }, base.roster.indices),
      uniquingKeysWith: { first, _ in first })
    tenantsPerLane = base.series.tenantsPerLane()
  }

  /// A tenant that an edit added.
  public struct AddedTenant: Hashable, Sendable {
    /// In lower case.
    public var id: String
    /// As the edit has it; where that is empty, the id is shown instead.
    public var name: String
  }

  // MARK: Reading

  /// Tenants of the base and added ones: the numbers are those below it.
  public var tenantCount: Int { base.tenants.count + addedTenants.count }

  /// People of the base and new ones: the numbers are those below it.
  public var individualCount: Int { base.roster.count + newIndividuals }

  /// The tenants whose usage was edited, in order.
  public var touchedTenants: [Int] { series.keys.sorted() }

  /// The people whose certifications were edited, in order.
  public var touchedIndividuals: [Int] { people.keys.sorted() }

  /// The number of a tenant of the base or an added one, by its id in any case.
  public func tenantNumber(ofID id: String) -> Int? {
    if let known = tenantIndex.number(ofID: id) { return known }
    let id = id.lowercased()
    return addedTenants.firstIndex { $0.id == id }.map { base.tenants.count + $0 }
  }

  /// The number of a person, new ones included, by their id in any case; nil where nobody has it.
  public func individualNumber(ofID id: String) -> Int? { individualNumbers[id.lowercased()] }

  /// A person as edited, by their number, which must be below ``individualCount``.
  public func individual(_ number: Int) -> Individual { people[number] ?? base.roster[number] }

  /// One tenant's usage as edited: a table in which it has the number 0.
  public func series(of tenant: Int) -> SeriesTable {
    series[tenant] ?? base.series.single(tenant)
  }

  /// L of the data as edited.
  public func lastMonth(asOf: Day) -> Month? {
    Scorer.lastMonth(tenantsPerLane: tenantsPerLane, window: base.window, asOf: asOf)
  }
}

// MARK: Changing

extension EditedPortfolio {
  /// A state of one subject, to be put in the place of its present one.
  struct Replacement: Sendable {
    var part: Part
    var names: UsageNames
  }

  enum Part: Sendable {
    case nothing
    /// Nil for the base's own series.
    case series(tenant: Int, SeriesTable?)
    case newTenant(AddedTenant)
    case withoutLastTenant
    /// Nil for the base's own holdings.
    case individual(Int, Individual?)
    case newIndividual(Individual)
    case withoutLastIndividual
    case rulebook(Rulebook)
  }

  /// Makes the change.
  ///
  /// - Returns: What puts everything back.
  mutating func put(_ replacement: Replacement) -> Replacement {
    let before = Replacement(part: exchange(replacement.part), names: names)
    if names != replacement.names {
      names = replacement.names
      nameIndex = NameIndex(names, rulebook)
    }
    return before
  }

  private mutating func exchange(_ part: Part) -> Part {
    switch part {
    case .nothing: return .nothing
    case .series(let tenant, let table):
      let before = series[tenant]
      count(before?.months[0] ?? base.series.months(of: tenant), -1)
      count(table?.months[0] ?? base.series.months(of: tenant), 1)
      series[tenant] = table
      return .series(tenant: tenant, before)
    case .newTenant(let tenant):
      series[tenantCount] = SeriesTable.ofNewTenant(lanes: base.series.lanes)
      addedTenants.append(tenant)
      return .withoutLastTenant
    case .withoutLastTenant:
      let last = addedTenants.removeLast()
      series[tenantCount] = nil
      return .newTenant(last)
    case .individual(let number, let individual):
      let before = people[number]
      people[number] = individual
      return .individual(number, before)
    case .newIndividual(let individual):
      individualNumbers[individual.id] = individualCount
      people[individualCount] = individual
      newIndividuals += 1
      return .withoutLastIndividual
    case .withoutLastIndividual:
      newIndividuals -= 1
      let last = individual(individualCount)
      individualNumbers[last.id] = nil
      people[individualCount] = nil
      return .newIndividual(last)
    case .rulebook(let new):
      let before = rulebook
      rulebook = new
      nameIndex = NameIndex(names, new)
      matcher = CertificationMatcher(rulebook: new)
      return .rulebook(before)
    }
  }

  private mutating func count(_ months: UInt64, _ sign: Int) {
    var rest = months
    while rest != 0 {
      tenantsPerLane[rest.trailingZeroBitCount] += sign
      rest &= rest - 1
    }
  }
}
