/// Finds tenants by id, ignoring case, without a text of its own for each.
struct TenantIndex: Sendable {
  private let directory: TenantDirectory
  /// Open addressing: the tenant's number + 1, or 0 for a free place.
  private var places: [UInt32]

  init(_ directory: TenantDirectory) {
    self.directory = directory
    var size = 16
    while size < directory.count * 2 { size *= 2 }
    places = [UInt32](repeating: 0, count: size)
    for tenant in 0..<directory.count {
      var place = hash(directory.ids.bytes[directory.ids.range(tenant)])
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = UInt32(tenant + 1)
    }
  }

  func number(ofID id: String) -> Int? {
    let wanted = Array(id.lowercased().utf8)
    var place = hash(wanted[...])
    while places[place] != 0 {
      let tenant = Int(places[place]) - 1
      if directory.ids.bytes[directory.ids.range(tenant)].elementsEqual(wanted) { return tenant }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  /// FNV-1a, folded to the table's size.
  private func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (places.count - 1)
  }
}
