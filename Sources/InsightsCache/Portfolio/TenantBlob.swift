import CapabilityScore

/// Joins the datasets of one tenant into the series of a portfolio.
///
/// The same fact in several datasets is one fact (scoring.md §12): a claim of CPORUsage stands for
/// what OfficeUsage says of its month, and EMSUsage adds to either.
struct TenantBlob {
  private let window: MonthWindow
  private let names: NameJoin
  /// Where a dataset has a field among its values: `[field][dataset]`.
  private let places: [[Int?]]
  private var records: [SeriesRecord] = []
  /// What each of the records is about, by the numbers of the portfolio.
  private var keys: [SeriesKey] = []
  /// Records that give the field at hand, by number, and the field's place in each.
  private var sources: [(order: UInt64, record: Int, place: Int)] = []

  init(window: MonthWindow, names: NameJoin) {
    self.window = window
    self.names = names
    let datasets = Dataset.allCases.map(\.rawValue).max() ?? 0
    places = Field.allCases.map { field in
      (0...datasets).map { Dataset(rawValue: $0)?.fields.firstIndex(of: field) }
    }
  }

  /// Adds the rows of a tenant to the table.
  ///
  /// - Returns: False where the blob is not sound.
  mutating func read(_ blob: RawSpan, into appender: inout SeriesTable.Appender) -> Bool {
    records.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    var offset = 0
    while offset < blob.byteCount {
      guard let record = SeriesRecord(blob, at: offset), let key = names.key(record.key) else {
        return false
      }
      records.append(record)
      keys.append(key)
      offset = record.range.upperBound
    }
    for field in Field.allCases { addRows(of: field, blob, to: &appender) }
    return true
  }

  /// Adds one row for each workload and association, out of every dataset that has the field.
  private mutating func addRows(
    of field: Field, _ blob: RawSpan, to appender: inout SeriesTable.Appender
  ) {
    sources.removeAll(keepingCapacity: true)
    let places = places[Int(field.rawValue)]
    var isOrdered = true
    for number in records.indices {
      let key = keys[number]
      guard let place = places[Int(key.dataset.rawValue)] else { continue }
      let order =
        UInt64(key.workload) << 24 | UInt64(key.association) << 8 | UInt64(key.dataset.joinOrder)
      if let last = sources.last, last.order > order { isOrdered = false }
      sources.append((order, number, place))
    }
    if !isOrdered { sources.sort { $0.order < $1.order } }
    var start = 0
    while start < sources.count {
      var end = start + 1
      while end < sources.count, sources[end].order >> 8 == sources[start].order >> 8 { end += 1 }
      addRow(of: field, start..<end, blob, to: &appender)
      start = end
    }
  }

  private func addRow(
    of field: Field, _ range: Range<Int>, _ blob: RawSpan, to appender: inout SeriesTable.Appender
  ) {
    let key = keys[sources[range.lowerBound].record]
    var associatedOn = Int32.min
    for source in range {
      let day = records[sources[source].record].associatedOn
      if day != .min { associatedOn = associatedOn == .min ? day : min(associatedOn, day) }
    }
    let first = Int(window.first.index)
    appender.addRow(
      SeriesTable.RowKey(field: field, workload: key.workload, association: key.association),
      associatedOn: associatedOn == .min ? nil : Day(daysSince1970: associatedOn)
    ) { lanes in
      var present: UInt64 = 0
      // The months that the dataset at hand has given: names that are joined add up within it.
      var given: UInt64 = 0
      var elsewhere: UInt64 = 0
      for source in range {
        let (record, place) = (records[sources[source].record], sources[source].place)
        if source == range.lowerBound,
          let bits = record.copy(field: place, in: blob, from: first, to: &lanes)
        {
          (present, given) = (bits, bits)
          if bits.nonzeroBitCount < record.factCount { elsewhere = SeriesTable.elsewhere }
          continue
        }
        let dataset = record.key.dataset
        if source > range.lowerBound, records[sources[source - 1].record].key.dataset != dataset {
          given = 0
        }
        record.forEach(field: place, in: blob) { month, value in
          let lane = month - first
          guard lane >= 0, lane < lanes.count else {
            elsewhere = SeriesTable.elsewhere
            return
          }
          let bit: UInt64 = 1 << UInt64(lane)
          if dataset.addsToOthers || given & bit != 0 {
            lanes[lane].addClamped(value)
          } else {
            lanes[lane] = value
          }
          present |= bit
          given |= bit
        }
      }
      return present | elsewhere
    }
  }
}

extension Dataset {
  /// Of datasets that give the same fact, a later one replaces the earlier or adds to it.
  fileprivate var joinOrder: Int {
    switch self {
    case .cporUsage: 1
    case .emsUsage: 2
    default: 0
    }
  }

  fileprivate var addsToOthers: Bool { self == .emsUsage }
}
