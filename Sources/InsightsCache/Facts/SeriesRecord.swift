import CapabilityScore

/// One series as it lies in a tenant's blob, read in place.
///
/// | bytes | |
/// | --- | --- |
/// | 1 | ``Dataset`` |
/// | 2, 2 | workload and association |
/// | 4 | day of association, `Int32.min` where there is none |
/// | 2, 2 | first month, and the number n of months from the first to the last |
/// | 1, 1 | width of the values of each field: 0, 1, 2, 4 or 8 bytes; 0 where all are 0 |
/// | (n + 7) / 8 | a bit for each month that has a fact |
/// | | the values of the first field in those months, then of the second; signed |
///
/// All little-endian. Datasets stay apart, so that a newer export replaces only its own months.
struct SeriesRecord {
  static let headerSize = 15

  let key: SeriesKey
  let associatedOn: Int32
  let firstMonth: Int
  let monthCount: Int
  private let widths: (Int, Int)
  private let bits: Int
  let factCount: Int
  /// Where the record begins and ends in the blob.
  let range: Range<Int>

  /// Nil where the blob has no whole, sound record at the offset.
  init?(_ blob: RawSpan, at offset: Int) {
    guard blob.byteCount - offset >= SeriesRecord.headerSize,
      let dataset = Dataset(rawValue: blob.load(offset, as: UInt8.self)), dataset.hasMonths
    else { return nil }
    key = SeriesKey(
      dataset: dataset, workload: Int(blob.load(offset + 1, as: UInt16.self)),
      association: Int(blob.load(offset + 3, as: UInt16.self)))
    associatedOn = blob.load(offset + 5, as: Int32.self)
    firstMonth = Int(blob.load(offset + 9, as: UInt16.self))
    monthCount = Int(blob.load(offset + 11, as: UInt16.self))
    widths = (
      Int(blob.load(offset + 13, as: UInt8.self)), Int(blob.load(offset + 14, as: UInt8.self))
    )
    bits = offset + SeriesRecord.headerSize
    let values = bits + (monthCount + 7) / 8
    guard [0, 1, 2, 4, 8].contains(widths.0), [0, 1, 2, 4, 8].contains(widths.1),
      values <= blob.byteCount
    else { return nil }
    var count = 0
    for byte in bits..<values { count += blob.load(byte, as: UInt8.self).nonzeroBitCount }
    factCount = count
    let end = values + count * (widths.0 + widths.1)
    guard end <= blob.byteCount else { return nil }
    range = offset..<end
  }

  /// The facts in order of months.
  func append(to facts: inout [MonthFact], from blob: RawSpan) {
    forEach(field: 0, in: blob) { month, value in
      facts.append(MonthFact(month: Int32(month), first: value, second: 0))
    }
    var index = facts.count - factCount
    guard index >= 0 else { return }
    forEach(field: 1, in: blob) { _, value in
      if index < facts.count { facts[index].second = value }
      index += 1
    }
  }

  /// Copies a field's values into lanes that are 0, if there is a fact in every month.
  ///
  /// - Parameter month: The number of the month of the first lane.
  /// - Returns: A bit for each lane with a fact; nil where months without one lie between.
  func copy(
    field: Int, in blob: RawSpan, from month: Int, to lanes: inout MutableSpan<Int64>
  ) -> UInt64? {
    guard factCount == monthCount else { return nil }
    let lane = max(0, firstMonth - month)
    let skipped = month + lane - firstMonth
    let count = min(monthCount - skipped, lanes.count - lane)
    guard count > 0 else { return 0 }
    let width = field == 0 ? widths.0 : widths.1
    let start = bits + (monthCount + 7) / 8 + (field == 0 ? 0 : factCount * widths.0)
    let values = blob.extracting(start + skipped * width..<start + (skipped + count) * width)
    switch width {
    case 1: SeriesRecord.copy(values, Int8.self, to: &lanes, at: lane, count)
    case 2: SeriesRecord.copy(values, Int16.self, to: &lanes, at: lane, count)
    case 4: SeriesRecord.copy(values, Int32.self, to: &lanes, at: lane, count)
    case 8: SeriesRecord.copy(values, Int64.self, to: &lanes, at: lane, count)
    default: break
    }
    return (count == 64 ? UInt64.max : 1 << UInt64(count) - 1) << UInt64(lane)
  }

  /// Ranges are checked once, not for every month: this is where a portfolio is decoded.
  @inline(__always)
  private static func copy<Value: FixedWidthInteger & BitwiseCopyable>(
    _ values: RawSpan, _ type: Value.Type, to lanes: inout MutableSpan<Int64>, at lane: Int,
    _ count: Int
  ) {
    let size = MemoryLayout<Value>.size
    precondition(values.byteCount >= count * size && lane >= 0 && lane + count <= lanes.count)
    for index in 0..<count {
      let value = values.unsafeLoadUnaligned(fromUncheckedByteOffset: index * size, as: type)
      lanes[unchecked: lane + index] = Int64(Value(littleEndian: value))
    }
  }

  /// Calls with the number of each month that has a fact, and its value in a field (0 or 1).
  @inline(__always)
  func forEach(field: Int, in blob: RawSpan, _ body: (_ month: Int, _ value: Int64) -> Void) {
    let width = field == 0 ? widths.0 : widths.1
    var offset = bits + (monthCount + 7) / 8 + (field == 0 ? 0 : factCount * widths.0)
    for index in 0..<monthCount {
      let byte = blob.load(bits + index >> 3, as: UInt8.self)
      guard byte >> UInt8(index & 7) & 1 == 1 else { continue }
      let value: Int64
      switch width {
      case 1: value = Int64(blob.load(offset, as: Int8.self))
      case 2: value = Int64(blob.load(offset, as: Int16.self))
      case 4: value = Int64(blob.load(offset, as: Int32.self))
      case 8: value = blob.load(offset, as: Int64.self)
      default: value = 0
      }
      body(firstMonth + index, value)
      offset += width
    }
  }
}

extension RawSpan {
  @inline(__always)
  fileprivate func load<Value: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, as type: Value.Type
  ) -> Value {
    Value(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: type))
  }
}
