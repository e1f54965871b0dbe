/// The field of a usage edit, by the name it has in scenario files.
public enum EditField: String, CaseIterable, Sendable {
  /// The fields of usage of the same name (``Field``).
  case acr, revenue, pau, mau
  /// What the workload is counted by: users or capacity, as the rulebook in force says.
  case units

  /// Whether values are dollars rather than counts.
  public var isMoney: Bool { self == .acr || self == .revenue }

  /// The unit of its values; what `units` stands for are users, whichever field has them.
  public var unit: Unit {
    switch self {
    case .acr, .revenue: .dollars
    case .pau: .seats
    case .mau, .units: .users
    }
  }

  /// The field of the data.
  ///
  /// - Parameter units: What `units` stands for with the workload at hand.
  func field(units: Field) -> Field {
    switch self {
    case .acr: .acr
    case .revenue: .revenue
    case .pau: .pau
    case .mau: .mau
    case .units: units
    }
  }
}

extension Rulebook {
  /// The fields that any measure reads of a workload, by whatever spelling of its name.
  public func editFields(ofWorkload name: String) -> [EditField] {
    let folded = FoldedName(vocabulary.workload(name))
    let number = workloads.firstIndex { FoldedName($0.name) == folded }
    var found: Set<EditField> = []
    for rule in measures.compactMap(\.usage) {
      let isAdmitted = scopes[rule.scope].pairs.contains { pair in
        guard let admitted = pair.workloads else { return true }
        return number.map { admitted.contains($0) } ?? false
      }
      if isAdmitted { found.formUnion(rule.editFields) }
    }
    return EditField.allCases.filter(found.contains)
  }
}

extension UsageRule {
  fileprivate var editFields: [EditField] {
    var amounts = tests.flatMap { test -> [Amount] in
      switch test {
      case .total(let amount, _), .anyWorkload(let amount, _): [amount]
      case .share(let part, let whole, _, _): [.field(part), .field(whole)]
      }
    }
    switch counted {
    case .total(let amount): amounts.append(amount)
    case .workloads(let field, _): amounts.append(.field(field))
    case .tenants, .pairs: break
    }
    return amounts.map { EditField($0) }
  }
}
