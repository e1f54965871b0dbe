/// Makes gzip members without compressing (RFC 1951 stored blocks).
enum Gzip {
  static func member(_ text: String) -> [UInt8] {
    let content = Array(text.utf8)
    var member: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    let blocks = stride(from: 0, to: max(content.count, 1), by: 0xffff).map {
      content[$0..<min($0 + 0xffff, content.count)]
    }
    for (index, block) in blocks.enumerated() {
      member.append(index == blocks.count - 1 ? 1 : 0)
      member += littleEndian(UInt32(block.count) | ~UInt32(block.count) << 16)
      member += block
    }
    return member + littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
  }

  private static func littleEndian(_ word: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
  }

  /// CRC-32 as gzip has it (RFC 1952 §8).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum: UInt32 = 0xffff_ffff
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return ~checksum
  }
}
