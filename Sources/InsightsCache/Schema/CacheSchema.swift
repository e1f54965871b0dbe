import GRDB

/// The form of the cache file. Migrations are frozen once released: a change is another one.
enum CacheSchema {
  /// `CPST`: tells the cache from other programs' databases.
  static let applicationID: Int32 = 0x4350_5354

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 insights", migrate: createInsights)
    migrator.registerMigration("2 scenarios", migrate: createScenarios)
    migrator.registerMigration("3 kept scores", migrate: createKeptScores)
    migrator.registerMigration("4 changed tenants", migrate: createTenantChanges)
    migrator.registerMigration("5 running edits", migrate: createRunningEdits)
    return migrator
  }

  private static func createInsights(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: insights)
  }

  private static func createScenarios(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE scenario (name TEXT PRIMARY KEY, text TEXT NOT NULL);
        CREATE TABLE journal (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT NOT NULL);
        """)
  }

  /// `rules` says by what the score was taken; months are numbers, `last_month` NULL without usage.
  private static func createKeptScores(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE kept_score (
          rules INTEGER PRIMARY KEY, generation INTEGER NOT NULL, first_month INTEGER NOT NULL,
          months INTEGER NOT NULL, last_month INTEGER, numbers BLOB NOT NULL);
        """)
  }

  /// A generation has a row where it differs from the one before in the usage of these tenants at most,
  /// and in what is small enough to be read anew.
  private static func createTenantChanges(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE tenant_change (generation INTEGER PRIMARY KEY, tenants BLOB NOT NULL);
        """)
  }

  /// What was one journal for all is one for each session; that of before is of none that runs.
  private static func createRunningEdits(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE running_edits (
          session INTEGER PRIMARY KEY, process INTEGER NOT NULL, text TEXT NOT NULL);
        INSERT INTO running_edits SELECT 0, 0, text FROM journal;
        DROP TABLE journal;
        """)
  }

  private static let insights = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
    INSERT INTO meta VALUES ('generation', 0);

    CREATE TABLE tenant (
      id INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
      tenant_name TEXT NOT NULL, market TEXT NOT NULL, segment TEXT NOT NULL,
      tpid TEXT NOT NULL);
    CREATE TABLE workload (
      id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
    CREATE TABLE association (
      id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
    CREATE TABLE tenant_facts (tenant INTEGER PRIMARY KEY, data BLOB NOT NULL);

    CREATE TABLE individual (
      id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE,
      given_name TEXT NOT NULL, family_name TEXT NOT NULL);
    CREATE TABLE holding (
      id INTEGER PRIMARY KEY, individual INTEGER NOT NULL REFERENCES individual,
      title TEXT NOT NULL, kind TEXT NOT NULL, completed INTEGER NOT NULL, expires INTEGER,
      status TEXT NOT NULL, line INTEGER NOT NULL);
    CREATE INDEX holding_individual ON holding (individual);
    CREATE TABLE profile (
      id INTEGER PRIMARY KEY, partner_id TEXT NOT NULL, partner_name TEXT NOT NULL,
      group_id TEXT NOT NULL, group_name TEXT NOT NULL, city TEXT NOT NULL,
      country TEXT NOT NULL, level TEXT NOT NULL);

    CREATE TABLE import_batch (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, files INTEGER NOT NULL,
      failed INTEGER NOT NULL);
    CREATE TABLE dataset (
      dataset INTEGER PRIMARY KEY, file TEXT NOT NULL, rows INTEGER NOT NULL,
      imported INTEGER NOT NULL, rejected INTEGER NOT NULL, skipped INTEGER NOT NULL,
      batch INTEGER NOT NULL REFERENCES import_batch);
    CREATE TABLE dataset_month (
      dataset INTEGER NOT NULL, month INTEGER NOT NULL, batch INTEGER NOT NULL,
      PRIMARY KEY (dataset, month)) WITHOUT ROWID;
    CREATE TABLE reject (
      id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, file TEXT NOT NULL,
      dataset INTEGER NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL,
      text TEXT NOT NULL);
    CREATE INDEX reject_file ON reject (file);
    """
}
