import CapabilityScore
import Foundation
import GRDB
import Glibc

/// Takes the files of one import into the cache, inside one transaction.
struct Importer {
  private let database: Database
  private let path: String
  private let options: ImportOptions
  private let progress: (ImportProgress) -> ImportDecision
  private let batch: Int64
  private let rejects: RejectLog
  private var names: ImportNames
  private var writer: ContentWriter
  private var report = ImportReport(files: [], lastMonth: nil)
  /// Bytes on disk: of all files, and of those that are done.
  private var size = (total: 0, done: 0)
  /// With ``ImportOptions/SameMonth/append``: what waits for the other files of its dataset.
  private var pending: [Dataset: ExportContent] = [:]

  init(
    _ database: Database, path: String, vocabulary: Vocabulary, options: ImportOptions,
    progress: @escaping (ImportProgress) -> ImportDecision
  ) throws {
    self.database = database
    self.path = path
    self.options = options
    self.progress = progress
    try database.execute(
      sql: "INSERT INTO import_batch (at, files, failed) VALUES (?, 0, 0)",
      arguments: [Int64(options.now.timeIntervalSince1970)])
    batch = database.lastInsertedRowID
    rejects = try RejectLog(database, batch: batch)
    names = ImportNames(
      workloads: try database.names(in: "workload"),
      associations: try database.names(in: "association"), vocabulary: vocabulary)
    writer = ContentWriter(database, path: path, batch: batch)
  }

