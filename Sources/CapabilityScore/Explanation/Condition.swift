/// One line of the answer to "why does this count, or not?" (scoring.md §10).
public struct Condition: Sendable, Equatable {
  /// What a condition looks at: one of the steps of scoring.md §10.
  public enum Kind: String, Sendable {
    /// Of usage: what the scope admits, in the order of the tests.
    case association, workload
    /// Of usage: a threshold, a ratio, and what came since the partner was associated.
    case value, share, qualified
    /// Of people: what they hold, and what others must hold first.
    case certification, prerequisite
    /// What it comes to.
    case contribution
  }

  /// The months that end at L, or the same months a year before.
  public enum Period: String, Sendable { case current, baseline }

  /// The step it stands for; several conditions may share one, such as the tests of a measure.
  public var kind: Kind
  /// Which of the compared periods it speaks of; nil where it holds for both.
  public var period: Period?
  /// What is looked at, in words.
  public var subject: String
  /// Whether the requirement is fulfilled; of a contribution, whether it is above 0.
  public var isMet: Bool
  /// What is asked for, in words: `at least 1,000 USD`; empty for a contribution.
  public var required: String
  /// What is there instead, in words: `850 USD`, `CSP, DPOR`, `counted (+1)`.
  public var actual: String
  /// What is missing, in the value's own unit; nil where nothing is.
  public var shortfall: String?
}

/// How near a value is to its bounds; several values count by the worst (scoring.md §10).
struct Reach {
  /// 1 or more where the value is inside; else what part of the threshold it reaches.
  var reached: Double
  /// The relative distance to the nearer end from inside.
  var spare: Double

  static let unbounded = Reach(reached: 1, spare: .infinity)

  init(reached: Double, spare: Double) {
    self.reached = reached
    self.spare = spare
  }

  init(_ value: Int64, in bounds: Bounds) {
    reached = 1
    spare = .infinity
    if let lower = bounds.lower?.value, lower > 0 {
      if value < bounds.least { reached = min(reached, max(0, Double(value) / Double(lower))) }
      spare = min(spare, Reach.share(Double(value) - Double(lower), of: lower))
    }
    if let upper = bounds.upper?.value, value > 0 {
      if value > bounds.greatest { reached = min(reached, Double(upper) / Double(value)) }
      spare = min(spare, Reach.share(Double(upper) - Double(value), of: upper))
    }
  }

  init(part: Int64, whole: Int64, percent: Int64) {
    guard whole > 0 else {
      reached = 0
      spare = -1
      return
    }
    let (actual, required) = (100 &* part, percent &* whole)
    reached = min(1, max(0, Double(actual) / Double(required)))
    spare = Reach.share(Double(actual) - Double(required), of: required)
  }

  /// Subtracts before it divides: 11 of 10 has a tenth to spare, which 11 / 10 − 1 exceeds.
  private static func share(_ distance: Double, of threshold: Int64) -> Double {
    distance / Double(threshold)
  }

  /// Which of two is nearer to its bounds, or farther inside them.
  func isBetter(than other: Reach) -> Bool {
    (reached, spare) > (other.reached, other.spare)
  }

  /// The worse of two decides.
  func combined(with other: Reach) -> Reach {
    Reach(reached: min(reached, other.reached), spare: min(spare, other.spare))
  }
}
