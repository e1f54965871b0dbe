import Testing

@testable import CapabilityScore

/// Scoring.md §10: near misses and what is at risk.
@Suite struct ReachTests {
  private static let rule = NearnessRule(nearMissPercent: 50, atRiskPercent: 10, expiryDays: 90)

  private enum Kind { case near, risk, neither }

  private static func kind(_ nearness: Contributor.Nearness) -> Kind {
    switch nearness {
    case .neither: .neither
    case .nearMiss: .near
    case .atRisk: .risk
    }
  }

  private static func kind(_ value: Int64, in bounds: Bounds) -> Kind {
    kind(rule.of(Reach(value, in: bounds), qualifies: bounds.contains(value)))
  }

  private static let atLeast1000 = Bounds(lower: Bounds.Bound(1_000_000_000, isInclusive: true))
  private static let moreThan10To300 = Bounds(
    lower: Bounds.Bound(10, isInclusive: false), upper: Bounds.Bound(300, isInclusive: true))
  private static let moreThan25 = Bounds(lower: Bounds.Bound(25, isInclusive: false))

  @Test func `half the threshold is a near miss, a millionth less is not`() {
    #expect(Self.kind(499_999_999, in: Self.atLeast1000) == .neither)
    #expect(Self.kind(500_000_000, in: Self.atLeast1000) == .near)
    #expect(Self.kind(999_999_999, in: Self.atLeast1000) == .near)
    #expect(Self.kind(-1_000_000_000, in: Self.atLeast1000) == .neither)
  }

  @Test func `a tenth to spare is at risk, a millionth more is not`() {
    #expect(Self.kind(1_000_000_000, in: Self.atLeast1000) == .risk)
    #expect(Self.kind(1_100_000_000, in: Self.atLeast1000) == .risk)
    #expect(Self.kind(1_100_000_001, in: Self.atLeast1000) == .neither)
  }

  @Test func `a range is watched at both ends`() {
    let cases: [(Int64, Kind)] = [
      (4, .neither), (5, .near), (10, .near), (11, .risk), (12, .neither), (269, .neither),
      (270, .risk), (300, .risk), (301, .near), (600, .near), (601, .neither),
    ]
    for (value, kind) in cases {
      #expect(Self.kind(value, in: Self.moreThan10To300) == kind, "\(value)")
    }
  }

  @Test func `at a strict bound the threshold itself is the nearest miss`() {
    let reach = Reach(25, in: Self.moreThan25)
    #expect(Self.rule.of(reach, qualifies: false) == .nearMiss(distance: 0))
    #expect(
      Self.rule.of(Reach(13, in: Self.moreThan25), qualifies: false).distance == 1 - 13.0 / 25)
    #expect(Self.kind(12, in: Self.moreThan25) == .neither)
    #expect(Self.kind(26, in: Self.moreThan25) == .risk)
    #expect(Self.kind(27, in: Self.moreThan25) == .risk)
    #expect(Self.kind(28, in: Self.moreThan25) == .neither)
  }

  @Test(arguments: [
    (Int64(19), Int64(100), false, false), (20, 100, true, false), (39, 100, true, false),
    (40, 100, false, true), (44, 100, false, true), (45, 100, false, false), (0, 0, false, false),
  ])
  func `a share is near or at risk by actual ÷ required`(
    part: Int64, whole: Int64, isNear: Bool, isAtRisk: Bool
  ) {
    let reach = Reach(part: part, whole: whole, percent: 40)
    let kind = Self.kind(Self.rule.of(reach, qualifies: whole > 0 && 100 * part >= 40 * whole))
    #expect((kind == .near) == isNear)
    #expect((kind == .risk) == isAtRisk)
  }

  @Test func `of several conditions the worst decides`() {
    let good = Reach(reached: 1, spare: 2)
    #expect(good.combined(with: Reach(reached: 0.4, spare: -0.6)).reached == 0.4)
    #expect(
      Self.rule.of(good.combined(with: Reach(reached: 1, spare: 0.05)), qualifies: true)
        == .atRisk(distance: 0.05))
  }

  @Test func `the rulebook says what is near, and for how long`() throws {
    let strict = NearnessRule(nearMissPercent: 80, atRiskPercent: 20, expiryDays: 30)
    let reach = Reach(799_999_999, in: Self.atLeast1000)
    #expect(strict.of(reach, qualifies: false) == .neither)
    #expect(Self.rule.of(reach, qualifies: false) != .neither)
    #expect(strict.of(Reach(1_200_000_000, in: Self.atLeast1000), qualifies: true) != .neither)
    let day = try #require(Day("2024-07-15"))
    #expect(strict.riskDistance(until: day.advanced(by: 30), from: day) == 0.2)
    #expect(strict.riskDistance(until: day.advanced(by: 31), from: day) == nil)
  }

  @Test func `every tenth is exact, whatever the threshold`() {
    for threshold in stride(from: Int64(10), through: 100_000, by: 10) {
      let bounds = Bounds(lower: Bounds.Bound(threshold, isInclusive: true))
      #expect(Self.kind(threshold / 10 * 11, in: bounds) == .risk, "\(threshold)")
      #expect(Self.kind(threshold / 10 * 11 + 1, in: bounds) == .neither, "\(threshold)")
    }
  }
}
