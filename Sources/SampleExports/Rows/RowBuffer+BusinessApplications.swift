extension RowBuffer {
  mutating func appendRevenue(_ series: Series, of tenant: Tenant) {
    appendMonths(series, of: tenant) { rows, line in
      rows.guid(GUID(seed: series.seed, number: line.subscription))
      rows.cells("2022-05-01")
      rows.cells(tenant.customer.market)
      rows.remark("Business Applications")
      rows.workload(series.workload)
      rows.money(cents: line.value)
    }
  }

  mutating func appendBusinessUsage(_ series: Series, of tenant: Tenant) {
    let countsCapacity = series.activity != nil
    appendMonths(series, of: tenant) { rows, line in
      rows.guid(GUID(seed: series.seed, number: line.subscription))
      rows.cells("2022-05-01")
      rows.metricType()
      rows.remark("Business Applications")
      rows.workload(series.workload)
      rows.cells("Standard,0")
      // Where profiles count, users are beside the point, and the other way round.
      rows.count(countsCapacity ? line.value : line.value * 3 / 2)
      rows.count(countsCapacity ? line.active : line.value)
    }
  }

  /// Both exports begin with the same eight cells.
  private mutating func appendMonths(
    _ series: Series, of tenant: Tenant, _ rest: (inout RowBuffer, Line) -> Void
  ) {
    for month in series.months {
      series.forEachLine(month, in: tenant.window) { line in
        row {
          $0.month(month)
          $0.cells(Partner.headquarters.id)
          $0.cells(Partner.headquarters.name)
          $0.association(series.association)
          $0.number(tenant.customer.tpid)
          $0.cells(tenant.customer.name)
          $0.tenant(tenant)
          $0.cells(tenant.name)
          rest(&$0, line)
        }
      }
    }
  }
}
