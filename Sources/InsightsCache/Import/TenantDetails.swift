/// What exports say of a tenant besides its usage; empty where they say nothing.
struct TenantDetails: Equatable {
  /// The customer's name.
  var name = ""
  var tenantName = ""
  var market = ""
  var segment = ""
  var tpid = ""

  /// Takes over what is missing here.
  mutating func fill(from other: TenantDetails) {
    if name.isEmpty { name = other.name }
    if tenantName.isEmpty { tenantName = other.tenantName }
    if market.isEmpty { market = other.market }
    if segment.isEmpty { segment = other.segment }
    if tpid.isEmpty { tpid = other.tpid }
  }
}

/// The details of the tenants of one file: of each the first that is not blank.
struct TenantDetailsTable {
  private(set) var details: [Int: TenantDetails] = [:]
  private let columns:
    [(position: Int, detail: any WritableKeyPath<TenantDetails, String> & Sendable)]
  /// For each tenant, by number, the columns that were blank so far, a bit each.
  private var missing: [UInt8] = []

  init(_ map: ColumnMap) {
    let roles: [(ColumnRole, any WritableKeyPath<TenantDetails, String> & Sendable)] = [
      (.customerName, \.name), (.tenantName, \.tenantName), (.market, \.market),
      (.segment, \.segment), (.tpid, \.tpid),
    ]
    columns = roles.compactMap { role, detail in map[role].map { ($0, detail) } }
  }

  /// Looks at a row for what is still missing of its tenant.
  @inline(__always)
  mutating func read(_ row: borrowing RowScanner, tenant: Int) {
    if tenant >= missing.count {
      let all = UInt8(truncatingIfNeeded: 1 << columns.count - 1)
      missing.append(contentsOf: repeatElement(all, count: tenant + 1 - missing.count))
    }
    if missing[tenant] != 0 { readMissing(row, tenant) }
  }

  private mutating func readMissing(_ row: borrowing RowScanner, _ tenant: Int) {
    for (index, column) in columns.enumerated() where missing[tenant] >> UInt8(index) & 1 == 1 {
      guard !row.content(column.position).isEmpty else { continue }
      details[tenant, default: TenantDetails()][keyPath: column.detail] = row.text(column.position)
      missing[tenant] &= ~(1 << UInt8(index))
    }
  }

  /// - Parameter number: From the other's number of a tenant to the one here.
  mutating func merge(_ other: TenantDetailsTable, number: (Int) -> Int = { $0 }) {
    for (tenant, details) in other.details {
      self.details[number(tenant), default: TenantDetails()].fill(from: details)
    }
  }
}