  /// Reads what the paths lead to, and writes it.
  mutating func run(_ paths: [String]) throws -> ImportReport {
    let found = ExportFinder(paths)
    for problem in found.problems {
      var file = FileReport(path: problem.path)
      file.error = problem.error
      report.files.append(file)
    }
    let sizes = found.files.map(Importer.size)
    size.total = sizes.reduce(0, +)
    for (number, path) in found.files.enumerated() {
      report.files.append(
        try take(
          path, number + 1, of: found.files.count, splitSize: options.splitSize))
      size.done += sizes[number]
    }
    for dataset in Dataset.allCases {
      if let content = pending[dataset] { try writer.write(content, names) }
    }
    try finish()
    return report
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Takes one file in; one that is no export leaves nothing behind.
  private mutating func take(
    _ path: String, _ number: Int, of count: Int, splitSize: Int
  ) throws -> FileReport {
    var file = FileReport(path: path)
    var failure: ExportFileError?
    var isWrongSplit = false
    try database.inSavepoint {
      do {
        let content = try read(&file, number, of: count, splitSize: splitSize)
        try keep(consume content, &file)
        return .commit
      } catch let error as ExportFileError {
        failure = error
      } catch is WrongSplit {
        isWrongSplit = true
      }
      return .rollback
    }
    if isWrongSplit { return try take(path, number, of: count, splitSize: .max) }
    guard let failure else { return file }
    var failed = FileReport(path: path)
    failed.dataset = file.dataset
    failed.error = failure
    return failed
  }

  private mutating func read(
    _ file: inout FileReport, _ number: Int, of count: Int, splitSize: Int
  ) throws -> ExportContent {
    let source = try ByteSource(path: file.path)
    guard source.size > 0 else { throw ExportFileError.empty }
    var scanner = try RowScanner(source)
    guard let header = try scanner.header() else { throw ExportFileError.empty }
    let columns = try DatasetDefinition.recognise(ExportHeader(header))
    let dataset = columns.definition.dataset
    file.dataset = dataset
    try rejects.forgetEarlier(file: file.name, in: database)
    let progress = self.progress(of: file, fileSize: scanner.progress.size, number, count)
    switch dataset {
    case .trainingCompletions:
      var rows = TrainingRows(columns)
      try readRows(&scanner, columns, into: &rows, &file, progress)
      return .training(rows.records)
    case .customersAndTenants:
      var rows = TenantRows(columns, names: names)
      try readRows(&scanner, columns, into: &rows, &file, progress)
      names = rows.names
      return .tenants(rows.details, rows.tenants)
    case .profile:
      var rows = ProfileRows(columns)
      try readRows(&scanner, columns, into: &rows, &file, progress)
      return .profile(rows.records)
    case .azureUsage, .officeUsage, .emsUsage, .cporUsage, .businessApplicationsRevenue,
      .businessApplicationsUsage:
      let rows = try readUsage(&scanner, columns, &file, progress, splitSize: splitSize)
      names = rows.names
      file.months = rows.groups.covered.months
      return .usage(dataset, rows.groups)
    }
  }

  /// Reads a large file with two processors, and any other with one.
  private func readUsage(
    _ scanner: inout RowScanner, _ columns: ColumnMap, _ file: inout FileReport,
    _ progress: ImportProgress, splitSize: Int
  ) throws -> UsageRows {
    var rows = UsageRows(columns, names: names)
    let parts = FileParts(
      file.path, like: scanner, columnCount: columns.columnCount,
      least: splitSize / Importer.leastShare)
    guard scanner.progress.size >= splitSize, !scanner.isInflating, let second = parts.take() else {
      try readRows(&scanner, columns, into: &rows, &file, progress)
      rows.finish()
      return rows
    }
    scanner.read { parts.claim(0, upTo: $0) }
    let others = PartRows.reading(second, of: parts, columns, names)
    defer {
      parts.close()
      _ = others.take()
    }
    try readRows(&scanner, columns, into: &rows, &file, progress) { parts.bytesRead }
    rows.finish()
    var later: [PartRows] = []
    while let part = parts.take() {
      later.append(
        try PartRows(part, columns, names) { try tell(progress, parts.bytesRead, file) })
    }
    guard let found = others.take() ?? nil else { throw WrongSplit() }
    var (lines, endsInsideQuotes) = (scanner.linesRead, scanner.endsInsideQuotes)
    for part in (later + found).sorted(by: { $0.start < $1.start }) {
      guard !endsInsideQuotes else { throw WrongSplit() }
      for var reject in part.rejects {
        reject.line += lines
        try rejects.add(reject, file: file.name, dataset: columns.definition.dataset)
      }
      file.add(part.counts)
      guard rows.append(part.rows) else { throw WrongSplit() }
      lines += part.lines
      endsInsideQuotes = part.endsInsideQuotes
    }
    return rows
  }

  /// How many parts that are just worth a reader ``ImportOptions/splitSize`` holds.
  private static let leastShare = 4

  private func readRows<Rows: ExportRows>(
    _ scanner: inout RowScanner, _ columns: ColumnMap, into rows: inout Rows,
    _ file: inout FileReport, _ progress: ImportProgress, bytesRead: (() -> Int)? = nil
  ) throws {
    let name = file.name
    try RowLoop(columnCount: columns.columnCount).run(&scanner, into: &rows, &file) {
      position, file in
      try tell(progress, bytesRead?() ?? position, file)
    } reject: { reject in
      try rejects.add(reject, file: name, dataset: columns.definition.dataset)
    }
  }

  /// Writes a file's content, or puts it by for the others of its dataset.
  private mutating func keep(_ content: consuming ExportContent, _ file: inout FileReport) throws {
    guard let dataset = file.dataset else { return }
    // What is there stays where every row of a newer file was kept aside.
    if content.isEmpty, file.rejected > 0 { return }
    try database.recordImport(of: file, dataset, batch: batch)
    guard options.sameMonth == .replace else {
      if pending[dataset]?.append(content) == nil { pending[dataset] = content }
      return
    }
    file.notes = notes(on: file, dataset)
    try writer.write(content, names)
  }

  /// What earlier files of this import the file takes the place of.
  private func notes(on file: FileReport, _ dataset: Dataset) -> [ImportNote] {
    let earlier = report.files.filter { $0.dataset == dataset && $0.error == nil }
    guard dataset.hasMonths else {
      return earlier.last.map { [.replacedFile($0.name)] } ?? []
    }
    var months = Set(file.months)
    var notes: [ImportNote] = []
    for other in earlier.reversed() {
      let replaced = other.months.filter(months.contains)
      if !replaced.isEmpty { notes.append(.replacedMonths(replaced, of: other.name)) }
      months.subtract(replaced)
    }
    return notes
  }

  private mutating func finish() throws {
    report.lastMonth = try database.lastMonth(before: options.asOf?.month)
    try database.execute(
      sql: "UPDATE import_batch SET files = ?, failed = ? WHERE id = ?",
      arguments: [
        report.files.count { $0.error == nil }, report.files.count { $0.error != nil }, batch,
      ])
    if !writer.change.isEmpty { try database.bumpGeneration(changed: writer.change.tenants) }
  }

  private func progress(
    of file: FileReport, fileSize: Int, _ number: Int, _ count: Int
  ) -> ImportProgress {
    ImportProgress(
      file: file.name, fileNumber: number, fileCount: count, bytesRead: 0, fileSize: fileSize,
      totalSize: size.total, totalRead: size.done,
      rows: report.files.reduce(0) { $0 + $1.rows },
      rejected: report.files.reduce(0) { $0 + $1.rejected })
  }

  private func tell(_ start: ImportProgress, _ position: Int, _ file: FileReport) throws {
    var now = start
    now.bytesRead = position
    now.totalRead += position
    now.rows += file.rows
    now.rejected += file.rejected
    if progress(now) == .cancel { throw InsightsStoreError.importCancelled }
  }
}
