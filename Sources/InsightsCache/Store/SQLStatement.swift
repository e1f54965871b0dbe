import GRDB
import GRDBSQLite

/// A prepared statement that is bound and stepped by SQLite's own functions: for the loops over
/// tenants, facts and rejects, where a row object for each would cost more than the row.
struct SQLStatement {
  private let statement: Statement
  private var handle: SQLiteStatement { statement.sqliteStatement }

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
  }

  /// Binds from the first parameter on.
  func bind(_ values: Value...) throws { try bind(all: values) }

  private func bind(all values: [Value]) throws {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      try check(value.bind(to: handle, at: Int32(index + 1)))
    }
  }

  /// Moves to the next row; false where there is none, and then the statement may be bound anew.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code: throw error(code)
    }
  }

  /// Binds and runs a statement without rows.
  func run(_ values: Value...) throws {
    try bind(all: values)
    while try step() {}
  }

  /// The same with a blob for the last parameter, which is read in place.
  func run(_ value: Value, blob: RawSpan) throws {
    try bind(value)
    try blob.withUnsafeBytes { bytes in
      // Not copied: the statement is run, and the blob unbound, before the bytes are given back.
      try check(sqlite3_bind_blob(handle, 2, bytes.baseAddress, Int32(bytes.count), nil))
      defer { sqlite3_clear_bindings(handle) }
      while try step() {}
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// Nil where the value is NULL.
  func optionalInteger(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
  }

  func text(_ column: Int32) -> String {
    let length = Int(sqlite3_column_bytes(handle, column))
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// Reads four texts that follow one another in place, as UTF-8.
  func withTexts(
    _ column: Int32, _ body: (RawSpan, RawSpan, RawSpan, RawSpan) -> Void
  ) {
    body(
      RawSpan(_unsafeBytes: utf8(column)), RawSpan(_unsafeBytes: utf8(column + 1)),
      RawSpan(_unsafeBytes: utf8(column + 2)), RawSpan(_unsafeBytes: utf8(column + 3)))
  }

  /// Valid until the next step.
  private func utf8(_ column: Int32) -> UnsafeRawBufferPointer {
    let length = Int(sqlite3_column_bytes(handle, column))
    let start = UnsafeRawPointer(sqlite3_column_text(handle, column))
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)
  }

  /// Reads a blob in place.
  func withBlob<Result>(_ column: Int32, _ body: (RawSpan) throws -> Result) rethrows -> Result {
    let length = Int(sqlite3_column_bytes(handle, column))
    let start = sqlite3_column_blob(handle, column)
    return try body(
      RawSpan(_unsafeBytes: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)))
  }

  private func check(_ code: CInt) throws {
    if code != SQLITE_OK { throw error(code) }
  }

  private func error(_ code: CInt) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
    sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

extension SQLStatement {
  enum Value {
    case integer(Int64)
    case text(String)
    case null

    static func integer(_ value: Int) -> Value { .integer(Int64(value)) }
    static func integer(_ value: Int32) -> Value { .integer(Int64(value)) }

    fileprivate func bind(to handle: SQLiteStatement, at index: Int32) -> CInt {
      // SQLite's constant for "take a copy" is a C macro of a function pointer cast from -1.
      let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      return switch self {
      case .integer(let value): sqlite3_bind_int64(handle, index, value)
      case .text(let value):
        sqlite3_bind_text(handle, index, value, Int32(value.utf8.count), transient)
      case .null: sqlite3_bind_null(handle, index)
      }
    }
  }
}
