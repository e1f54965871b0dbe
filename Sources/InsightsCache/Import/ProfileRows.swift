/// Reads the partner's own locations; the first row names the partner.
struct ProfileRows: ExportRows {
  struct Record: Equatable {
    var partnerID: String
    var partnerName: String
    var groupID: String
    var groupName: String
    var city: String
    var country: String
    var level: String
  }

  private(set) var records: [Record] = []
  private let columns: ColumnMap

  init(_ columns: ColumnMap) { self.columns = columns }

  mutating func read(_ row: borrowing RowScanner) throws(RejectReason) -> RowOutcome {
    let record = Record(
      partnerID: text(.partnerID, row), partnerName: text(.partnerName, row),
      groupID: text(.groupID, row), groupName: text(.groupName, row), city: text(.city, row),
      country: text(.country, row), level: text(.level, row))
    guard !(record.partnerID + record.groupID).isEmpty else { throw .noPartner }
    records.append(record)
    return .imported
  }

  private func text(_ role: ColumnRole, _ row: borrowing RowScanner) -> String {
    guard let column = columns[role] else { return "" }
    return row.text(column)
  }
}
