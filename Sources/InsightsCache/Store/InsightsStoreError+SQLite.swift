import GRDB

extension InsightsStoreError {
  /// What a SQLite error means to a person.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notACache(path: path)
    // The statements are the program's own: one that fails by itself finds another schema than its own.
    case .SQLITE_CORRUPT, .SQLITE_MISMATCH, .SQLITE_ERROR: self = .corrupt(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_IOERR:
      self = .readOrWriteFailed(
        path: path, reason: "\(reason), code \(error.extendedResultCode.rawValue)")
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: reason)
    default:
      self = .unexpected(
        path: path, code: error.extendedResultCode.rawValue, message: reason)
    }
  }

  /// Runs a body, and turns whatever the database throws into one of these.
  static func wrapping<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(InsightsStoreError) -> Result {
    do {
      return try body()
    } catch let error as InsightsStoreError {
      throw error
    } catch let error as DatabaseError {
      throw InsightsStoreError(error, path: path)
    } catch {
      throw .unexpected(path: path, code: 0, message: "\(error)")
    }
  }
}
