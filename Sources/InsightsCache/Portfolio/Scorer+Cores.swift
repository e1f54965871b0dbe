package import CapabilityScore
import Foundation
import Synchronization

extension Scorer {
  /// Below this many tenants a second thread costs more than it brings (docs/performance.md).
  private static let worthSplitting = 4_000

  /// The tally of all tenants, taken in parts that add up.
  package func tallyOnAllCores(_ series: SeriesTables) -> Tally {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard series.tenantCount >= Scorer.worthSplitting, cores > 1 else { return tally(series) }
    let shares = Shares(of: series.tenantCount)
    let others = (1..<cores).map { _ in Pending { self.tally(series, shares: shares.take) } }
    var sum = tally(series, shares: shares.take)
    for other in others { if let tally = other.take() { sum += tally } }
    return sum
  }
}

/// The tenants that no thread has taken yet. Those with much usage lie together, so that equal parts
/// would not be equal work.
private final class Shares: Sendable {
  private let count: Int
  private let taken = Mutex(0)

  init(of count: Int) { self.count = count }

  private static let size = 4 * SeriesTables.usualSpan

  /// Nil when there are no more.
  func take() -> Range<Int>? {
    taken.withLock { taken in
      guard taken < count else { return nil }
      let first = taken
      taken = min(count, first + Shares.size)
      return first..<taken
    }
  }
}
