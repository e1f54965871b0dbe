import Synchronization

/// The cache that the dashboard looks at: the partner's own, or the demo.
final class OpenCache: Sendable {
  private struct Open: Sendable {
    var partner: PartnerData
    var shelf: ScenarioShelf
    var changes: CacheChanges
  }

  private let open: Mutex<Open>

  init(_ partner: PartnerData) { open = Mutex(OpenCache.open(partner)) }

  var partner: PartnerData { open.withLock { $0.partner } }
  var shelf: ScenarioShelf { open.withLock { $0.shelf } }
  var changes: CacheChanges { open.withLock { $0.changes } }

  func turn(to path: String) {
    open.withLock { open in
      var partner = open.partner
      partner.cachePath = path
      open = OpenCache.open(partner)
    }
  }

  private static func open(_ partner: PartnerData) -> Open {
    Open(
      partner: partner, shelf: ScenarioShelf(path: partner.cachePath),
      changes: CacheChanges(path: partner.cachePath))
  }
}
