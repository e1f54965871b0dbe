/// What tenants contribute, added up: a score is a sum (architecture.md).
///
/// Contributions add and subtract exactly, in any order; points are a function of the tally.
public struct Tally: Sendable, Equatable {
  /// `[(measure × 6 + month) × 2]` the current amount, and behind it the baseline.
  var amounts: [Int64]
  /// `[(block × workloads + workload) × lanes + lane]`: V summed over tenants, where workloads count.
  var workloadMonths: [Int64]

  init(plan: EvaluationPlan) {
    amounts = [Int64](repeating: 0, count: plan.measures.count * Scorecard.windowLength * 2)
    workloadMonths = [Int64](
      repeating: 0, count: plan.workloadBlocks * plan.workloadCount * plan.lanes)
  }

  /// All sums in one run of numbers, to be kept; ``init(_:numbers:)`` reads them again.
  public var numbers: [Int64] { amounts + workloadMonths }

  /// - Parameters:
  ///   - scorer: The one that took the tally, or one of the same rules, names and months.
  ///   - numbers: Its ``numbers``; nil comes of others.
  public init?(_ scorer: Scorer, numbers: some Collection<Int64>) {
    self.init(plan: scorer.plan)
    guard numbers.count == amounts.count + workloadMonths.count else { return nil }
    let count = amounts.count
    amounts = Array(numbers.prefix(count))
    workloadMonths = Array(numbers.dropFirst(count))
  }

  private init() {
    amounts = []
    workloadMonths = []
  }

  /// Holds nothing: stands in while another owns the sums.
  static let empty = Tally()

  /// The tally of the tenants of both, which have none in common and are scored alike: by the same
  /// rules, names and months.
  public static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum += right
    return sum
  }

  /// Adds what other tenants contribute, scored alike.
  public static func += (left: inout Tally, right: Tally) {
    for index in left.amounts.indices { left.amounts[index] &+= right.amounts[index] }
    for index in left.workloadMonths.indices {
      left.workloadMonths[index] &+= right.workloadMonths[index]
    }
  }

  /// Takes away what some of its tenants contribute, scored alike.
  public static func -= (left: inout Tally, right: Tally) {
    for index in left.amounts.indices { left.amounts[index] &-= right.amounts[index] }
    for index in left.workloadMonths.indices {
      left.workloadMonths[index] &-= right.workloadMonths[index]
    }
  }

  /// Adds what counts of a tenant or pair in a month, and in the year before it.
  @inline(__always)
  mutating func count(
    _ counted: (now: Int64, then: Int64), measure: Int, month: Int, sign: Int64
  ) {
    let place = Tally.place(measure: measure, month: month)
    amounts[place] &+= sign &* counted.now
    amounts[place + 1] &+= sign &* counted.then
  }

  static func place(measure: Int, month: Int) -> Int {
    (measure * Scorecard.windowLength + month) * 2
  }

  /// All that a measure counts, in every month.
  func counts(_ measure: Int) -> ArraySlice<Int64> {
    amounts[
      Tally.place(measure: measure, month: 0)..<Tally.place(measure: measure + 1, month: 0)]
  }

  func current(measure: Int, month: Int) -> Int64 {
    amounts[Tally.place(measure: measure, month: month)]
  }

  func baseline(measure: Int, month: Int) -> Int64 {
    amounts[Tally.place(measure: measure, month: month) + 1]
  }
}
