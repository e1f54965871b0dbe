public import CapabilityScore
public import Foundation

/// What the cache has of a dataset.
public struct DatasetState: Sendable, Equatable {
  /// Which of the nine it is (exports.md).
  public var dataset: Dataset
  /// When the newest export came; nil where none ever did.
  public var lastImport: Date?
  /// The name of the newest export.
  public var file: String
  /// Counts of the newest export: its rows, and what became of them.
  public var rows: Int
  /// Rows that were taken in, duplicates and exams among them.
  public var imported: Int
  /// Rows that could not be read and were kept aside.
  public var rejected: Int
  /// Rows whose `MetricType` is not paid.
  public var skipped: Int
  /// The months with facts, in calendar order.
  public var months: [Month]

  /// The months between the first and the last that have no facts.
  public var missingMonths: [Month] {
    guard let first = months.first, let last = months.last else { return [] }
    let known = Set(months)
    return (0...first.distance(to: last)).map(first.advanced).filter { !known.contains($0) }
  }
}

/// A row that was kept aside.
public struct Reject: Sendable, Equatable {
  /// The file's name, without its folder.
  public var file: String
  /// What the file was recognised as.
  public var dataset: Dataset
  /// The physical line on which the row begins, counted from 1; the header is on line 1.
  public var line: Int
  /// What is wrong with the row, in one sentence with the value at fault if there is one.
  public var reason: String
  /// The row as the file has it.
  public var text: String
}

/// One run of the importer.
public struct ImportRecord: Sendable, Equatable {
  /// The moment given by ``ImportOptions/now``, in whole seconds.
  public var at: Date
  /// Files that were imported, and files that were no export.
  public var files: Int
  /// Files and folders that gave nothing (``ExportFileError``).
  public var failed: Int
}

/// Names in the cache that a vocabulary does not know, in alphabetical order.
public struct UnmappedNames: Sendable, Equatable {
  /// These still count as workloads where a scope admits all of them (scoring.md §7).
  public var workloads: [String]
  /// No scope admits these; a blank one stands for rows that name none (scoring.md §12).
  public var associations: [String]
}
