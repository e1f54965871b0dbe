import GRDB

/// A stored scenario: its name, and its edits as the text of a scenario file.
public struct StoredScenario: Sendable, Equatable {
  /// What it is stored by: no two have the same.
  public var name: String
  /// JSON, kept as it is and never checked here.
  public var text: String

  /// The name should be the one inside the text; nothing compares them.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

extension InsightsStore {
  /// All stored scenarios by name.
  public func scenarios() throws(InsightsStoreError) -> [StoredScenario] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT name, text FROM scenario ORDER BY name")
        .map { StoredScenario(name: $0[0], text: $0[1]) }
    }
  }

  /// Stores a scenario; one of the same name is replaced.
  public func save(_ scenario: StoredScenario) throws(InsightsStoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO scenario (name, text) VALUES (?, ?)",
        arguments: [scenario.name, scenario.text])
    }
  }

  /// - Returns: Whether there was one of this name.
  @discardableResult
  public func deleteScenario(_ name: String) throws(InsightsStoreError) -> Bool {
    try write { database in
      try database.execute(sql: "DELETE FROM scenario WHERE name = ?", arguments: [name])
      return database.changesCount > 0
    }
  }

  /// Keeps the edits that a session is making; nil where there are none.
  public func setJournal(
    _ text: String?, of session: JournalSession
  ) throws(InsightsStoreError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM running_edits WHERE session = ?", arguments: [session.id])
      guard let text else { return }
      try database.execute(
        sql: "INSERT INTO running_edits (session, process, text) VALUES (?, ?, ?)",
        arguments: [session.id, session.process, text])
    }
  }

  /// The newest edits of the sessions that ended before they saved them, as the text of a scenario file:
  /// they are this session's from now on. Nil where there are none, or where it has its own.
  ///
  /// - Parameter isReadable: Texts that are not, as those of a newer program, stay for who can read them.
  public func takeJournal(
    for session: JournalSession, isReadable: (String) -> Bool = { _ in true }
  ) throws(InsightsStoreError) -> String? {
    func newest(_ database: Database) throws -> (session: JournalSession, text: String)? {
      let journals = try Row.fetchAll(
        database, sql: "SELECT session, process, text FROM running_edits ORDER BY session DESC"
      ).map { (session: JournalSession(id: $0[0], process: $0[1]), text: $0[2] as String) }
      if journals.contains(where: { $0.session == session }) { return nil }
      return journals.first { !$0.session.isRunning && isReadable($0.text) }
    }
    // Mostly there is nothing to be written.
    guard try read(newest) != nil else { return nil }
    return try write { database in
      guard let found = try newest(database) else { return nil }
      try database.execute(
        sql: "UPDATE running_edits SET session = ?, process = ? WHERE session = ?",
        arguments: [session.id, session.process, found.session.id])
      return found.text
    }
  }

  private func write<Result>(
    _ body: (Database) throws -> Result
  ) throws(InsightsStoreError) -> Result {
    try InsightsStoreError.wrapping(path) { try database.write(body) }
  }
}
