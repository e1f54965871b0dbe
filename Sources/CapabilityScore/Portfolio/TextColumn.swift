/// A column of texts in one run of bytes: compact, and quick to scan for a filter.
public struct TextColumn: Sendable, Equatable {
  public private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  public init() {}

  public var count: Int { ends.count }

  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(UInt32(bytes.count))
  }

  /// Appends UTF-8; malformed sequences are repaired when the text is read.
  public mutating func append(utf8 text: RawSpan) {
    text.withUnsafeBytes { bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
  }

  public mutating func append(contentsOf other: TextColumn) {
    let shift = UInt32(bytes.count)
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.lazy.map { $0 + shift })
  }

  public mutating func reserve(rows: Int, bytes count: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(count)
  }

  public subscript(row: Int) -> String { String(decoding: bytes[range(row)], as: UTF8.self) }

  /// Where the bytes of a row lie in ``bytes``.
  public func range(_ row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }
}
