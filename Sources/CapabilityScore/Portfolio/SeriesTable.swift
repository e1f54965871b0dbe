/// The usage of some tenants, columnar: one row of months for each (tenant, field, workload, association).
///
/// Rows of a tenant lie together, ordered by field, workload and association, so that evaluating a
/// tenant touches one run of memory.
public struct SeriesTable: Sendable, Equatable {
  /// Months in a row.
  public let lanes: Int
  /// Values of row `r` are `values[r * lanes ..< (r + 1) * lanes]`, 0 where there is no fact.
  public internal(set) var values: [Int64] = []
  /// A bit for each lane that has a fact: a credit counts even where its sum is 0. Behind them
  /// ``elsewhere``.
  public internal(set) var present: [UInt64] = []
  /// For each row a number in ``UsageNames/workloads``.
  public internal(set) var workload: [UInt16] = []
  /// For each row a number in ``UsageNames/associations``.
  public internal(set) var association: [UInt16] = []
  /// The earliest day of association, where the export gives one; else `Int32.min`.
  var associatedOn: [Int32] = []
  var datedRows = 0
  /// Where a tenant's rows of a field begin: `sections[tenant * Field.count + field]`.
  var sections: [UInt32] = [0]
  /// For each tenant the lanes with any fact.
  public internal(set) var months: [UInt64] = []

  /// The bit of a row that has facts in months that the table does not hold: what is known of its
  /// association stays when those that it holds are taken away.
  public static let elsewhere: UInt64 = 1 << 63

  /// A table without tenants, for rows of so many months.
  public init(lanes: Int) { self.lanes = lanes }

  /// How many tenants it holds, those without any row too.
  public var tenantCount: Int { months.count }
  /// How many rows all tenants have together.
  public var rowCount: Int { present.count }

  /// The rows of a tenant's field, ordered by workload and association.
  public func rows(of tenant: Int, _ field: Field) -> Range<Int> {
    let section = tenant * Field.count + Int(field.rawValue)
    return Int(sections[section])..<Int(sections[section + 1])
  }

  /// All rows of a tenant, every field.
  public func rows(of tenant: Int) -> Range<Int> {
    let section = tenant * Field.count
    return Int(sections[section])..<Int(sections[section + Field.count])
  }

  /// The day the partner was associated with this usage, where known.
  public func associationDay(ofRow row: Int) -> Day? {
    associatedOn[row] == .min ? nil : Day(daysSince1970: associatedOn[row])
  }

  /// Whether any row is dated at all.
  var hasAssociationDays: Bool { datedRows > 0 }

  /// Whether a row of the tenant is dated in these days.
  func isDated(_ tenant: Int, within days: ClosedRange<Day>?) -> Bool {
    guard let days else { return false }
    let (first, last) = (days.lowerBound.daysSince1970, days.upperBound.daysSince1970)
    return associatedOn[rows(of: tenant)].contains { $0 >= first && $0 <= last }
  }

  func field(ofRow row: Int, tenant: Int) -> Field? {
    Field.allCases.first { rows(of: tenant, $0).contains(row) }
  }

  /// The value of a row in a lane; nil where there is no fact.
  public func value(row: Int, lane: Int) -> Int64? {
    guard (0..<lanes).contains(lane), present[row] & (1 << UInt64(lane)) != 0 else { return nil }
    return values[row * lanes + lane]
  }

  /// Where the months of a row lie in ``values``.
  @inline(__always)
  func months(ofRow row: Int) -> Range<Int> {
    let first = row * lanes
    return first..<first + lanes
  }

  /// Adds to each lane's count the tenants that have any fact there.
  func countTenants(into counts: inout [Int]) {
    for mask in months {
      for lane in 0..<lanes { counts[lane] += Int(mask >> UInt64(lane) & 1) }
    }
  }
}
