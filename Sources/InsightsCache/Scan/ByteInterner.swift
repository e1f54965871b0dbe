import Glibc

/// Numbers byte strings in the order they are first seen, without making a `String` of them.
///
/// Open addressing over slots that start few and grow: a small table stays in the processor's cache.
struct ByteInterner {
  private(set) var count = 0
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  /// The upper half of the hash, and the number plus 1 in the lower; 0 where the slot is free.
  private var slots: [UInt64]
  /// The number that was given last: rows of one tenant often follow each other.
  private var last = 0

  /// - Parameter slots: A power of 2.
  init(slots: Int = 256) { self.slots = [UInt64](repeating: 0, count: slots) }

  /// The bytes of a number.
  func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[ends[number]..<ends[number + 1]] }

  /// The first eight bytes of a number, in an order that is theirs.
  func head(_ number: Int) -> UInt64 {
    let bytes = bytes(number).prefix(8)
    let head = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return head << UInt64(8 * (8 - bytes.count))
  }

  /// The number of these bytes, a new one where they were not seen before.
  mutating func number(of bytes: Span<UInt8>) -> Int {
    if last < count, isEqual(last, bytes) { return last }
    last = look(up: bytes)
    return last
  }

  private mutating func look(up bytes: Span<UInt8>) -> Int {
    let hash = ByteInterner.hash(bytes)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xffff_ffff) - 1
        if isEqual(number, bytes) { return number }
      }
      slot = (slot + 1) & mask
    }
    return insert(bytes, hash, slot)
  }

  private func isEqual(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
    let range = ends[number]..<ends[number + 1]
    guard range.count == bytes.count else { return false }
    return arena.withUnsafeBytes { own in
      bytes.withUnsafeBytes { other in
        guard let first = own.baseAddress, let second = other.baseAddress else { return true }
        return memcmp(first + range.lowerBound, second, range.count) == 0
      }
    }
  }

  private mutating func insert(_ bytes: Span<UInt8>, _ hash: UInt64, _ slot: Int) -> Int {
    for index in bytes.indices { arena.append(bytes[index]) }
    ends.append(arena.count)
    slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(count + 1)
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      let hash = ByteInterner.hash(arena.span.extracting(ends[number]..<ends[number + 1]))
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = hash & 0xffff_ffff_0000_0000 | UInt64(number + 1)
    }
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = bytes.bytes
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      hash = (hash ^ raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)).mixed
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    return (hash ^ tail).mixed
  }
}

extension UInt64 {
  /// Spreads every bit over the whole word.
  @inline(__always)
  var mixed: UInt64 {
    let product = multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return product.high ^ product.low
  }
}
