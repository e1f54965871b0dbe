/// A tally taken table by table, of usage that nobody keeps.
public struct TallyFold: Sendable {
  /// What the usage is scored by.
  public let scorer: Scorer
  /// The sum of what was added.
  public private(set) var tally: Tally
  private var tenantsPerLane: [Int]
  private var evaluator: TenantEvaluator

  /// A fold that nothing was added to yet.
  public init(_ scorer: Scorer) {
    self.scorer = scorer
    tally = Tally(plan: scorer.plan)
    tenantsPerLane = [Int](repeating: 0, count: scorer.window.count)
    evaluator = scorer.evaluator()
  }

  /// Adds what the tenants of a table contribute; its names and months are those of the scorer.
  public mutating func add(_ table: borrowing SeriesTable) {
    table.countTenants(into: &tenantsPerLane)
    evaluator.add(0..<table.tenantCount, of: table, sign: 1, to: &tally)
  }

  /// Adds what another fold by the same rules has taken.
  public static func += (left: inout TallyFold, right: TallyFold) {
    left.tally += right.tally
    for lane in left.tenantsPerLane.indices {
      left.tenantsPerLane[lane] += right.tenantsPerLane[lane]
    }
  }

  /// L of what was added: unless it is the scorer's own, the tally is of other months.
  public var lastMonth: Month? {
    Scorer.lastMonth(tenantsPerLane: tenantsPerLane, window: scorer.window, asOf: scorer.asOf)
  }
}
