import CapabilityScore

extension RowBuffer {
  mutating func appendProfile() {
    for location in Partner.locations {
      row {
        $0.cells("\(location.id),\(csv: location.name)")
        $0.cells("\(Partner.headquarters.id),\(Partner.headquarters.name)")
        $0.cells("\(location.city),\(location.country),\(location.level)")
      }
    }
  }

  mutating func appendCustomerAndTenant(_ tenant: Tenant, in window: Window) {
    let customer = tenant.customer
    row {
      $0.cells(Partner.headquarters.id)
      $0.cells(customer.name)
      $0.tenant(tenant)
      $0.number(customer.tpid)
      $0.cells("")
      $0.cells(customer.segment)
      $0.cells("SMC")
      $0.cells(customer.market)
      $0.cells(tenant.months.upperBound == window.count ? "Active" : "Inactive")
      $0.cells(tenant.name)
      $0.cells(customer.market)
      $0.cells("t\(customer.tpid).onmicrosoft.example")
      $0.cells("Microsoft 365")
      $0.remark("Microsoft 365 E3")
      $0.guid(GUID(seed: UInt64(customer.tpid), number: 0))
      $0.cells("Yes,E3,\(MonthForm.day.text(of: window.lastMonth))")
      $0.cells(Partner.locationCells[0])
      $0.cells("CSP Tier 1,Indirect/CSP")
    }
  }

  mutating func appendTrainingCompletions(_ individual: Individual) {
    for completion in individual.completions {
      row {
        $0.cells("\(Partner.headquarters.id),\(completion.activity)")
        $0.name(completion.title)
        $0.mayEndHere()
        $0.cells(completion.kind.rawValue)
        $0.cells(individual.firstName)
        $0.cells(individual.lastName)
        $0.identity(individual.email)
        $0.identity(individual.corporateEmail)
        $0.completion("\(completion.day)")
        $0.cells(completion.expiration.map { "\($0)" } ?? "")
        $0.cells(completion.status)
        $0.cells("\(completion.day.month)")
        $0.cells("Yes")
        $0.identity(individual.mcpID)
        $0.cells("\(individual.location.id),\(csv: individual.location.name)")
        $0.remark(individual.location.city)
        $0.cells(individual.location.country)
      }
    }
  }
}
