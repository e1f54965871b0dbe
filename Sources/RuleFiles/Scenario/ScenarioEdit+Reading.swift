import CapabilityScore

extension ScenarioEdit {
  private enum Kind: String, CaseIterable {
    case usage
    case addTenant = "add-tenant"
    case removeTenant = "remove-tenant"
    case associate, certify, revoke, rulebook
  }

  init(_ node: JSONNode) throws(JSONFileError) {
    var object = try JSONObjectReader(node)
    switch try object.required("edit").choice(Kind.self) {
    case .usage: self = .usage(try UsageEdit(&object))
    case .associate: self = .associate(try AssociateEdit(&object))
    case .addTenant:
      let id = try object.required("tenant").name()
      self = .addTenant(id: id, name: try object.take("name")?.string() ?? "")
    case .removeTenant: self = .removeTenant(id: try object.required("tenant").name())
    case .certify:
      self = .certify(
        individual: try object.required("individual").name(),
        certification: try object.required("certification").name(),
        on: try object.required("on").day())
    case .revoke:
      self = .revoke(
        individual: try object.required("individual").name(),
        certification: try object.required("certification").name())
    case .rulebook: self = .rulebook(id: try object.required("rulebook").name())
    }
    try object.finish()
  }
}

extension UsageEdit {
  private enum Operation: String, CaseIterable { case set, add, scale }

  fileprivate init(_ object: inout JSONObjectReader) throws(JSONFileError) {
    let operation = try object.required("op").choice(Operation.self)
    let node = try object.required("value")
    let value = try node.quantity()
    let change: EditOperation =
      switch operation {
      case .set: .set(value)
      case .add: .add(value)
      case .scale: .scale(value)
      }
    self.init(
      tenant: try object.required("tenant").name(),
      workload: try object.required("workload").name(),
      association: try object.required("association").name(),
      field: try object.required("field").choice(EditField.self),
      months: try object.required("months").months(),
      operation: change)
    if let problem = operandProblem { throw node.failure(problem.description) }
  }
}

extension AssociateEdit {
  fileprivate init(_ object: inout JSONObjectReader) throws(JSONFileError) {
    self.init(
      tenant: try object.required("tenant").name(),
      association: try object.required("association").name())
    if let node = object.take("workloads") {
      var names: [String] = []
      for element in try node.array() { names.append(try element.name()) }
      workloads = names
    }
    if let node = object.take("months") { months = try node.months() }
  }
}

extension JSONNode {
  /// A text that is not blank.
  fileprivate func name() throws(JSONFileError) -> String {
    let text = try string()
    guard text.contains(where: { !$0.isWhitespace }) else { throw failure("must not be blank") }
    return text
  }

  fileprivate func day() throws(JSONFileError) -> Day {
    guard let day = Day(try string()) else { throw failure("must be a day such as 2024-07-15") }
    return day
  }

  private func month() throws(JSONFileError) -> Month {
    guard let month = Month(try string()) else { throw failure("must be a month such as 2024-06") }
    return month
  }

  fileprivate func months() throws(JSONFileError) -> EditMonths {
    if case .string(let name) = value {
      guard let months = EditMonths(name: name) else {
        throw failure(
          "'\(name)' is none of \(EditMonths.names.joined(separator: ", ")); "
            + "a range is { \"from\": \"2024-01\", \"to\": \"2024-06\" }")
      }
      return months
    }
    var object = try JSONObjectReader(self)
    let first = try object.required("from").month()
    let last = try object.required("to").month()
    try object.finish()
    guard first <= last else {
      throw failure(EditProblem.monthsReversed(first, last).description)
    }
    return .range(first, last)
  }
}
