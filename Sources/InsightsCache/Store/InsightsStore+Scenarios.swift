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

  /// The edits that were being made when the dashboard last ended, as the text of a scenario file.
  public func journal() throws(InsightsStoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT text FROM journal") }
  }

  /// Keeps the running edits; nil where there are none.
  public func setJournal(_ text: String?) throws(InsightsStoreError) {
    try write { database in
      if let text {
        try database.execute(
          sql: "INSERT OR REPLACE INTO journal (id, text) VALUES (1, ?)", arguments: [text])
      } else {
        try database.execute(sql: "DELETE FROM journal")
      }
    }
  }

  private func write<Result>(
    _ body: (Database) throws -> Result
  ) throws(InsightsStoreError) -> Result {
    try InsightsStoreError.wrapping(path) { try database.write(body) }
  }
}
