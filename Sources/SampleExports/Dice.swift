/// Throws of a die that fall alike on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice {
  private var state: UInt64

  /// A stream of its own for each `stream` of one seed.
  init(seed: UInt64, stream: UInt64) {
    state = Dice.mix(seed &+ Dice.mix(stream &+ Dice.gamma))
  }

  private static let gamma: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= Dice.gamma
    return Dice.mix(state)
  }

  /// A number in `0..<bound`; `bound` is at most 2³².
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True `perMille` times in a thousand.
  mutating func happens(_ perMille: Int) -> Bool { below(1000) < perMille }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// An element of a table of shares; they need not add up to anything.
  mutating func draw<Element>(from table: [(Element, share: Int)]) -> Element {
    var rest = below(table.reduce(0) { $0 + $1.share })
    var row = 0
    while rest >= table[row].share {
      rest -= table[row].share
      row += 1
    }
    return table[row].0
  }

  /// A size of which every doubling, from `low` to `low` × 2^`doublings`, is equally likely.
  mutating func size(from low: Int, doublings: Int) -> Int {
    let floor = low << below(doublings)
    return floor + below(floor)
  }
}
