import Foundation

/// Numbers one behind the other, eight little-endian bytes each.
enum PackedNumbers {
  static func data(_ numbers: [Int64]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 8)
    for number in numbers {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return Data(bytes)
  }

  /// Nil where the bytes cannot be of numbers.
  static func numbers(_ data: Data) -> [Int64]? {
    data.withUnsafeBytes { bytes in
      guard bytes.count % 8 == 0 else { return nil }
      return (0..<bytes.count / 8).map {
        Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self))
      }
    }
  }
}
