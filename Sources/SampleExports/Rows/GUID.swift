/// An identifier as exports print it: `1b96e64b-e3da-40f0-a824-c1279c537dcd`.
struct GUID: Equatable {
  private let high: UInt64
  private let low: UInt64

  /// The same seed and number give the same identifier.
  init(seed: UInt64, number: Int) {
    var dice = Dice(seed: seed, stream: UInt64(number))
    // Version 4, variant 1 of RFC 9562.
    high = dice.next() & ~0xF000 | 0x4000
    low = dice.next() & ~(0b11 << 62) | 0b10 << 62
  }

  func append(to bytes: inout [UInt8]) {
    appendDigits(of: high, 64, 32, to: &bytes)
    appendDigits(of: high, 32, 16, to: &bytes)
    appendDigits(of: high, 16, 0, to: &bytes)
    appendDigits(of: low, 64, 48, to: &bytes)
    appendDigits(of: low, 48, 0, to: &bytes, last: true)
  }

  private func appendDigits(
    of word: UInt64, _ from: Int, _ to: Int, to bytes: inout [UInt8], last: Bool = false
  ) {
    var shift = from
    while shift > to {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15
      bytes.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    }
    if !last { bytes.append(UInt8(ascii: "-")) }
  }
}
