extension RowBuffer {
  mutating func appendAzureUsage(_ series: Series, of tenant: Tenant) {
    let customer = tenant.customer
    let service = "\(series.workload) - standard"
    for month in series.months {
      series.forEachLine(month, in: tenant.window) { line in
        row {
          $0.cells(Partner.headquarters.id)
          $0.guid(GUID(seed: series.seed, number: line.subscription))
          $0.cells("2021-03-14,,2021-03-15,Active")
          $0.month(month)
          $0.cells("Platform")
          $0.workload(series.workload)
          $0.cells(service)
          $0.cells(",,,,,,Hours,744")
          $0.cells(customer.name)
          $0.tenant(tenant)
          $0.number(customer.tpid)
          $0.cells(customer.segment)
          $0.cells(customer.market)
          $0.cells(Partner.locationCells[line.location])
          $0.association(series.association)
          $0.cells("Indirect/CSP,")
          $0.cells(line.isDuplicate ? "1" : "0")
          $0.cells(",")
          $0.cells(customer.industry)
          $0.remark(customer.vertical)
          $0.cells("SMC Commercial,,Transacting")
          $0.money(cents: line.value)
        }
      }
    }
  }
}
