/// What a file gives to the cache.
enum ExportContent {
  case usage(Dataset, UsageGroups)
  case training([TrainingRows.Record])
  case tenants(TenantDetailsTable, Set<Int>)
  case profile([ProfileRows.Record])

  /// Whether a file that gives this would leave nothing of its dataset.
  var isEmpty: Bool {
    switch self {
    // Months without a fact are settled month by month.
    case .usage: false
    case .training(let records): records.isEmpty
    case .tenants(_, let tenants): tenants.isEmpty
    case .profile(let records): records.isEmpty
    }
  }

  /// Adds what a later file of the same dataset gave.
  mutating func append(_ other: ExportContent) {
    switch (self, other) {
    case (.usage(let dataset, var groups), .usage(_, let more)):
      groups.merge(more)
      self = .usage(dataset, groups)
    case (.training(let records), .training(let more)):
      self = .training(records + more)
    case (.tenants(var details, let tenants), .tenants(let more, let moreTenants)):
      details.merge(more)
      self = .tenants(details, tenants.union(moreTenants))
    case (.profile(let records), .profile(let more)):
      self = .profile(records + more)
    default:
      preconditionFailure("Contents of two datasets cannot be added: \(self), \(other)")
    }
  }
}
