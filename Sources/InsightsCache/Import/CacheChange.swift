/// What an import changes in the cache.
struct CacheChange {
  /// Whether anything differs from what the cache had.
  private(set) var isEmpty = true
  /// The tenants whose usage differs; nil where it is more than that, or many.
  private(set) var tenants: Set<Int64>? = []

  /// With more of them, reading everything is as fast.
  private static let few = 500

  /// The usage of a tenant changed.
  mutating func addUsage(of tenant: Int64) {
    isEmpty = false
    tenants?.insert(tenant)
    if let count = tenants?.count, count > CacheChange.few { tenants = nil }
  }

  /// Who the tenants are changed.
  mutating func addDirectory() {
    isEmpty = false
    tenants = nil
  }

  /// People or the partner changed, which are always read anew.
  mutating func addRest() { isEmpty = false }
}
