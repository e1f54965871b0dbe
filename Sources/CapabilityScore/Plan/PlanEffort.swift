/// What the steps of a plan cost, relative to each other; raising a value costs its relative shortfall.
public struct PlanEffort: Hashable, Sendable {
  /// Winning one customer.
  public var newTenant: Double
  /// One certification of one person.
  public var certification: Double
  /// Being associated with usage that is there already.
  public var association: Double
  /// A service that no customer uses yet.
  public var newWorkload: Double

  /// The efforts relative to winning one customer, which takes 1 unless given.
  public init(
    newTenant: Double = 1, certification: Double = 0.5, association: Double = 0.25,
    newWorkload: Double = 0.5
  ) {
    self.newTenant = newTenant
    self.certification = certification
    self.association = association
    self.newWorkload = newWorkload
  }
}
