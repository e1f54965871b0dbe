import CapabilityScore

/// Somebody or something that is counted, as programs know it.
enum SubjectIdentity {
  static func tenant(_ id: String, _ name: String) -> [(String, JSONValue)] {
    [("tenant", .string(id)), ("name", .string(name))]
  }

  static func workload(_ name: String) -> [(String, JSONValue)] { [("workload", .string(name))] }

  static func individual(_ person: Individual) -> [(String, JSONValue)] {
    [("individual", .string(person.id)), ("name", .string(person.label))]
  }
}

extension Explainer {
  /// What names a subject to programs.
  func identity(of subject: Subject) -> [(String, JSONValue)] {
    let (tenants, names) = (portfolio.tenants, portfolio.names)
    return switch subject {
    case .tenant(let tenant): SubjectIdentity.tenant(tenants.ids[tenant], tenants.names[tenant])
    case .pair(let tenant, let workload):
      SubjectIdentity.tenant(tenants.ids[tenant], tenants.names[tenant])
        + SubjectIdentity.workload(names.workloads[workload])
    case .workload(let workload): SubjectIdentity.workload(names.workloads[workload])
    case .individual(let person): SubjectIdentity.individual(portfolio.roster[person])
    }
  }
}

extension EditedPortfolio {
  /// The same of the edited data, where there may be more of them.
  func identity(of subject: Subject) -> [(String, JSONValue)] {
    func tenant(_ number: Int) -> [(String, JSONValue)] {
      guard number >= base.tenants.count else {
        return SubjectIdentity.tenant(base.tenants.ids[number], base.tenants.names[number])
      }
      let added = addedTenants[number - base.tenants.count]
      return SubjectIdentity.tenant(added.id, added.name)
    }
    return switch subject {
    case .tenant(let number): tenant(number)
    case .pair(let number, let workload):
      tenant(number) + SubjectIdentity.workload(names.workloads[workload])
    case .workload(let workload): SubjectIdentity.workload(names.workloads[workload])
    case .individual(let person): SubjectIdentity.individual(individual(person))
    }
  }
}
