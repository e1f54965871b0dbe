import CapabilityScore

/// Makes a tenant's new blob from the one it has and what an export says.
struct BlobMerge {
  private(set) var blob: [UInt8] = []
  private var facts: [MonthFact] = []

  init(_ capacity: Int) { blob.reserveCapacity(capacity + 64) }

  /// Replaces months of one dataset; other datasets are taken over as they are.
  ///
  /// - Returns: False where the old blob is not sound.
  mutating func run(
    _ old: RawSpan, with series: IncomingSeries, _ range: Range<Int>, _ dataset: Dataset,
    _ months: MonthSet
  ) -> Bool {
    var next = range.lowerBound
    var offset = 0
    while offset < old.byteCount {
      guard let record = SeriesRecord(old, at: offset) else { return false }
      offset = record.range.upperBound
      while next < range.upperBound, series.key(next) < record.key {
        add(series, next)
        next += 1
      }
      if record.key.dataset != dataset {
        old.extracting(record.range).withUnsafeBytes { blob.append(contentsOf: $0) }
      } else if next < range.upperBound, series.key(next) == record.key {
        merge(record, old, series, next, months)
        next += 1
      } else {
        merge(record, old, months)
      }
    }
    while next < range.upperBound {
      add(series, next)
      next += 1
    }
    return true
  }

  private mutating func add(_ series: IncomingSeries, _ index: Int) {
    facts.removeAll(keepingCapacity: true)
    series.append(index, to: &facts)
    SeriesRecord.encode(
      series.key(index), associatedOn: series.associatedOn(index), facts, to: &blob)
  }

  /// Keeps the months of a series that are not replaced.
  private mutating func merge(_ record: SeriesRecord, _ old: RawSpan, _ months: MonthSet) {
    takeKept(record, old, months)
    SeriesRecord.encode(record.key, associatedOn: record.associatedOn, facts, to: &blob)
  }

  private mutating func merge(
    _ record: SeriesRecord, _ old: RawSpan, _ series: IncomingSeries, _ index: Int,
    _ months: MonthSet
  ) {
    takeKept(record, old, months)
    let days = [facts.isEmpty ? .min : record.associatedOn, series.associatedOn(index)]
    series.append(index, to: &facts)
    facts.sort { $0.month < $1.month }
    SeriesRecord.encode(
      record.key, associatedOn: days.filter { $0 != .min }.min() ?? .min, facts, to: &blob)
  }

  private mutating func takeKept(_ record: SeriesRecord, _ old: RawSpan, _ months: MonthSet) {
    facts.removeAll(keepingCapacity: true)
    record.append(to: &facts, from: old)
    facts.removeAll { months.contains(Month(index: $0.month)) }
  }
}
