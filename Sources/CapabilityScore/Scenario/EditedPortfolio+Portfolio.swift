extension EditedPortfolio {
  /// The edited data as a portfolio of its own: what a full scoring, lists and exports work on.
  ///
  /// - Complexity: O(usage of the tables that touched tenants are in); the others are shared.
  public func portfolio() -> Portfolio {
    guard !series.isEmpty || !people.isEmpty || names != base.names else { return base }
    var all = base.series
    all.replace(series)
    var tenants = base.tenants
    for tenant in addedTenants {
      tenants.append(id: tenant.id, name: tenant.name, market: "", segment: "")
    }
    return portfolio(tenants, all, roster: (0..<individualCount).map(individual))
  }

  /// Some tenants and people alone, as edited, numbered in the order given.
  public func portfolio(tenants numbers: [Int], individuals: [Int] = []) -> Portfolio {
    var table = SeriesTable(lanes: base.series.lanes)
    var tenants = TenantDirectory()
    for tenant in numbers {
      table.append(0..<1, of: series(of: tenant))
      if tenant < base.tenants.count {
        tenants.append(tenant, of: base.tenants)
      } else {
        let added = addedTenants[tenant - base.tenants.count]
        tenants.append(id: added.id, name: added.name, market: "", segment: "")
      }
    }
    return portfolio(tenants, SeriesTables(table), roster: individuals.map(individual))
  }

  /// The id of a tenant of the base or an added one, in lower case.
  public func tenantID(_ tenant: Int) -> String {
    tenant < base.tenants.count
      ? base.tenants.ids[tenant] : addedTenants[tenant - base.tenants.count].id
  }

  /// The name of a tenant of the base or an added one, or its id where it has no name.
  public func tenantLabel(_ tenant: Int) -> String {
    if tenant < base.tenants.count { return base.tenants.label(tenant) }
    let added = addedTenants[tenant - base.tenants.count]
    return added.name.isEmpty ? added.id : added.name
  }

  private func portfolio(
    _ tenants: TenantDirectory, _ series: SeriesTables, roster: [Individual]
  ) -> Portfolio {
    Portfolio(
      partner: base.partner, window: base.window, names: names, tenants: tenants, series: series,
      roster: roster)
  }
}

extension Portfolio {
  /// Some tenants and people alone, numbered in the order given.
  func selecting(_ numbers: [Int], _ individuals: [Int]) -> Portfolio {
    var selection = self
    var table = SeriesTable(lanes: series.lanes)
    selection.tenants = TenantDirectory()
    for tenant in numbers {
      series.at(tenant) { source, number in table.append(number..<number + 1, of: source) }
      selection.tenants.append(tenant, of: tenants)
    }
    selection.series = SeriesTables(table)
    selection.roster = individuals.map { roster[$0] }
    return selection
  }
}

extension TenantDirectory {
  fileprivate mutating func append(_ tenant: Int, of other: TenantDirectory) {
    append(
      id: other.ids[tenant], name: other.names[tenant], market: other.markets[tenant],
      segment: other.segments[tenant])
  }
}
