/// A customer tenant: who it is, and how it does. Its products are in the extensions.
struct Tenant {
  let id: GUID
  let customer: Customer
  /// The tenant's own name, as a field.
  let name: [UInt8]
  /// The months in which it is the partner's.
  let months: Range<Int>
  /// Growth in a month, per mille.
  let trend: Int
  let window: Window
  private let seed: UInt64

  init(number: Int, seed: UInt64, window: Window) {
    var dice = Dice(seed: seed, stream: UInt64(number))
    self.window = window
    self.seed = dice.next()
    id = GUID(seed: self.seed, number: 0)
    let isFurther = number > 0 && dice.happens(Levers.furtherTenants)
    customer = Customer(number: isFurther ? number - 1 : number, seed: seed)
    name = Array("\(csv: customer.plainName + (isFurther ? " – Lab" : ""))".utf8)
    months = Tenant.months(
      within: 0..<window.count, in: window, begunInAYear: Levers.wonInAYear,
      endedInAYear: Levers.lostInAYear, &dice)
    trend = dice.within(dice.draw(from: Levers.trends))
  }

  /// The dice for one of its products.
  func dice(for product: Product) -> Dice { Dice(seed: seed, stream: product.rawValue) }

  /// The months in which a product is used; nil if the tenant does without it.
  func months(of uptake: Uptake, _ dice: inout Dice) -> Range<Int>? {
    guard dice.happens(uptake.share) else { return nil }
    return Tenant.months(
      within: months, in: window, begunInAYear: uptake.takenUpInAYear,
      endedInAYear: uptake.givenUpInAYear, &dice)
  }

  /// Months that may begin later, or end earlier, than `range`.
  private static func months(
    within range: Range<Int>, in window: Window, begunInAYear: Int, endedInAYear: Int,
    _ dice: inout Dice
  ) -> Range<Int> {
    // One of so many months is the one in which it begins, or ends.
    let begin = window.count - 1 - dice.below(12 * 1000 / begunInAYear)
    let end = window.count - dice.below(12 * 1000 / endedInAYear)
    let first = min(max(range.lowerBound, begin), range.upperBound - 1)
    return first..<(end > first ? min(range.upperBound, end) : range.upperBound)
  }
}

/// What a tenant may use; each product has its own dice.
enum Product: UInt64 {
  case azure = 1
  case azureSecurity, modernWork, claims, claimsSeenTwice, defender, enterpriseMobility, revenue
  case businessUsage
}
