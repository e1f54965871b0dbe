import Testing

@testable import CapabilityScore

/// The loops over months against the plainest way to say the same.
@Suite struct LaneKernelTests {
  /// Around every edge at which a subtraction may overflow.
  private static let edges: [Int64] = [
    .min, .min + 1, -1_000_001, -2, -1, 0, 1, 2, 999_999, 1_000_000, .max / 2, .max - 1, .max,
  ]

  private func random(_ count: Int, _ dice: inout Dice) -> [Int64] {
    (0..<count).map { _ in
      dice.chance(50)
        ? dice.pick(LaneKernelTests.edges)
        : Int64.random(in: -5...5, using: &dice)
    }
  }

  @Test func `ranges of every kind hold what comparisons say`() {
    let edges = LaneKernelTests.edges
    for least in edges {
      for greatest in edges where least <= greatest {
        let range = ValueRange(least...greatest)
        for value in edges {
          #expect(range.contains(value) == (least...greatest).contains(value))
        }
      }
    }
    #expect(edges.allSatisfy { !ValueRange(nil).contains($0) })
  }

  @Test(arguments: [1, 2, 9, 10, 11, 29, 30, 31, 63, 64])
  func `the lanes of a range are those whose value lies in it`(lanes: Int) {
    var dice = Dice(seed: lanes)
    for _ in 0..<200 {
      let values = random(lanes, &dice)
      let ends = random(2, &dice).sorted()
      let first = Int.random(in: 0...lanes, using: &dice)
      let asked = first..<Int.random(in: first...lanes, using: &dice)
      var expected: UInt64 = 0
      for lane in asked where ends[0] <= values[lane] && values[lane] <= ends[1] {
        expected |= 1 << UInt64(lane)
      }
      #expect(LaneKernels.met(values.span, ValueRange(ends[0]...ends[1]), in: asked) == expected)

      var sums: UInt64 = 0
      for lane in values.indices {
        let sum = values[max(0, lane - 11)...lane].reduce(0, &+)
        if ends[0] <= sum && sum <= ends[1] { sums |= 1 << UInt64(lane) }
      }
      #expect(LaneKernels.met(values.span, ValueRange(ends[0]...ends[1]), summing: 12) == sums)
    }
  }

  @Test(arguments: [1, 2, 9, 10, 11, 29, 30, 31])
  func `values are added and taken away lane by lane`(lanes: Int) {
    var dice = Dice(seed: lanes)
    for _ in 0..<100 {
      let values = random(lanes, &dice)
      let before = random(2 * lanes + 3, &dice)
      let start = Int.random(in: 0...lanes + 3, using: &dice)
      let first = Int.random(in: 0...lanes, using: &dice)
      let some = first..<Int.random(in: first...lanes, using: &dice)
      let all = 0..<lanes
      #expect(
        after(before) { LaneKernels.add(values.span, to: &$0, at: start) }
          == changed(before, at: start, in: all) { before[start + $0] &+ values[$0] })
      #expect(
        after(before) { LaneKernels.add(values.span, in: some, to: &$0, at: start, keeping: -1) }
          == changed(before, at: start, in: some) { before[start + $0] &+ values[$0] })
      #expect(
        after(before) { LaneKernels.add(values.span, in: some, to: &$0, at: start, keeping: 0) }
          == changed(before, at: start, in: some) { values[$0] })
      #expect(
        after(before) { LaneKernels.subtract(values.span, from: &$0, at: start) }
          == changed(before, at: start, in: all) { before[start + $0] &- values[$0] })
    }
  }

  @Test(arguments: [1, 2, 30, 63, 64])
  func `only lanes with a bit are added and have a share`(lanes: Int) {
    var dice = Dice(seed: lanes)
    for _ in 0..<200 {
      let bits = UInt64.random(in: 0 ... .max, using: &dice)
      let some = (0..<lanes).filter { bits >> UInt64($0) & 1 != 0 }
      let (values, before) = (random(lanes, &dice), random(lanes + 3, &dice))
      #expect(
        after(before) { LaneKernels.add(values.span, where: bits, to: &$0, at: 3) }
          == changed(before, at: 3, in: some) { before[3 + $0] &+ values[$0] })

      let parts = (0..<lanes).map { _ in Int64.random(in: -2...9, using: &dice) }
      let wholes = (0..<lanes).map { _ in Int64.random(in: -2...9, using: &dice) }
      var met: UInt64 = 0
      for lane in some where wholes[lane] > 0 && 100 * parts[lane] >= 40 * wholes[lane] {
        met |= 1 << UInt64(lane)
      }
      #expect(
        LaneKernels.met(parts.span, of: wholes.span, percent: 40, isInclusive: true, in: bits)
          == met)
    }
  }

  private func after(
    _ values: [Int64], _ body: (inout MutableSpan<Int64>) -> Void
  ) -> [Int64] {
    var values = values
    var span = values.mutableSpan
    body(&span)
    return values
  }

  private func changed(
    _ values: [Int64], at start: Int, in lanes: some Sequence<Int>, _ value: (Int) -> Int64
  ) -> [Int64] {
    var changed = values
    for lane in lanes { changed[start + lane] = value(lane) }
    return changed
  }

  @Test(arguments: [1, 2, 29, 30])
  func `the larger of two rows is taken, or a sign says that it was not`(lanes: Int) {
    var dice = Dice(seed: lanes)
    for _ in 0..<200 {
      var (one, other) = (random(lanes, &dice), random(lanes, &dice))
      if dice.chance(50) {
        one = one.map { max(0, $0) }
        other = other.map { max(0, $0) }
      }
      var larger = [Int64](repeating: 7, count: lanes)
      var target = larger.mutableSpan
      let signs: Int64 = LaneKernels.takeLarger(one.span, other.span, into: &target)
      #expect((signs < 0) == (one + other).contains { $0 < 0 })
      if signs >= 0 { #expect(larger == zip(one, other).map { max($0, $1) }) }
    }
  }
}
