import CapabilityScore

@testable import InsightsCache

/// A cache in a folder of its own, with what tests ask of it.
struct Cache {
  let folder: TemporaryFolder
  let store: InsightsStore

  init() throws {
    folder = try TemporaryFolder()
    store = try InsightsStore(path: folder.file("cache/insights.sqlite"), access: .readWrite)
  }

  @discardableResult
  func `import`(
    _ files: (name: String, text: String)..., sameMonth: ImportOptions.SameMonth = .replace,
    vocabulary: Vocabulary = .sample
  ) throws -> ImportReport {
    let paths = try files.map { try folder.write($0.text, to: "in/" + $0.name) }
    return try store.importExports(
      at: paths, vocabulary: vocabulary, options: ImportOptions(sameMonth: sameMonth))
  }

  /// Every fact, by name: `t1 Storage csp acr 2024-06` → value.
  func facts() throws -> [String: Int64] {
    try Cache.facts(store.portfolio(asOf: Day(year: 2025, month: 1, day: 15)!))
  }

  static func facts(_ portfolio: Portfolio) -> [String: Int64] {
    var facts: [String: Int64] = [:]
    for tenant in 0..<portfolio.tenants.count {
      let table = portfolio.series.single(tenant)
      for field in Field.allCases {
        for row in table.rows(of: 0, field) {
          let names = [
            portfolio.tenants.ids[tenant], portfolio.names.workloads[Int(table.workload[row])],
            portfolio.names.associations[Int(table.association[row])], "\(field)",
          ]
          for lane in 0..<portfolio.window.count {
            guard let value = table.value(row: row, lane: lane) else { continue }
            let key = names + [portfolio.window.month(lane).description]
            facts[key.joined(separator: " ")] = value
          }
        }
      }
    }
    return facts
  }

  func rejects() throws -> [Reject] {
    var rejects: [Reject] = []
    try store.rejects {
      rejects.append($0)
      return true
    }
    return rejects
  }
}

/// Millionths, for money in expectations.
func usd(_ amount: Double) -> Int64 { Int64((amount * 1_000_000).rounded()) }

/// Pseudo-random numbers from a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
