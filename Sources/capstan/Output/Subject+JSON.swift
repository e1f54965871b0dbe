import CapabilityScore

extension Explainer {
  /// What names a subject to programs.
  func identity(of subject: Subject) -> [(String, JSONValue)] {
    switch subject {
    case .tenant(let tenant):
      return [
        ("tenant", .string(portfolio.tenants.ids[tenant])),
        ("name", .string(portfolio.tenants.names[tenant])),
      ]
    case .pair(let tenant, let workload):
      return [
        ("tenant", .string(portfolio.tenants.ids[tenant])),
        ("name", .string(portfolio.tenants.names[tenant])),
        ("workload", .string(portfolio.names.workloads[workload])),
      ]
    case .workload(let workload):
      return [("workload", .string(portfolio.names.workloads[workload]))]
    case .individual(let person):
      return [
        ("individual", .string(portfolio.roster[person].id)),
        ("name", .string(portfolio.roster[person].label)),
      ]
    }
  }
}
