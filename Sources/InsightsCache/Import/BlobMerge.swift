import CapabilityScore

/// Makes a tenant's new blob from the one it has and what an export says.
struct BlobMerge {
  private(set) var blob: [UInt8] = []
  private let dataset: Dataset
  /// Of the dataset, those that are replaced; other datasets are taken over as they are.
  private let months: MonthSet
  private var facts: [MonthFact] = []

  /// - Parameter months: Those of the dataset that are replaced.
  init(replacing months: MonthSet, of dataset: Dataset) {
    self.dataset = dataset
    self.months = months
  }

  /// - Parameter new: Has series of the dataset only.
  /// - Returns: False where a blob is not sound.
  mutating func run(_ old: RawSpan, with new: RawSpan) -> Bool {
    blob.removeAll(keepingCapacity: true)
    var offset = 0
    var next = 0
    while offset < old.byteCount {
      guard let record = SeriesRecord(old, at: offset) else { return false }
      offset = record.range.upperBound
      var incoming: SeriesRecord?
      while next < new.byteCount {
        guard let candidate = SeriesRecord(new, at: next) else { return false }
        if candidate.key > record.key { break }
        next = candidate.range.upperBound
        if candidate.key == record.key {
          incoming = candidate
          break
        }
        add(candidate, of: new)
      }
      if record.key.dataset == dataset {
        merge(record, of: old, incoming, of: new)
      } else {
        add(record, of: old)
      }
    }
    add(next..<new.byteCount, of: new)
    return true
  }

  private mutating func add(_ record: SeriesRecord, of blob: RawSpan) {
    add(record.range, of: blob)
  }

  private mutating func add(_ range: Range<Int>, of blob: RawSpan) {
    blob.extracting(range).withUnsafeBytes { self.blob.append(contentsOf: $0) }
  }

  /// Keeps the months of a series that are not replaced, and adds those that are new.
  private mutating func merge(
    _ record: SeriesRecord, of old: RawSpan, _ incoming: SeriesRecord?, of new: RawSpan
  ) {
    facts.removeAll(keepingCapacity: true)
    record.append(to: &facts, from: old)
    facts.removeAll { months.contains(Month(index: $0.month)) }
    var day = record.associatedOn
    if let incoming {
      let days = [facts.isEmpty ? .min : day, incoming.associatedOn]
      day = days.filter { $0 != .min }.min() ?? .min
      incoming.append(to: &facts, from: new)
      facts.sort { $0.month < $1.month }
    }
    SeriesRecord.encode(record.key, associatedOn: day, facts, to: &blob)
  }
}
