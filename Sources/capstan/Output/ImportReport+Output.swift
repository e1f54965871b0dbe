import CapabilityScore
import InsightsCache

extension ImportReport {
  /// The contract of `import --format json`.
  var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      ("files", .array(files.map(\.json))),
      ("lastMonth", .optional(lastMonth?.description)),
    ])
  }

  /// A table for people, then what they should know.
  func print() {
    var table = TextTable(
      ["file", "dataset", "rows", "imported", "rejected", "skipped", "months"], right: [2, 3, 4, 5])
    for file in files where file.error == nil { table.rows.append(file.row) }
    if !table.rows.isEmpty {
      for (number, line) in table.lines.enumerated() {
        Output.line(line, number == 0 ? .strong : .plain)
      }
    }
    for file in files {
      for note in file.notes { Output.line("\(file.name): \(note)") }
      if file.duplicates > 0 || file.exams > 0 {
        let parts = [
          file.duplicates > 0
            ? "\(NumberWords.grouped(Int64(file.duplicates))) flagged duplicates" : "",
          file.exams > 0 ? "\(NumberWords.grouped(Int64(file.exams))) exams and assessments" : "",
        ]
        Output.line(
          "\(file.name): \(parts.filter { !$0.isEmpty }.joined(separator: ", ")) among the imported"
        )
      }
    }
    let rejected = files.reduce(0) { $0 + $1.rejected }
    if rejected > 0 {
      Output.line(
        "\(NumberWords.counted(rejected, "row")) kept aside: capstan rejects lists them.")
    }
    if let lastMonth { Output.line("The data goes to \(lastMonth.name).") }
  }

  /// Says what was wrong with files, a line each, whatever form the report has.
  func complain() {
    for file in files {
      if let error = file.error { Output.complain("\(file.path): \(error)") }
    }
  }
}

extension FileReport {
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(name)),
      ("path", .string(path)),
      ("dataset", .optional(dataset?.name)),
      ("rows", .integer(Int64(rows))),
      ("imported", .integer(Int64(imported))),
      ("rejected", .integer(Int64(rejected))),
      ("skipped", .integer(Int64(skipped))),
      ("duplicates", .integer(Int64(duplicates))),
      ("exams", .integer(Int64(exams))),
      ("months", .array(months.map { .string($0.description) })),
      ("notes", .array(notes.map { .string($0.description) })),
      ("error", .optional(error?.description)),
    ])
  }

  fileprivate var row: [String] {
    let counts = [rows, imported, rejected, skipped].map { NumberWords.grouped(Int64($0)) }
    var span = ""
    if let first = months.first, let last = months.last {
      span = first == last ? first.name : "\(first.name) to \(last.name)"
    }
    return [name, dataset?.name ?? ""] + counts + [span]
  }
}
