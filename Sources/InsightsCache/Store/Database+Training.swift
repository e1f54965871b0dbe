import CapabilityScore
import GRDB

extension Database {
  /// The training records, in the order of the export.
  func trainingRecords() throws -> [TrainingRows.Record] {
    let statement = try SQLStatement(
      self,
      """
      SELECT identity, given_name, family_name, title, kind, completed, expires, status, line
      FROM holding JOIN individual ON individual.id = individual ORDER BY holding.id
      """)
    var records: [TrainingRows.Record] = []
    while try statement.step() {
      records.append(
        TrainingRows.Record(
          identity: statement.text(0), givenName: statement.text(1),
          familyName: statement.text(2), title: statement.text(3), kind: statement.text(4),
          completed: Day(daysSince1970: Int32(truncatingIfNeeded: statement.integer(5))),
          expires: statement.optionalInteger(6).map {
            Day(daysSince1970: Int32(truncatingIfNeeded: $0))
          },
          status: statement.text(7), line: Int(statement.integer(8))))
    }
    return records
  }

  /// - Parameter records: Those of one person have one name.
  func replaceTraining(_ records: [TrainingRows.Record]) throws {
    try execute(sql: "DELETE FROM holding; DELETE FROM individual")
    let person = try SQLStatement(
      self, "INSERT INTO individual (id, identity, given_name, family_name) VALUES (?, ?, ?, ?)")
    let holding = try SQLStatement(
      self,
      """
      INSERT INTO holding (individual, title, kind, completed, expires, status, line)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    var ids: [String: Int] = [:]
    for record in records {
      if ids[record.identity] == nil {
        ids[record.identity] = ids.count + 1
        try person.run(
          .integer(ids.count), .text(record.identity), .text(record.givenName),
          .text(record.familyName))
      }
      try holding.run(
        .integer(ids[record.identity] ?? 0), .text(record.title), .text(record.kind),
        .integer(record.completed.daysSince1970),
        record.expires.map { .integer($0.daysSince1970) } ?? .null, .text(record.status),
        .integer(record.line))
    }
  }
}
