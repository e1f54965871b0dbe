import CapabilityScore

/// Reads training records: who completed what and when.
struct TrainingRows: ExportRows {
  /// A row as it is kept.
  struct Record: Equatable {
    /// Lower case: addresses are written in all manners.
    var identity: String
    var givenName: String
    var familyName: String
    var title: String
    var kind: String
    var completed: Day
    var expires: Day?
    var status: String
    var line: Int
  }

  private(set) var records: [Record] = []
  private let columns: ColumnMap
  private let identities: [Int]

  init(_ columns: ColumnMap) {
    self.columns = columns
    identities = [.corporateEmail, .email, .mcpID].compactMap { columns[$0] }
  }

  mutating func read(_ row: borrowing RowScanner) throws(RejectReason) -> RowOutcome {
    var identity = ""
    for column in identities where identity.isEmpty { identity = row.text(column) }
    guard !identity.isEmpty else { throw .noIdentity }
    guard let completed = try day(.completed, row) else {
      throw .unreadableDay(column: columns.label(.completed), value: "")
    }
    let record = Record(
      identity: identity.lowercased(), givenName: text(.givenName, row),
      familyName: text(.familyName, row), title: text(.title, row), kind: text(.kind, row),
      completed: completed, expires: try day(.expires, row), status: text(.status, row),
      line: row.line)
    records.append(record)
    return record.isCertification ? .imported : .exam
  }

  private func text(_ role: ColumnRole, _ row: borrowing RowScanner) -> String {
    guard let column = columns[role] else { return "" }
    return row.text(column)
  }

  /// Nil where the column is blank or not there.
  private func day(
    _ role: ColumnRole, _ row: borrowing RowScanner
  ) throws(RejectReason) -> Day? {
    guard let column = columns[role], !row.content(column).isEmpty else { return nil }
    guard let day = DateText.day(row.bytes.span.extracting(row.content(column))) else {
      throw .unreadableDay(column: columns.label(role), value: row.text(column))
    }
    return day
  }
}

extension TrainingRows.Record {
  var isCertification: Bool { TrainingRows.isCertification(kind: kind) }
}

extension TrainingRows {
  /// Gives all records of a person the first name that is not blank.
  static func withOneName(_ records: [Record]) -> [Record] {
    var names: [String: (given: String, family: String)] = [:]
    for record in records {
      var name = names[record.identity] ?? ("", "")
      if name.given.isEmpty { name.given = record.givenName }
      if name.family.isEmpty { name.family = record.familyName }
      names[record.identity] = name
    }
    return records.map { record in
      var record = record
      (record.givenName, record.familyName) = names[record.identity] ?? ("", "")
      return record
    }
  }

  /// `TrainingType` says so; exams and assessments are something else.
  static func isCertification(kind: String) -> Bool { FoldedName(kind).text == "certification" }

  /// `ActivationStatus` is Active or blank.
  static func isActive(status: String) -> Bool {
    ["", "active"].contains(status.lowercased().trimmingPrefix { $0 == " " })
  }
}
