/// A hash table from 64-bit keys to rows of integers, which begin as zeros.
///
/// Rows are numbered in the order their keys are first seen.
struct LaneTable {
  let lanes: Int
  private(set) var keys: [UInt64] = []
  /// The values of row `r` are `values[r * lanes ..< (r + 1) * lanes]`.
  var values: [Int64] = []
  /// The row plus 1; 0 where the slot is free. Four bytes each, so that many stay in the cache.
  private var slots = [UInt32](repeating: 0, count: 1024)

  init(lanes: Int) { self.lanes = lanes }

  /// The row of a key, a new one where it was not seen before.
  @inline(__always)
  mutating func row(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while slots[slot] != 0 {
      let row = Int(slots[slot]) - 1
      if keys[row] == key { return row }
      slot = (slot + 1) & mask
    }
    return insert(key, at: slot)
  }

  /// Makes room for so many rows in all.
  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count * lanes)
    var size = slots.count
    while count * 2 > size { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, at slot: Int) -> Int {
    slots[slot] = UInt32(keys.count + 1)
    keys.append(key)
    values.append(contentsOf: repeatElement(0, count: lanes))
    if keys.count * 2 > slots.count { grow(to: slots.count * 2) }
    return keys.count - 1
  }

  private mutating func grow(to size: Int) {
    slots = [UInt32](repeating: 0, count: size)
    let mask = slots.count - 1
    for (row, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.mixed) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(row + 1)
    }
  }
}
