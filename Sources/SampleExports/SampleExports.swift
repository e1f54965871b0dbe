public import CapabilityScore

/// A partner's exports, made up from a seed: the same options give the same bytes.
///
///     let exports = SampleExports(.init(lastMonth: june, asOf: today))
///     for dataset in SampleExports.Dataset.allCases {
///       try exports.write(dataset) { try file(dataset.fileName).append($0) }
///     }
///
/// Every tenant grows out of the seed and its own number, so each file can be written by itself,
/// on any thread, and the tenant is the same in all of them.
public struct SampleExports: Sendable {
  /// What to make up.
  public struct Options: Sendable {
    /// How many customer tenants there are, those that have left included.
    public var tenants: Int
    /// How many months of usage, of which `lastMonth` is the newest.
    public var months: Int
    /// The newest month with usage.
    public var lastMonth: Month
    /// The day around which certifications were taken and expire.
    public var asOf: Day
    /// Equal options with equal seeds give equal files.
    public var seed: UInt64
    /// The share of rows that cannot be read, 0…1. Above 0 there are also rows that look odd and
    /// must be taken all the same.
    public var dirtyShare: Double
    /// How many individuals have a training record; nil: as many as fit the number of tenants.
    public var people: Int?

    public init(
      tenants: Int = 500, months: Int = 30, lastMonth: Month, asOf: Day, seed: UInt64 = 1,
      dirtyShare: Double = 0, people: Int? = nil
    ) {
      self.tenants = tenants
      self.months = months
      self.lastMonth = lastMonth
      self.asOf = asOf
      self.seed = seed
      self.dirtyShare = dirtyShare
      self.people = people
    }
  }

  /// What the files are to hold.
  public let options: Options

  public init(_ options: Options) {
    precondition(options.tenants >= 0, "\(options.tenants) tenants")
    precondition(options.months > 0, "\(options.months) months")
    self.options = options
  }

  /// Writes one file piece by piece: memory does not grow with the file.
  ///
  /// - Parameters:
  ///   - dataset: The file to write.
  ///   - sink: Takes the next piece, about 64 KiB; what it throws ends the writing.
  /// - Returns: What the file holds.
  @discardableResult
  public func write<Failure: Error>(
    _ dataset: Dataset, to sink: (_ piece: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Tally {
    var rows = RowBuffer(
      dataset: dataset, window: window,
      blemishes: Blemishes(dataset: dataset, share: options.dirtyShare, seed: options.seed))
    switch dataset {
    case .profile: rows.appendProfile()
    case .trainingCompletions:
      for number in 0..<team.count {
        rows.appendTrainingCompletions(team.individual(number))
        try rows.drain(to: sink)
      }
    case .customersAndTenants:
      for number in 0..<options.tenants {
        rows.appendCustomerAndTenant(tenant(number), in: window)
        try rows.drain(to: sink)
      }
    case .azureUsage:
      try write(\.azure, to: &rows, sink) { $0.appendAzureUsage($1, of: $2) }
    case .officeUsage:
      try write(\.office, to: &rows, sink) { $0.appendOfficeUsage($1, of: $2) }
    case .emsUsage:
      try write(\.enterpriseMobility, to: &rows, sink) { $0.appendEMSUsage($1, of: $2) }
    case .cporUsage:
      try write(\.claims, to: &rows, sink) { $0.appendCPORUsage($1, of: $2) }
    case .businessApplicationsRevenue:
      try write(\.revenue, to: &rows, sink) { $0.appendRevenue($1, of: $2) }
    case .businessApplicationsUsage:
      try write(\.businessUsage, to: &rows, sink) { $0.appendBusinessUsage($1, of: $2) }
    }
    try rows.finish(to: sink)
    return rows.tally
  }

  private func write<Series, Failure: Error>(
    _ series: KeyPath<Tenant, [Series]>, to rows: inout RowBuffer,
    _ sink: ([UInt8]) throws(Failure) -> Void,
    append: (_ rows: inout RowBuffer, _ series: Series, _ tenant: Tenant) -> Void
  ) throws(Failure) {
    for number in 0..<options.tenants {
      let tenant = tenant(number)
      for series in tenant[keyPath: series] {
        append(&rows, series, tenant)
        try rows.drain(to: sink)
      }
    }
  }

  private var window: Window { Window(lastMonth: options.lastMonth, count: options.months) }
  private var team: Team { Team(options) }

  private func tenant(_ number: Int) -> Tenant {
    Tenant(number: number, seed: options.seed, window: window)
  }
}
