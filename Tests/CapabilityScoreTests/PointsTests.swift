import Testing

@testable import CapabilityScore

@Suite struct PointsTests {
  private static func earned(_ maximum: Int, _ quantity: Int128, _ target: Int128) -> Points {
    Points(maximum: maximum, quantity: quantity, target: target)
  }

  /// Scoring.md §2: `maxPoints × clamp(quantity / target, 0, 1)`.
  @Test(arguments: [
    (30, 2, 3, 20), (30, 3, 3, 30), (30, 4, 3, 30), (30, 0, 3, 0), (30, -1, 3, 0), (40, 3, 6, 20),
  ])
  func `points are the clamped part of the maximum`(
    maximum: Int, quantity: Int, target: Int, points: Int
  ) {
    #expect(Self.earned(maximum, Int128(quantity), Int128(target)) == Points(points))
  }

  @Test func `thirds and sixths add up to the pass mark`() {
    let parts = [
      Self.earned(40, 1, 6), Self.earned(40, 1, 6), Self.earned(40, 1, 6), Self.earned(30, 1, 3),
      Self.earned(20, 2, 3), Self.earned(20, 1, 3), Self.earned(20, 1, 1),
    ]
    #expect(parts.reduce(.zero, +) == Points(70))
    #expect(Self.earned(40, 1, 6).value == 40.0 / 6)
  }

  @Test func `a millionth below the pass mark is below it`() {
    let almost = Points(50) + Self.earned(20, 999_999, 1_000_000)
    #expect(almost < Points(70))
    #expect(almost + Self.earned(20, 1, 1_000_000) == Points(70))
  }

  @Test func `equal points hash alike however they were earned`() {
    let points: Set = [Self.earned(30, 1, 3), Self.earned(20, 1, 2), Points(10)]
    #expect(points.count == 1)
  }

  @Test func `fractions with huge denominators compare exactly`() {
    let huge = Int128(1) << 100
    #expect(Self.earned(20, huge - 1, huge) < Self.earned(20, huge, huge + 1))
    #expect(Self.earned(20, huge - 1, huge) < Points(20))
    #expect(Self.earned(20, huge / 4, huge) == Points(5))
    #expect(Self.earned(20, 1, huge) > .zero)
  }

  @Test func `sums that fit no 128 bits stay near the truth`() {
    let left = Self.earned(20, Int128(1) << 80, Int128(1) << 82 - 1)
    let right = Self.earned(20, Int128(1) << 80, Int128(1) << 82 + 3)
    #expect(abs((left + right).value - 10) < 1e-9)
  }

  @Test(arguments: 0..<40)
  func `the order of a sum does not matter`(seed: Int) {
    var dice = Dice(seed: seed)
    let baseline = Int128(dice.roll(1...2_000_000_000_000_000))
    var parts = [
      Self.earned(20, Int128(dice.roll(0...1_000_000)) * 1_000_000, 20 * baseline),
      Self.earned(30, Int128(dice.roll(-1...3)), 3), Self.earned(10, Int128(dice.roll(0...6)), 5),
      Self.earned(40, Int128(dice.roll(0...7)), 6),
      Self.earned(20, Int128(dice.roll(0...25_000_000_000)), 25_000_000_000),
    ]
    let sum = parts.reduce(.zero, +)
    for _ in 0..<6 {
      parts.shuffle(using: &dice)
      #expect(parts.reduce(.zero, +) == sum)
    }
  }

  @Test func `a difference knows its sign`() {
    #expect(Points(10) - Points(12) < .zero)
    #expect(Points(10) - Self.earned(30, 1, 3) == .zero)
    #expect((Points(10) - Points(12)).signedWords == "-2.0")
    #expect(Points(2).signedWords == "+2.0")
  }

  @Test(arguments: [(6996, "69.9"), (7000, "70.0"), (2860, "28.6"), (1999, "19.9"), (0, "0.0")])
  func `points in words are cut off, not rounded`(hundredths: Int, words: String) {
    #expect(Self.earned(100, Int128(hundredths), 10_000).words == words)
  }
}
