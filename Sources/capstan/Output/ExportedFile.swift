import Dashboard
import Foundation
import RuleFiles

/// What the dashboard writes for its user: the rows of a page as CSV, JSON or Markdown, or a scenario.
enum ExportedFile {
  /// Customers' names are in it, so only its owner may read it.
  @Sendable static func write(_ export: FileExport) -> ExportOutcome {
    let path = Folders().expanded(export.path)
    guard let text = text(export) else {
      return .failed("'\(export.path)' should end in .csv, .json or .md")
    }
    if !export.replaces, FileManager.default.fileExists(atPath: path) { return .exists }
    do throws(Failure) {
      try PrivateFile(path: path).write(text, replaces: export.replaces)
      return .written
    } catch {
      return .failed(error.words)
    }
  }

  /// Nil for a table in a file whose name does not say in which form.
  private static func text(_ export: FileExport) -> String? {
    switch export.content {
    case .scenario(let scenario): ScenarioFile.text(of: scenario)
    case .table(let columns, let rows):
      table(columns, rows, (export.path as NSString).pathExtension.lowercased()).map { $0 + "\n" }
    }
  }

  private static func table(_ columns: [String], _ rows: [[String]], _ form: String) -> String? {
    switch form {
    case "csv": return CSVText.text([columns] + rows)
    case "json":
      return JSONValue.array(
        rows.map { row in .object(zip(columns, row).map { ($0, .string($1)) }) }
      ).text
    case "md":
      let line = "|" + String(repeating: " --- |", count: columns.count)
      return ([markdown(columns), line] + rows.map(markdown)).joined(separator: "\n")
    default: return nil
    }
  }

  private static func markdown(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
