public import CapabilityScore

/// Where each tenant comes by name, found once: sorting by name compares these places.
public struct NameOrder: Sendable {
  /// By tenant; equal names have equal places.
  private let places: [UInt32]

  /// - Complexity: O(n log n) in the tenants, without making a text of an ASCII name.
  public init(_ tenants: TenantDirectory) {
    // All names without case, one after another.
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var rows: [(word: UInt64, row: Int)] = []
    bytes.reserveCapacity(tenants.names.bytes.count)
    ends.reserveCapacity(tenants.count)
    rows.reserveCapacity(tenants.count)
    for row in 0..<tenants.count {
      let start = bytes.count
      let source = tenants.names.range(row).isEmpty ? tenants.ids : tenants.names
      NameOrder.appendLowercased(source, row, to: &bytes)
      rows.append((NameOrder.beginning(bytes, start..<bytes.count), row))
      ends.append(bytes.count)
    }
    func name(_ row: Int) -> ArraySlice<UInt8> { bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }
    rows.sort { left, right in
      if left.word != right.word { return left.word < right.word }
      return name(left.row).lexicographicallyPrecedes(name(right.row))
    }
    var places = [UInt32](repeating: 0, count: rows.count)
    var place: UInt32 = 0
    for index in rows.indices {
      let row = rows[index]
      if index > 0 {
        let before = rows[index - 1]
        if before.word != row.word || name(before.row) != name(row.row) { place += 1 }
      }
      places[row.row] = place
    }
    self.places = places
  }

  /// How many tenants it knows.
  var count: Int { places.count }

  subscript(tenant: Int) -> UInt32 { places[tenant] }

  private static func appendLowercased(_ texts: TextColumn, _ row: Int, to bytes: inout [UInt8]) {
    let range = texts.range(row)
    let start = bytes.count
    for index in range {
      let byte = texts.bytes[index]
      guard byte < 0x80 else {
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: texts[row].lowercased().utf8)
        return
      }
      bytes.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
  }

  /// The first eight bytes, as a number that grows with them.
  private static func beginning(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    for index in range.prefix(8) {
      word |= UInt64(bytes[index]) << UInt64(56 - 8 * (index - range.lowerBound))
    }
    return word
  }
}
