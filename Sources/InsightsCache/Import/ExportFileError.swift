/// Why a file, or a folder, gave nothing to the cache; the others of the import still do.
public enum ExportFileError: Error, Equatable, Sendable {
  /// There is nothing at the path.
  case notFound
  /// It cannot be opened, or is no regular file.
  case unreadable(reason: String)
  /// Nothing in the folder is a `.csv`, `.tsv` or `.txt` file, plain or `.gz`.
  case folderWithoutExports
  /// There is no header line.
  case empty
  /// There are NUL bytes in the first block.
  case binary
  /// The text is UTF-16, not UTF-8.
  case utf16
  /// The gzip file ends too early.
  case truncatedGzip
  /// The gzip file is damaged.
  case corruptGzip
  /// A line without an end: no table of rows.
  case lineTooLong(line: Int)
  /// The columns match no dataset.
  case unknownColumns(closest: Dataset, missing: [String])
  /// The system refused to read on.
  case readFailed(reason: String)

  /// The code of `sysexits.h` for a program that ends because of it.
  public var exitCode: Int32 {
    switch self {
    case .notFound, .unreadable, .folderWithoutExports: 66
    case .empty, .binary, .utf16, .truncatedGzip, .corruptGzip, .lineTooLong, .unknownColumns: 65
    case .readFailed: 74
    }
  }
}
