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
    append(facts, width: widths.0, to: &blob) { $0.first }
    append(facts, width: widths.1, to: &blob) { $0.second }
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

  private static func append(
    _ facts: [MonthFact], width: Int, to blob: inout [UInt8], _ value: (MonthFact) -> Int64
  ) {
    switch width {
    case 1: for fact in facts { append(Int8(truncatingIfNeeded: value(fact)), to: &blob) }
    case 2: for fact in facts { append(Int16(truncatingIfNeeded: value(fact)), to: &blob) }
    case 4: for fact in facts { append(Int32(truncatingIfNeeded: value(fact)), to: &blob) }
    case 8: for fact in facts { append(value(fact), to: &blob) }
    default: break
    }
  }

  private static func append(_ value: some FixedWidthInteger, to blob: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { blob.append(contentsOf: $0) }
  }
}
