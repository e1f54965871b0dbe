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

      With --watch it goes on: exports are taken in as they arrive in the folder, when they are
      complete and each once, until Ctrl-C. Ctrl-C during an import leaves the cache as it was.

      Examples:
        capstan import ~/Downloads/exports
        capstan import AzureUsage.csv.gz TrainingCompletions.csv
        capstan import --watch ~/Downloads
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Flag(
    help:
      "Files of one dataset that cover the same month add up, instead of the later one replacing it."
  )
  var append = false
  @Option(
    help: ArgumentHelp("Take in what arrives in this folder.", valueName: "folder"),
    completion: .directory)
  var watch: String?
  @Argument(help: ArgumentHelp("Files, or folders to search.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty && watch == nil {
      throw ValidationError("Missing expected argument '<path> ...'")
    }
  }

  func run() throws {
    let partner = try data.partnerData()
    try partner.disclosure.demand(.importing)
    // Before the first import, so that nothing arrives unseen.
    let arrivals = try watch.map { folder throws(Failure) in try ExportArrivals(folder: folder) }
    let run = ImportRun(partner, output.format, append: append)
    let interruption = Interruption(ImportRun.cancelled, clean: run.progress.clear)
    let code = paths.isEmpty ? 0 : try run.run(paths).exitCode
    if let arrivals { try follow(arrivals, run, interruption) }
    if code != 0 { throw ExitCode(code) }
  }

  /// Takes in what arrives until the folder is gone; Ctrl-C ends the program.
  private func follow(
    _ arrivals: ExportArrivals, _ run: ImportRun, _ interruption: Interruption
  ) throws {
    var arrivals = arrivals
    Output.complain("watching \(watch ?? ""); Ctrl-C ends it")
    while true {
      interruption.say("stopped watching")
      switch arrivals.next() {
      case .files([]): continue
      case .files(let files):
        interruption.say(ImportRun.cancelled)
        try run.runWhenFree(files)
      case .tooMany:
        Output.complain(
          "more arrived than could be followed: run capstan import \(watch ?? "") once")
      case .folderGone:
        throw Failure(.noInput, "'\(watch ?? "")' is gone; nothing more can arrive there")
      }
    }
  }
}

/// One import with its progress and its report.
struct ImportRun {
  private let partner: PartnerData
  private let format: OutputFormat
  private let options: ImportOptions
  let progress: ProgressLine

  static let cancelled = InsightsStoreError.importCancelled.description

  init(_ partner: PartnerData, _ format: OutputFormat, append: Bool) {
    self.partner = partner
    self.format = format
    progress = ProgressLine(isShown: format == .text)
    options = ImportOptions(sameMonth: append ? .append : .replace, asOf: partner.asOf)
  }

  @discardableResult
  func run(_ paths: [String]) throws(Failure) -> ImportReport {
    do {
      return try importing(paths)
    } catch {
      throw Failure(error)
    }
  }

  /// Waits for another process to finish its import.
  func runWhenFree(_ paths: [String]) throws(Failure) {
    while true {
      do {
        _ = try importing(paths)
        return
      } catch .busy {
        sleep(ImportRun.secondsToWait)
      } catch {
        throw Failure(error)
      }
    }
  }

  private static let secondsToWait: UInt32 = 2

  private func importing(_ paths: [String]) throws(InsightsStoreError) -> ImportReport {
    defer { progress.clear() }
    let store = try OpenStores.store(at: partner.cachePath, .readWrite)
    let report = try store.importExports(
      at: paths, vocabulary: partner.rulebook.vocabulary, options: options
    ) { step in
      progress.show(step)
      return .proceed
    }
    partner.keepScore(store)
    progress.clear()
    switch format {
    case .json: Output.raw(report.json.text)
    case .text, .csv: report.print()
    }
    report.complain()
    return report
  }
}
