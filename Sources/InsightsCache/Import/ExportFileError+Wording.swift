extension ExportFileError: CustomStringConvertible {
  /// What is wrong and what to do, to be read behind the file's name.
  public var description: String {
    switch self {
    case .notFound: "There is no such file or folder. Check the path."
    case .unreadable(let reason):
      "It cannot be opened (\(reason)). Check its permissions."
    case .folderWithoutExports:
      "The folder holds no export. Download reports from Partner Center Insights into it as "
        + ".csv or .tsv (.gz is fine)."
    case .empty: "The file is empty. Download the report again."
    case .binary: "This is no text file. Save the report as CSV or TSV in UTF-8."
    case .utf16: "The text is UTF-16. Save the report as UTF-8."
    case .truncatedGzip: "The .gz file ends too early. Download the report again."
    case .corruptGzip: "The .gz file is damaged. Download the report again."
    case .lineTooLong(let line):
      "Line \(line) does not end. Save the report as CSV or TSV, one row a line."
    case .unknownColumns(let closest, let missing):
      "Its columns match no export. The closest is \(closest.name), which also needs "
        + "\(missing.joined(separator: ", ")). Download the report with all its columns."
    case .readFailed(let reason):
      "Reading stopped half-way (\(reason)). Check the disk and import again."
    }
  }
}
