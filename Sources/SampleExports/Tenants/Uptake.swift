/// How a product spreads among tenants; all per mille.
struct Uptake {
  /// Tenants that use the product at some time.
  let share: Int
  /// Of these, the ones that take it up, and give it up, in a year while they stay.
  let takenUpInAYear: Int
  let givenUpInAYear: Int
  /// Growth in a month, beside the tenant's own trend.
  let trend: Int
}
