import Dashboard
import Foundation

/// Rows of a screen as a file: CSV, JSON or Markdown, as its name says.
enum TableFile {
  /// Writes beside the place and moves there, so that no half file is ever seen.
  @Sendable static func write(_ export: TableExport) -> ExportOutcome {
    let path = (export.path as NSString).expandingTildeInPath
    guard let text = text(export) else {
      return .failed("'\(export.path)' should end in .csv, .json or .md")
    }
    if !export.replaces, FileManager.default.fileExists(atPath: path) { return .exists }
    do {
      try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      // Customers' names are in it.
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      return .written
    } catch {
      return .failed("cannot write '\(export.path)': \(error.localizedDescription)")
    }
  }

  private static func text(_ export: TableExport) -> String? {
    switch (export.path as NSString).pathExtension.lowercased() {
    case "csv": return CSVText.text([export.columns] + export.rows)
    case "json":
      return JSONValue.array(
        export.rows.map { row in .object(zip(export.columns, row).map { ($0, .string($1)) }) }
      ).text
    case "md":
      let line = "|" + String(repeating: " --- |", count: export.columns.count)
      return ([row(export.columns), line] + export.rows.map(row)).joined(separator: "\n")
    default: return nil
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
