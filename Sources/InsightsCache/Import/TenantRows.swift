/// Reads the list of customers and tenants.
struct TenantRows: ExportRows {
  private(set) var names: ImportNames
  private(set) var details: TenantDetailsTable
  /// The numbers of the tenants listed.
  private(set) var tenants: Set<Int> = []
  private let tenant: Int

  init(_ columns: ColumnMap, names: ImportNames) {
    self.names = names
    details = TenantDetailsTable(columns)
    tenant = columns[.tenant] ?? 0
  }

  mutating func read(_ row: borrowing RowScanner) throws(RejectReason) -> RowOutcome {
    let content = row.content(tenant)
    guard !content.isEmpty else { throw .noTenant }
    guard let number = names.tenants.number(of: row.bytes.span.extracting(content)) else {
      throw .tooManyNames(column: "CustomerTenantId")
    }
    tenants.insert(number)
    details.read(row, tenant: number)
    return .imported
  }
}
