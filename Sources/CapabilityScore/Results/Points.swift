/// Points earned, as an exact fraction: 20 of 30 points for 2 of 3 tenants is 20, not 19.999….
///
/// Totals are compared with the pass mark, so thirds must add up to whole points.
public struct Points: AdditiveArithmetic, Comparable, Hashable, Sendable {
  private var numerator: Int128
  /// Above 0.
  private var denominator: Int128

  /// Nothing earned.
  public static let zero = Points(0)

  /// Whole points, such as a metric's maximum or the pass mark.
  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// `maximum × clamp(quantity / target, 0, 1)` (scoring.md §2).
  ///
  /// - Parameter target: Above 0, in the unit of `quantity`.
  init(maximum: Int, quantity: Int128, target: Int128) {
    // Whole points stay whole: most metrics have all or none, and sums of those are soon taken.
    if quantity <= 0 || quantity >= target {
      self.init(quantity <= 0 ? 0 : maximum)
    } else {
      self.init(numerator: Int128(maximum) * quantity, denominator: target)
    }
  }

  /// For display and for programs; the nearest Double to the exact fraction.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The exact sum; rounded to 10⁻¹² points only where its terms fit no 128 bits.
  public static func + (left: Points, right: Points) -> Points {
    left.adding(right) ?? left.reduced.adding(right.reduced)
      ?? left.rounded.adding(right.rounded) ?? left
  }

  /// The exact difference, below 0 where points are lost.
  public static func - (left: Points, right: Points) -> Points {
    var negative = right
    negative.numerator = -right.numerator
    return left + negative
  }

  /// Exact: three thirds of a point are not below a whole one.
  public static func < (left: Points, right: Points) -> Bool { left.compare(right) < 0 }
  /// Equal values, in whatever terms: 2/6 is 1/3.
  public static func == (left: Points, right: Points) -> Bool { left.compare(right) == 0 }

  /// Hashes the fraction in lowest terms, so that equal values hash alike.
  public func hash(into hasher: inout Hasher) {
    let reduced = self.reduced
    hasher.combine(reduced.numerator)
    hasher.combine(reduced.denominator)
  }

  private func adding(_ other: Points) -> Points? {
    if other.numerator == 0 { return self }
    if numerator == 0 { return other }
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : Points(numerator: sum, denominator: denominator)
    }
    let (first, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (second, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, overflow3) = first.addingReportingOverflow(second)
    let (product, overflow4) = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !overflow1, !overflow2, !overflow3, !overflow4 else { return nil }
    return Points(numerator: sum, denominator: product)
  }

  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private var reduced: Points {
    var (a, b) = (numerator < 0 ? -numerator : numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? .zero : Points(numerator: numerator / a, denominator: denominator / a)
  }

  /// The last resort where a sum fits no 128 bits: 10⁻¹² points.
  private var rounded: Points {
    Points(numerator: Int128((value * 1e12).rounded()), denominator: 1_000_000_000_000)
  }

  private func compare(_ other: Points) -> Int {
    if denominator == other.denominator {
      return numerator < other.numerator ? -1 : numerator == other.numerator ? 0 : 1
    }
    let (left, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
    if !overflow1 && !overflow2 { return left < right ? -1 : left == right ? 0 : 1 }
    return compareWithoutMultiplying(other)
  }

  /// Integer parts first, then the inverted remainders: exact where products overflow.
  private func compareWithoutMultiplying(_ other: Points) -> Int {
    var (a, b) = (self, other)
    var sign = 1
    while true {
      let (whole, otherWhole) = (a.floor, b.floor)
      if whole != otherWhole { return whole < otherWhole ? -sign : sign }
      let rest = a.numerator - whole * a.denominator
      let otherRest = b.numerator - otherWhole * b.denominator
      if rest == 0 || otherRest == 0 {
        return rest == otherRest ? 0 : rest == 0 ? -sign : sign
      }
      a = Points(numerator: a.denominator, denominator: rest)
      b = Points(numerator: b.denominator, denominator: otherRest)
      sign = -sign
    }
  }

  private var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
  }
}
