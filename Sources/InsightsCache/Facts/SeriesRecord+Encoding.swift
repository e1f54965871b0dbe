extension SeriesRecord {
  /// Appends a series to a tenant's blob.
  ///
  /// - Parameter facts: At least one, in order of months.
  static func encode(
    _ key: SeriesKey, associatedOn: Int32, _ facts: [MonthFact], to blob: inout [UInt8]
  ) {
    guard let first = facts.first?.month, let last = facts.last?.month else { return }
    let monthCount = Int(last - first) + 1
    let widths = (width(of: facts) { $0.first }, width(of: facts) { $0.second })
    blob.append(key.dataset.rawValue)
    append(UInt16(truncatingIfNeeded: key.workload), to: &blob)
    append(UInt16(truncatingIfNeeded: key.association), to: &blob)
    append(associatedOn, to: &blob)
    append(UInt16(truncatingIfNeeded: first), to: &blob)
    append(UInt16(truncatingIfNeeded: monthCount), to: &blob)
    blob.append(UInt8(widths.0))
    blob.append(UInt8(widths.1))
    let bits = blob.count
    blob.append(contentsOf: repeatElement(0, count: (monthCount + 7) / 8))
    for fact in facts {
      let index = Int(fact.month - first)
      blob[bits + index >> 3] |= 1 << UInt8(index & 7)
    }
    for fact in facts { append(fact.first, width: widths.0, to: &blob) }
    for fact in facts { append(fact.second, width: widths.1, to: &blob) }
  }

  private static func width(of facts: [MonthFact], _ value: (MonthFact) -> Int64) -> Int {
    var bits: UInt64 = 0
    // A negative number needs as many bits as its complement, and either a sign besides.
    for fact in facts {
      let value = value(fact)
      bits |= UInt64(bitPattern: value < 0 ? ~value : value) << 1 | UInt64(bitPattern: value) >> 63
    }
    return switch 64 - bits.leadingZeroBitCount {
    case 0: 0
    case ...8: 1
    case ...16: 2
    case ...32: 4
    default: 8
    }
  }

  private static func append(_ value: Int64, width: Int, to blob: inout [UInt8]) {
    for place in 0..<width {
      blob.append(UInt8(truncatingIfNeeded: value >> Int64(place * 8)))
    }
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to blob: inout [UInt8]) {
    for place in 0..<Value.bitWidth / 8 {
      blob.append(UInt8(truncatingIfNeeded: value >> Value(place * 8)))
    }
  }
}
