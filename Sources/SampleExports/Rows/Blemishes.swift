/// Decides which rows of a file get a blemish.
struct Blemishes {
  private var dice: Dice
  private let broken: [Blemish]
  private let odd: [Blemish]
  private let brokenPerMillion: Int
  private let oddPerMillion: Int

  init(dataset: SampleExports.Dataset, share: Double, seed: UInt64) {
    // Not `hashValue`: it differs from run to run.
    let stream = dataset.rawValue.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
    dice = Dice(seed: seed, stream: stream)
    let possible = Blemish.possible(in: dataset)
    broken = possible.filter(\.isBroken)
    odd = possible.filter { !$0.isBroken }
    let perMillion = possible.isEmpty ? 0 : Int(min(max(share, 0), 1) * 1_000_000)
    brokenPerMillion = perMillion
    oddPerMillion = min(perMillion * Levers.oddRowsPerBrokenRow, 1_000_000 - perMillion)
  }

  mutating func next() -> Blemish? {
    guard brokenPerMillion > 0 else { return nil }
    let throwOfDice = dice.below(1_000_000)
    if throwOfDice < brokenPerMillion { return dice.pick(broken) }
    if throwOfDice < brokenPerMillion + oddPerMillion { return dice.pick(odd) }
    return nil
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { dice.pick(elements) }
}
