public import CapabilityScore

/// What an import did, file by file.
public struct ImportReport: Sendable, Equatable {
  /// In the order they were read: by name.
  public var files: [FileReport]
  /// The newest month with usage before the month of ``ImportOptions/asOf``.
  public var lastMonth: Month?

  /// 0 where every file was a dataset, else the code of the first that was not.
  public var exitCode: Int32 { files.lazy.compactMap { $0.error?.exitCode }.first ?? 0 }
}

/// What became of one file.
public struct FileReport: Sendable, Equatable {
  /// As it was given, or found below a folder that was given.
  public var path: String
  /// What its columns show it to be; nil where they were not recognised, or could not be read.
  public var dataset: Dataset?
  /// Always ``imported`` + ``rejected`` + ``skipped``.
  public var rows = 0
  /// Rows that were taken in, ``duplicates`` and ``exams`` among them.
  public var imported = 0
  /// Rows that could not be read and are kept aside (``InsightsStore/rejects(of:_:)``).
  public var rejected = 0
  /// Rows whose `MetricType` is not paid.
  public var skipped = 0
  /// Imported rows that the export flags as duplicates.
  public var duplicates = 0
  /// Imported rows that are exams or assessments, not certifications.
  public var exams = 0
  /// The months the file replaced in the cache.
  public var months: [Month] = []
  /// Which earlier files of this import it replaces, as a whole or in some months.
  public var notes: [ImportNote] = []
  /// Why the file gave nothing; the counts are then 0.
  public var error: ExportFileError?

  /// The last component of ``path``, by which rejects are listed.
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  init(path: String) { self.path = path }
}

/// Something that a person would want to know about a file.
public enum ImportNote: Sendable, Equatable {
  /// An earlier file of this import had these months too; they are now as this one has them.
  case replacedMonths([Month], of: String)
  /// An earlier file of this import was the same dataset; only this one's rows stay.
  case replacedFile(String)
}

extension ImportNote: CustomStringConvertible {
  /// One sentence, to be read behind the file's name.
  public var description: String {
    switch self {
    case .replacedMonths(let months, let file):
      "Replaces \(months.map(\.name).joined(separator: ", ")) of '\(file)', which this import "
        + "read before. Use --append to add them up."
    case .replacedFile(let file):
      "Replaces '\(file)', which this import read before. Use --append to keep both."
    }
  }
}
