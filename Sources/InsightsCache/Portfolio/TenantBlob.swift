import CapabilityScore

/// Joins the datasets of one tenant into the series of a portfolio.
///
/// The same fact in several datasets is one fact (scoring.md §12): a claim of CPORUsage stands for
/// what OfficeUsage says of its month, and EMSUsage adds to either.
struct TenantBlob {
  private let window: MonthWindow
  private let names: UsageNames
  private var records: [SeriesRecord] = []
  /// Records that give the field at hand.
  private var sources: [(order: UInt64, record: SeriesRecord, field: Int)] = []

  init(window: MonthWindow, names: UsageNames) {
    self.window = window
    self.names = names
  }

  /// Adds the rows of a tenant to the table.
  ///
  /// - Returns: False where the blob is not sound.
  mutating func read(_ blob: RawSpan, into appender: inout SeriesTable.Appender) -> Bool {
    records.removeAll(keepingCapacity: true)
    var offset = 0
    while offset < blob.byteCount {
      guard let record = SeriesRecord(blob, at: offset),
        record.key.workload < names.workloads.count,
        record.key.association < names.associations.count
      else { return false }
      records.append(record)
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
    for record in records {
      guard let place = record.key.dataset.place(of: field) else { continue }
      let order =
        UInt64(record.key.workload) << 24 | UInt64(record.key.association) << 8
        | UInt64(record.key.dataset.joinOrder)
      sources.append((order, record, place))
    }
    if zip(sources, sources.dropFirst()).contains(where: { $0.order > $1.order }) {
      sources.sort { $0.order < $1.order }
    }
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
    let key = sources[range.lowerBound].record.key
    let days = range.lazy.map { sources[$0].record.associatedOn }.filter { $0 != .min }
    appender.addRow(
      SeriesTable.RowKey(field: field, workload: key.workload, association: key.association),
      associatedOn: days.min().map(Day.init(daysSince1970:))
    ) { lanes in
      var present: UInt64 = 0
      for source in sources[range] {
        let adds = source.record.key.dataset.addsToOthers
        source.record.forEach(field: source.field, in: blob) { month, value in
          let lane = month - Int(window.first.index)
          guard lane >= 0, lane < lanes.count else { return }
          if adds { lanes[lane].addClamped(value) } else { lanes[lane] = value }
          present |= 1 << UInt64(lane)
        }
      }
      return present
    }
  }
}

extension Dataset {
  /// Where the dataset has a field among its values.
  fileprivate func place(of field: Field) -> Int? {
    switch (self, field) {
    case (.azureUsage, .acr), (.businessApplicationsRevenue, .revenue), (.officeUsage, .pau),
      (.cporUsage, .pau), (.emsUsage, .pau), (.businessApplicationsUsage, .users):
      0
    case (.officeUsage, .mau), (.cporUsage, .mau), (.emsUsage, .mau),
      (.businessApplicationsUsage, .capacity):
      1
    default: nil
    }
  }

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
