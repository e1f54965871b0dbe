/// What an edit does to the value of a month, with an exact decimal (scoring.md §12).
public enum EditOperation: Hashable, Sendable {
  /// The value itself.
  case set(Quantity)
  /// May be negative; the result stops at 0.
  case add(Quantity)
  /// Times a factor.
  case scale(Quantity)

  /// The number that was typed.
  public var operand: Quantity {
    switch self {
    case .set(let value), .add(let value), .scale(let value): value
    }
  }

  /// How scenario files call it.
  public var name: String {
    switch self {
    case .set: "set"
    case .add: "add"
    case .scale: "scale"
    }
  }

  /// The month's value afterwards, in the field's own unit; nil where it would be too large to score.
  ///
  /// - Parameter value: The value before; 0 where there is no fact.
  func result(on value: Int64, isMoney: Bool) -> Int64? {
    let unit = isMoney ? 1 : Quantity.one
    let result: Int128 =
      switch self {
      case .set(let new): Int128(new.millionths / unit)
      case .add(let change): max(0, Int128(value) + Int128(change.millionths / unit))
      case .scale(let factor): EditOperation.rounded(Int128(value) * Int128(factor.millionths))
      }
    let limit = EditOperation.largestAmount * Int128(isMoney ? Quantity.one : 1)
    return result.magnitude <= limit.magnitude ? Int64(result) : nil
  }

  /// A billion dollars or seats in one month: far beyond any partner, and sums of it still fit.
  static let largestAmount: Int128 = 1_000_000_000

  /// Millionths to whole units, half away from zero.
  private static func rounded(_ product: Int128) -> Int128 {
    let half = Int128(Quantity.one / 2)
    return (product < 0 ? product - half : product + half) / Int128(Quantity.one)
  }
}
