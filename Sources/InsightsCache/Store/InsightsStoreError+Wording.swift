extension InsightsStoreError: CustomStringConvertible {
  /// One line: where, what, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): There is no cache yet. Import your Partner Center exports first."
    case .cannotCreate(let path, let reason):
      "\(path): The cache cannot be made here (\(reason)). Choose a place that you may write to."
    case .cannotOpen(let path, let reason):
      "\(path): The cache cannot be opened (\(reason)). Check its permissions."
    case .notACache(let path):
      "\(path): This file is no Capstan cache. Choose another path for the cache."
    case .corrupt(let path):
      "\(path): The cache is damaged. capstan doctor --repair keeps what can be read of it."
    case .newerSchema(let path):
      "\(path): A newer Capstan wrote this cache. Update Capstan, or choose another cache."
    case .olderSchema(let path):
      "\(path): The cache is of an older form. Run an import to bring it up to date."
    case .busy(let path):
      "\(path): Another Capstan is writing to the cache. Try again when it is done."
    case .readOnly(let path):
      "\(path): The cache is read-only. Make the file and its folder writable."
    case .diskFull(let path):
      "\(path): The disk is full, and the cache is as it was. Free some space and try again."
    case .readOrWriteFailed(let path, let reason):
      "\(path): The disk did not read or write (\(reason)). Check the disk and try again."
    case .importCancelled:
      "The import was cancelled, and the cache is as it was."
    case .unexpected(let path, let code, let message):
      "\(path): SQLite reports \(code), '\(message)'. Please report this as a bug."
    }
  }
}
