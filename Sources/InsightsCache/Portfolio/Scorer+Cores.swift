package import CapabilityScore
import Foundation

extension Scorer {
  /// Below this many tenants a second thread costs more than it brings (docs/performance.md).
  private static let worthSplitting = 30_000

  /// The tally of all tenants, taken in parts that add up.
  package func tallyOnAllCores(_ series: SeriesTables) -> Tally {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard series.tenantCount >= Scorer.worthSplitting, cores > 1 else { return tally(series) }
    let size = (series.tenantCount + cores - 1) / cores
    func part(_ core: Int) -> Range<Int> {
      min(core * size, series.tenantCount)..<min((core + 1) * size, series.tenantCount)
    }
    let others = (1..<cores).map { core in
      let range = part(core)
      return Pending { self.tally(series, tenants: range) }
    }
    var sum = tally(series, tenants: part(0))
    for other in others { if let tally = other.take() { sum += tally } }
    return sum
  }
}
