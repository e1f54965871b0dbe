/// When something nearly counts, or is nearly lost (scoring.md §10).
public struct NearnessRule: Sendable, Equatable {
  /// What does not count, but reaches this part of its threshold, is a near miss.
  public var nearMissPercent: Int
  /// What counts with at most this part of its threshold to spare is at risk.
  public var atRiskPercent: Int
  /// Who counts by a certification that ends within so many days is at risk.
  public var expiryDays: Int

  /// Percents are of 0 to 100, days at least 1.
  public init(nearMissPercent: Int, atRiskPercent: Int, expiryDays: Int) {
    self.nearMissPercent = nearMissPercent
    self.atRiskPercent = atRiskPercent
    self.expiryDays = expiryDays
  }

  /// How near a value is, by how far it reaches.
  func of(_ reach: Reach, qualifies: Bool) -> Contributor.Nearness {
    if qualifies {
      return reach.spare <= Double(atRiskPercent) / 100
        ? .atRisk(distance: max(0, reach.spare)) : .neither
    }
    return reach.reached >= Double(nearMissPercent) / 100
      ? .nearMiss(distance: max(0, 1 - reach.reached)) : .neither
  }

  /// How near to being lost is what counts until a day, on the scale of values; nil where it is not.
  func riskDistance(until end: Day, from day: Day) -> Double? {
    let days = day.distance(to: end)
    guard days <= expiryDays else { return nil }
    return Double(days) / Double(expiryDays) * Double(atRiskPercent) / 100
  }
}

extension NearnessRule {
  /// `does not count, but reaches 50 % of its threshold`.
  public var nearMissWords: String {
    "does not count, but reaches \(nearMissPercent) % of its threshold"
  }

  /// `counts with at most 10 % to spare, or by a certification that ends within 90 days`.
  public var atRiskWords: String {
    "counts with at most \(atRiskPercent) % to spare, or by a certification that ends within "
      + "\(expiryDays) days"
  }
}
