/// How far an import has come; told about every block that is read.
public struct ImportProgress: Sendable {
  /// The name of the file at hand.
  public var file: String
  /// Counted from 1.
  public var fileNumber: Int
  /// How many files the import reads.
  public var fileCount: Int
  /// Bytes of the file at hand that are read, on disk (compressed ones where it is gzip).
  public var bytesRead: Int
  /// Bytes of the file at hand, on disk.
  public var fileSize: Int
  /// Bytes of all files, and how many of them are read, on disk.
  public var totalSize: Int
  /// How many bytes of ``totalSize`` are read.
  public var totalRead: Int
  /// Rows read so far, of all files.
  public var rows: Int
  /// Rows kept aside so far, of all files.
  public var rejected: Int
}

/// What the progress closure answers.
public enum ImportDecision: Sendable {
  /// Goes on.
  case proceed
  /// Ends the import with ``InsightsStoreError/importCancelled``; the cache stays as it was.
  case cancel
}
