import CProcessor
package import CapabilityScore

extension Scorer {
  /// The same, with usage asked for ahead.
  package var prefetching: Scorer {
    var scorer = self
    scorer.prefetch = { months in
      months.withUnsafeBytes { bytes in
        guard let first = bytes.baseAddress else { return }
        var place = 0
        while place < bytes.count {
          capstan_prefetch(first + place)
          place &+= Scorer.lineOfMemory
        }
      }
    }
    return scorer
  }

  /// In bytes; shorter on no processor that Capstan runs on.
  private static let lineOfMemory = 64
}
