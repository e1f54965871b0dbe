/// Everything a score is computed from: the partner's tenants with their usage, and its people.
public struct Portfolio: Sendable {
  public var partner: Partner
  /// The months the series hold.
  public var window: MonthWindow
  public var names: UsageNames
  public var tenants: TenantDirectory
  /// By the tenant's number in ``tenants``.
  public var series: SeriesTables
  public var roster: [Individual]

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
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The workloads and associations of the usage at hand; series refer to them by number.
public struct UsageNames: Hashable, Sendable {
  public var workloads: [String]
  public var associations: [String]

  public init(workloads: [String], associations: [String]) {
    self.workloads = workloads
    self.associations = associations
  }
}

/// Who the tenants are, by number.
public struct TenantDirectory: Sendable, Equatable {
  /// Tenant ids (GUIDs, in lower case).
  public private(set) var ids = TextColumn()
  public private(set) var names = TextColumn()
  public private(set) var markets = TextColumn()
  public private(set) var segments = TextColumn()

  public init() {}

  public var count: Int { ids.count }

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

  public mutating func append(contentsOf other: TenantDirectory) {
    ids.append(contentsOf: other.ids)
    names.append(contentsOf: other.names)
    markets.append(contentsOf: other.markets)
    segments.append(contentsOf: other.segments)
  }

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
