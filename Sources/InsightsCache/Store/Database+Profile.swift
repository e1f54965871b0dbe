import GRDB

extension Database {
  /// The partner's locations, in the order of the export.
  func profileRecords() throws -> [ProfileRows.Record] {
    let statement = try SQLStatement(
      self,
      """
      SELECT partner_id, partner_name, group_id, group_name, city, country, level
      FROM profile ORDER BY id
      """)
    var records: [ProfileRows.Record] = []
    while try statement.step() {
      records.append(
        ProfileRows.Record(
          partnerID: statement.text(0), partnerName: statement.text(1),
          groupID: statement.text(2), groupName: statement.text(3), city: statement.text(4),
          country: statement.text(5), level: statement.text(6)))
    }
    return records
  }

  func replaceProfile(_ records: [ProfileRows.Record]) throws {
    try execute(sql: "DELETE FROM profile")
    let insert = try SQLStatement(
      self,
      """
      INSERT INTO profile
        (partner_id, partner_name, group_id, group_name, city, country, level)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    for record in records {
      try insert.run(
        .text(record.partnerID), .text(record.partnerName), .text(record.groupID),
        .text(record.groupName), .text(record.city), .text(record.country), .text(record.level))
    }
  }
}
