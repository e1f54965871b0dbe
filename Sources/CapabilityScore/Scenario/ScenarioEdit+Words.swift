extension ScenarioEdit {
  /// What the edit does, in words: `set seats of Teams by cpor to 40 in the last month of …`.
  public var words: String {
    switch self {
    case .usage(let edit):
      "\(edit.operation.words) \(edit.field.name) of \(edit.workload) by \(edit.association), "
        + "\(edit.months.words), of \(edit.tenant)"
    case .addTenant(let id, let name): "add tenant \(name.isEmpty ? id : name)"
    case .removeTenant(let id): "remove tenant \(id)"
    case .associate(let edit):
      "associate \(edit.association) with \(edit.workloads?.joined(separator: ", ") ?? "all workloads")"
        + ", \(edit.months.words), of \(edit.tenant)"
    case .certify(let individual, let certification, let day):
      "\(individual) gains \(certification) on \(day)"
    case .revoke(let individual, let certification): "\(individual) loses \(certification)"
    case .rulebook(let id): "score by the rulebook \(id)"
    }
  }
}

extension EditOperation {
  var words: String {
    switch self {
    case .set(let value): "set to \(value)"
    case .add(let value): value.millionths < 0 ? "take \(value)" : "add \(value)"
    case .scale(let factor): "times \(factor)"
    }
  }
}

extension EditMonths {
  var words: String {
    switch self {
    case .last: "last month"
    case .lastTwo: "last two months"
    case .ttm: "last twelve months"
    case .range(let first, let last):
      first == last ? first.name : "\(first.name) to \(last.name)"
    }
  }
}
