/// Takes the rows of one dataset out of a file.
protocol ExportRows {
  /// - Throws: Why the row is kept aside; then it has left no trace.
  mutating func read(_ row: borrowing RowScanner) throws(RejectReason) -> RowOutcome
}

/// What became of a row that could be read.
enum RowOutcome {
  case imported
  /// Imported; the export flags it as a duplicate.
  case duplicate
  /// Imported; a training record that is no certification.
  case exam
  /// Its metric is not the paid one.
  case skipped
}

extension FileReport {
  mutating func count(_ outcome: RowOutcome) {
    switch outcome {
    case .imported: imported += 1
    case .duplicate:
      imported += 1
      duplicates += 1
    case .exam:
      imported += 1
      exams += 1
    case .skipped: skipped += 1
    }
  }
}
