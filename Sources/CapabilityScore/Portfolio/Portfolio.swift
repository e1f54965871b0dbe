/// Everything a score is computed from: the partner's tenants with their usage, and its people.
public struct Portfolio: Sendable {
  /// Whose tenants and people they are.
  public var partner: Partner
  /// The months the series hold.
  public var window: MonthWindow
  /// What the workload and association numbers of ``series`` stand for.
  public var names: UsageNames
  /// Who the tenants are; the place here is a tenant's number.
  public var tenants: TenantDirectory
  /// By the tenant's number in ``tenants``.
  public var series: SeriesTables
  /// The partner's people; the place here is a person's number.
  public var roster: [Individual]

  /// A portfolio as read from the cache, or of edited data; its parts must fit each other.
  ///
  /// - Parameters:
  ///   - window: As many months as the rows of `series` have.
  ///   - names: Those that `series` refers to.
  ///   - tenants: As many as `series` has, in the same order.
  public init(
    partner: Partner, window: MonthWindow, names: UsageNames, tenants: TenantDirectory,
    series: SeriesTables, roster: [Individual]
  ) {
    self.partner = partner
    self.window = window
    self.names = names
    self.tenants = tenants
    self.series = series
    self.roster = roster
  }
}

/// The organisation whose score is shown.
public struct Partner: Hashable, Sendable {
  /// The partner (MPN) id; empty while no profile was imported.
  public var id: String
  /// The organisation's name; empty while no profile was imported.
  public var name: String

  /// The partner of the profile; both texts are empty where there is none.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The workloads and associations of the usage at hand; series refer to them by number.
public struct UsageNames: Hashable, Sendable {
  /// As rulebooks name them; the export's own spelling where none knows the name.
  public var workloads: [String]
  /// By id, such as `csp-tier-1`; the export's own spelling, or blank, where no rulebook knows it.
  public var associations: [String]

  /// The names in the order of their numbers, which rows of series already have.
  public init(workloads: [String], associations: [String]) {
    self.workloads = workloads
    self.associations = associations
  }
}

/// Who the tenants are, by number.
public struct TenantDirectory: Sendable, Equatable {
  /// Tenant ids (GUIDs, in lower case).
  public private(set) var ids = TextColumn()
  /// The customers' names, else the tenants' own; empty where no export gives either.
  public private(set) var names = TextColumn()
  /// The customers' countries or markets, as exports write them; empty where none does.
  public private(set) var markets = TextColumn()
  /// The customers' segments, as exports write them; empty where none does.
  public private(set) var segments = TextColumn()

  /// A directory without tenants.
  public init() {}

  /// How many tenants there are; their numbers lie below.
  public var count: Int { ids.count }

  /// Adds a tenant, whose number is the count before.
  ///
  /// - Parameter id: In lower case; it is kept as given.
  public mutating func append(id: String, name: String, market: String, segment: String) {
    ids.append(id)
    names.append(name)
    markets.append(market)
    segments.append(segment)
  }

  /// Adds a tenant whose texts are UTF-8.
  public mutating func append(
    utf8 id: RawSpan, name: RawSpan, market: RawSpan, segment: RawSpan
  ) {
    ids.append(utf8: id)
    names.append(utf8: name)
    markets.append(utf8: market)
    segments.append(utf8: segment)
  }

  /// Adds the tenants of another directory, in its order, after those that are here.
  public mutating func append(contentsOf other: TenantDirectory) {
    ids.append(contentsOf: other.ids)
    names.append(contentsOf: other.names)
    markets.append(contentsOf: other.markets)
    segments.append(contentsOf: other.segments)
  }

  /// Makes room for so many tenants in all, with texts of usual length.
  public mutating func reserve(_ tenants: Int) {
    ids.reserve(rows: tenants, bytes: tenants * 36)
    names.reserve(rows: tenants, bytes: tenants * 24)
    markets.reserve(rows: tenants, bytes: tenants * 8)
    segments.reserve(rows: tenants, bytes: tenants * 8)
  }

  /// The number of the tenant with this id, ignoring case.
  ///
  /// - Complexity: O(tenants), over one run of bytes.
  public func number(ofID id: String) -> Int? {
    let wanted = Array(id.lowercased().utf8)
    return (0..<count).first { ids.bytes[ids.range($0)].elementsEqual(wanted) }
  }

  /// The name, or the id where no export named the tenant.
  public func label(_ tenant: Int) -> String {
    names.range(tenant).isEmpty ? ids[tenant] : names[tenant]
  }
}
