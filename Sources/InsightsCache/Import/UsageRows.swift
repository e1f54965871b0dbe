import CapabilityScore

/// Reads the rows of a dataset with months into groups.
struct UsageRows: ExportRows {
  private struct Measure {
    var column: Int
    var label: String
    var isMoney: Bool
  }

  private struct Fact {
    var isNamedByRow: Bool
    var workload: Int?
    var first: Int
    var second: Int?
  }

  var names: ImportNames
  var groups: UsageGroups
  private let columns: ColumnMap
  private let tenant: Int
  private let month: Int
  private let association: Int
  private let workload: Int?
  private let flag: Int?
  private let partner: Int?
  private let metricType: Int?
  private let associatedOn: Int?
  private let measures: [Measure]
  private let facts: [Fact]
  private var values: [Int64]

  /// - Parameter names: The numbers of the import so far.
  init(_ columns: ColumnMap, names: ImportNames) {
    var names = names
    var facts: [Fact] = []
    var measures: [Measure] = []
    for fact in columns.definition.facts {
      let first = measures.count
      for (field, column) in zip(columns.definition.dataset.fields, fact.measures) {
        guard let role = column.role, let position = columns[role] else { continue }
        measures.append(
          Measure(column: position, label: columns.label(role), isMoney: field.isMoney))
      }
      facts.append(
        Fact(
          isNamedByRow: fact.workload == nil,
          workload: fact.workload.flatMap { names.workloads.number(of: $0) }, first: first,
          second: measures.count > first + 1 ? first + 1 : nil))
    }
    self.names = names
    self.columns = columns
    self.facts = facts
    self.measures = measures
    groups = UsageGroups(columns)
    // Recognition has seen to it that the needed columns are there.
    tenant = columns[.tenant] ?? 0
    month = columns[.month] ?? 0
    association = columns[.association] ?? 0
    workload = columns[.workload]
    flag = columns[.duplicateFlag]
    partner = columns[.partnerID]
    metricType = columns[.metricType]
    associatedOn = columns[.associatedOn]
    values = [Int64](repeating: 0, count: measures.count)
  }

  mutating func read(_ row: borrowing RowScanner) throws(RejectReason) -> RowOutcome {
    let readMonth = DateText.month(row.bytes.span.extracting(row.content(month)))
    if let metricType, !row.bytes.span.extracting(row.content(metricType)).isPaid {
      if let readMonth { groups.cover(readMonth) }
      return .skipped
    }
    guard !row.content(tenant).isEmpty else { throw .noTenant }
    guard let readMonth else {
      throw .unreadableMonth(column: columns.label(.month), value: row.text(month))
    }
    for index in measures.indices { values[index] = try value(of: measures[index], in: row) }
    let day = associatedOn == nil ? nil : try associationDay(in: row)
    return try add(row, readMonth, associatedOn: day)
  }

  /// Must be called behind the last row.
  mutating func finish() { groups.addPending() }

  /// Adds what a row says; its names get numbers only now that the rest is known to be sound.
  private mutating func add(
    _ row: borrowing RowScanner, _ month: Month, associatedOn day: Day?
  ) throws(RejectReason) -> RowOutcome {
    let bytes = row.bytes.span
    guard
      let association = names.associations.number(of: bytes.extracting(row.content(association)))
    else { throw .tooManyNames(column: columns.label(.association)) }
    let rowWorkload = try workloadNumber(in: row)
    let isFlagged = flag.map { bytes.extracting(row.content($0)).isTrue } ?? false
    guard let tenant = names.tenants.number(of: bytes.extracting(row.content(tenant))) else {
      throw .tooManyNames(column: columns.label(.tenant))
    }
    for fact in facts {
      guard let workload = fact.isNamedByRow ? rowWorkload : fact.workload else {
        throw .tooManyNames(column: columns.label(.workload))
      }
      let group = UsageGroups.Group(
        tenant: tenant, workload: workload, association: association, month: month)
      let sums = UsageGroups.Values(
        first: values[fact.first], second: fact.second.map { values[$0] } ?? 0)
      if isFlagged {
        groups.addFlagged(sums, to: group, partner: partnerNumber(in: row))
      } else {
        groups.add(sums, to: group)
      }
      if let day { groups.associate(group, on: day) }
    }
    groups.cover(month)
    groups.details.read(row, tenant: tenant)
    return isFlagged ? .duplicate : .imported
  }

  @inline(__always)
  private func value(
    of measure: Measure, in row: borrowing RowScanner
  ) throws(RejectReason) -> Int64 {
    let content = row.content(measure.column)
    if content.isEmpty { return 0 }
    guard let number = DecimalText(row.bytes.span.extracting(content)) else {
      throw .unreadableNumber(column: measure.label, value: row.text(measure.column))
    }
    let limit = measure.isMoney ? DecimalText.limit : UsageRows.countLimit
    guard number.magnitude < limit else {
      throw .outOfRange(column: measure.label, value: row.text(measure.column))
    }
    if measure.isMoney { return number.value }
    guard number.isWhole else {
      throw .fractionOfCount(column: measure.label, value: row.text(measure.column))
    }
    return number.value / Quantity.one
  }

  /// The first count that is no longer taken, in millionths.
  private static let countLimit = 1_000_000_001 * Quantity.one

  private func associationDay(in row: borrowing RowScanner) throws(RejectReason) -> Day? {
    guard let associatedOn, !row.content(associatedOn).isEmpty else { return nil }
    guard let day = DateText.day(row.bytes.span.extracting(row.content(associatedOn))) else {
      throw .unreadableDay(column: columns.label(.associatedOn), value: row.text(associatedOn))
    }
    return day
  }

  /// Nil where the dataset itself names the workloads.
  private mutating func workloadNumber(
    in row: borrowing RowScanner
  ) throws(RejectReason) -> Int? {
    guard let workload else { return nil }
    guard let number = names.workloads.number(of: row.bytes.span.extracting(row.content(workload)))
    else { throw .tooManyNames(column: columns.label(.workload)) }
    return number
  }

  private mutating func partnerNumber(in row: borrowing RowScanner) -> Int {
    partner.map { names.partners.number(of: row.bytes.span.extracting(row.content($0))) } ?? 0
  }
}

extension Span<UInt8> {
  /// Whether a duplicate flag is set: `1` or `true`.
  fileprivate var isTrue: Bool {
    count == 1 ? self[0] == UInt8(ascii: "1") : isEqual("true")
  }

  /// Whether a metric is the paid one; a blank is.
  fileprivate var isPaid: Bool {
    if isEmpty || isEqual("paid") { return true }
    return withUnsafeBufferPointer {
      FoldedName(String(decoding: $0, as: UTF8.self)).text == "paid"
    }
  }

  /// Compares without case; the text is in lower case.
  private func isEqual(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<count where self[index] | 0x20 != wanted[index] { return false }
      return true
    }
  }
}
