import ArgumentParser
import CapabilityScore
import Glibc
import InsightsCache

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import Partner Center exports into the cache.",
    discussion: """
      Files may be CSV or TSV, plain or .gz; what they are is told by their columns. The same file
      again changes nothing; a newer export replaces the months it covers.

      Examples:
        capstan import ~/Downloads/exports
        capstan import AzureUsage.csv.gz TrainingCompletions.csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Flag(
    help:
      "Files of one dataset that cover the same month add up, instead of the later one replacing it."
  )
  var append = false
  @Argument(help: ArgumentHelp("Files, or folders to search.", valueName: "path"))
  var paths: [String]

  func run() throws {
    let data = try data.partnerData()
    let store = try data.open(.readWrite)
    let progress = ProgressLine(isShown: output.format == .text)
    let report: ImportReport
    do {
      report = try store.importExports(
        at: paths, vocabulary: data.rulebook.vocabulary,
        options: ImportOptions(sameMonth: append ? .append : .replace, asOf: data.asOf)
      ) { step in
        progress.show(step)
        return .proceed
      }
    } catch {
      progress.clear()
      throw Failure(error)
    }
    progress.clear()
    switch output.format {
    case .json: Output.raw(report.json.text)
    case .text, .csv: report.print()
    }
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }
}

/// One line on a terminal that tells how far an import is; nothing where there is no terminal.
struct ProgressLine {
  let isShown: Bool

  init(isShown: Bool) { self.isShown = isShown && isatty(2) == 1 }

  func show(_ step: ImportProgress) {
    guard isShown else { return }
    let percent = step.fileSize > 0 ? step.bytesRead * 100 / step.fileSize : 100
    write(
      "\r\u{1B}[K\(step.fileNumber) of \(step.fileCount)  \(Output.clean(step.file))  \(percent) %  "
        + "\(NumberWords.grouped(Int64(step.rows))) rows")
  }

  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
