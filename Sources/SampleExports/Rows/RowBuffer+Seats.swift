extension RowBuffer {
  mutating func appendOfficeUsage(_ series: Series, of tenant: Tenant) {
    let customer = tenant.customer
    for month in series.months {
      series.forEachLine(month, in: tenant.window) { line in
        row {
          $0.cells(Partner.headquarters.id)
          $0.tenant(tenant)
          $0.number(customer.tpid)
          $0.workload(series.workload)
          $0.month(month)
          $0.count(line.value)
          $0.count(line.active)
          $0.cells(customer.name)
          $0.cells(customer.market)
          $0.cells(customer.segment)
          $0.cells(customer.industry)
          $0.remark(customer.vertical)
          $0.cells("SMC Commercial")
          $0.cells(Partner.locationCells[line.location])
          $0.association(series.association)
          $0.cells(line.isDuplicate ? "1" : "0")
        }
      }
    }
  }

  mutating func appendCPORUsage(_ series: Series, of tenant: Tenant) {
    let associated = series.associated.map { "\($0)" } ?? ""
    let claim = "C-\(series.seed >> 24)"
    for month in series.months {
      series.forEachLine(month, in: tenant.window) { line in
        row {
          $0.tenant(tenant)
          $0.cells(tenant.customer.name)
          $0.workload(series.workload)
          $0.count(line.active)
          $0.count(line.value)
          $0.remark(claim)
          $0.cells(Partner.headquarters.id)
          $0.cells(associated)
          $0.association(series.association)
          $0.month(month)
        }
      }
    }
  }

  mutating func appendEMSUsage(_ suite: MobilitySuite, of tenant: Tenant) {
    let customer = tenant.customer
    for month in suite.months {
      let intune = SeatsInUse(of: suite.intune, month, in: tenant.window)
      let entra = SeatsInUse(of: suite.entra, month, in: tenant.window)
      let azip = SeatsInUse(of: suite.azip, month, in: tenant.window)
      row {
        $0.cells(Partner.headquarters.id)
        $0.guid(GUID(seed: suite.seed, number: 0))
        $0.cells("2022-01-01,,Active")
        $0.month(month)
        $0.cells("EMS E3,efccb6f7-0,Paid,Reseller,")
        $0.cells(customer.name)
        $0.tenant(tenant)
        $0.number(customer.tpid)
        $0.cells(customer.segment)
        $0.cells(customer.market)
        $0.cells(customer.industry)
        $0.remark(customer.vertical)
        $0.cells("SMC Commercial")
        $0.cells(Partner.locationCells[0])
        $0.association(suite.association)
        $0.cells("HeadQuarters")
        $0.number(max(intune.paid, entra.paid, azip.paid))
        $0.number(max(intune.active, entra.active, azip.active))
        $0.cells("0,0")
        for paid in [entra.paid, intune.paid, azip.paid] { $0.count(paid) }
        for active in [entra.active, intune.active, azip.active] { $0.count(active) }
        $0.cells("0,0,0")
      }
    }
  }
}

/// What one workload of a suite has in a month; nothing where the suite does without it.
private struct SeatsInUse {
  var paid = 0
  var active = 0

  init(of series: Series?, _ month: Int, in window: Window) {
    guard let series else { return }
    paid = series.course.value(month, in: window)
    active = series.activeUsers(among: paid, month, in: window)
  }
}
