/// One change of a scenario, as it is written: names are matched when it is applied (scoring.md §11).
public enum ScenarioEdit: Hashable, Sendable {
  /// A value of one tenant, workload, association and field.
  case usage(UsageEdit)
  /// A tenant that does not exist yet; usage edits on it follow.
  case addTenant(id: String, name: String)
  /// Its usage in TTM disappears; the baseline stays, so that it shows as lost.
  case removeTenant(id: String)
  /// Usage of a tenant appears under another association, too.
  case associate(AssociateEdit)
  /// An individual, existing or new, holds a certification from a day on.
  case certify(individual: String, certification: String, on: Day)
  /// An individual loses every row that stands for a certification.
  case revoke(individual: String, certification: String)
  /// The same data under another rulebook, by its id.
  case rulebook(id: String)
}

extension ScenarioEdit {
  /// The id of the tenant it changes; nil where it changes none.
  public var tenantID: String? {
    switch self {
    case .usage(let edit): edit.tenant
    case .associate(let edit): edit.tenant
    case .addTenant(let id, _), .removeTenant(let id): id
    case .certify, .revoke, .rulebook: nil
    }
  }
}

/// Changes one field of one tenant's usage of a workload under exactly one association.
public struct UsageEdit: Hashable, Sendable {
  /// The tenant's id, in any case.
  public var tenant: String
  /// A name or alias; a workload that the data does not have is added to it.
  public var workload: String
  /// The id or a name of one association; `csp` is the plain kind, beside any tier.
  public var association: String
  /// The field that changes; `units` is whatever the workload is counted by.
  public var field: EditField
  /// The months that change, each by itself, as far as they lie inside the data.
  public var months: EditMonths
  /// What happens to the value of each month.
  public var operation: EditOperation

  /// Nothing is checked: see ``operandProblem``, and ``ScenarioBoard/problem(with:)`` for data.
  public init(
    tenant: String, workload: String, association: String, field: EditField, months: EditMonths,
    operation: EditOperation
  ) {
    self.tenant = tenant
    self.workload = workload
    self.association = association
    self.field = field
    self.months = months
    self.operation = operation
  }

  /// What is wrong with the number that was typed, whatever the data; nil where nothing is.
  public var operandProblem: EditProblem? {
    switch operation {
    case .set(let value) where !field.isMoney && value.millionths < 0: .negative(field, value)
    case .set(let value), .add(let value):
      field.isMoney || value.millionths % Quantity.one == 0 ? nil : .notWhole(field, value)
    case .scale(let factor): factor.millionths < 0 ? .negativeFactor(factor) : nil
    }
  }
}

/// Lets a tenant's usage appear under one more association.
public struct AssociateEdit: Hashable, Sendable {
  /// The tenant's id, in any case.
  public var tenant: String
  /// The id or a name of the association that the usage is to appear under as well.
  public var association: String
  /// Nil for all workloads the tenant uses.
  public var workloads: [String]?
  /// The months whose usage appears there; L unless given (scoring.md §11).
  public var months: EditMonths

  /// By default all workloads, in L alone.
  public init(
    tenant: String, association: String, workloads: [String]? = nil, months: EditMonths = .last
  ) {
    self.tenant = tenant
    self.association = association
    self.workloads = workloads
    self.months = months
  }
}
