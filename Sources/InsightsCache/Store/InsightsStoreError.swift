/// Why the cache cannot be opened, read or written.
public enum InsightsStoreError: Error, Equatable, Sendable {
  /// There is no cache yet.
  case missing(path: String)
  /// The folder or the file cannot be made.
  case cannotCreate(path: String, reason: String)
  /// The file exists and cannot be opened.
  case cannotOpen(path: String, reason: String)
  /// The file is something else: no database, or another program's.
  case notACache(path: String)
  /// The file is damaged.
  case corrupt(path: String)
  /// A later Capstan wrote the file, with changes to its form that this one does not know.
  case newerSchema(path: String)
  /// A reader cannot bring an older cache up to date.
  case olderSchema(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// The file, or its folder, cannot be written.
  case readOnly(path: String)
  /// There is no room left.
  case diskFull(path: String)
  /// The system refused to read or write.
  case readOrWriteFailed(path: String, reason: String)
  /// The progress closure said ``ImportDecision/cancel``; the cache is as it was.
  case importCancelled
  /// Something that should not be possible; SQLite's own code and words.
  case unexpected(path: String, code: Int32, message: String)

  /// The code of `sysexits.h` for a program that ends because of it.
  public var exitCode: Int32 {
    switch self {
    case .notACache, .corrupt: 65
    case .missing, .cannotOpen: 66
    case .newerSchema, .olderSchema, .busy: 69
    case .unexpected: 70
    case .cannotCreate, .readOnly: 73
    case .diskFull, .readOrWriteFailed: 74
    case .importCancelled: 130
    }
  }
}
