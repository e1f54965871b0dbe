/// Why a file, or a folder, gave nothing to the cache; the others of the import still do.
public enum ExportFileError: Error, Equatable, Sendable {
  case notFound
  case unreadable(reason: String)
  /// Nothing in the folder is a `.csv`, `.tsv` or `.txt` file, plain or `.gz`.
  case folderWithoutExports
  case empty
  case binary
  /// The text is UTF-16, not UTF-8.
  case utf16
  case truncatedGzip
  case corruptGzip
  /// A line without an end: no table of rows.
  case lineTooLong(line: Int)
  /// The columns match no dataset.
  case unknownColumns(closest: Dataset, missing: [String])
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
