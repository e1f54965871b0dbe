import ArgumentParser
import CapabilityScore
import Foundation
import SampleExports

struct SampleExportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample-exports", abstract: "Write made-up exports, to try things with.",
    discussion: """
      Example:
        capstan sample-exports /tmp/exports --tenants 500 --months 30 --seed 1
      """)

  @Argument(help: "The folder to write to; it is made if it is not there.") var folder: String
  @Option(help: "How many tenants.") var tenants = 500
  @Option(help: "How many months.") var months = 30
  @Option(help: "The same seed gives the same files.") var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp("The last month; the one before today's unless given.", valueName: "YYYY-MM")
  )
  var lastMonth: Month?
  @Flag(help: "Break a few percent of the rows, as real exports do.") var dirty = false
  @Flag(help: "Write over files that are there.") var replace = false

  func validate() throws {
    guard (1...1_000_000).contains(tenants) else {
      throw ValidationError("--tenants must be 1 to 1000000")
    }
    guard (1...60).contains(months) else { throw ValidationError("--months must be 1 to 60") }
  }

  func run() throws {
    // Real exports have the same names: a slip must not cost them.
    for dataset in SampleExports.Dataset.allCases {
      try PrivateFile(path: "\(folder)/\(dataset.fileName)").checkIsFree(replaces: replace)
    }
    let last = lastMonth ?? Day.today.month.advanced(by: -1)
    let exports = SampleExports(
      SampleExports.Options(
        tenants: tenants, months: months, lastMonth: last,
        asOf: lastMonth == nil ? Day.today : last.advanced(by: 1).firstDay.advanced(by: 14),
        seed: seed, dirtyShare: dirty ? 0.03 : 0))
    let rows = try ExportFolder(path: folder).write(exports)
    Output.line(
      "\(NumberWords.grouped(Int64(rows))) rows in \(SampleExports.Dataset.allCases.count) files in \(folder)"
    )
  }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A folder that made-up exports are written to.
struct ExportFolder {
  let path: String

  /// - Returns: The number of rows.
  func write(_ exports: SampleExports) throws(Failure) -> Int {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        .cannotCreate, "cannot make the folder '\(path)': \(error.localizedDescription)")
    }
    do {
      var rows = 0
      for dataset in SampleExports.Dataset.allCases {
        let file = path + "/" + dataset.fileName
        guard FileManager.default.createFile(atPath: file, contents: nil),
          let handle = FileHandle(forWritingAtPath: file)
        else { throw Failure(.cannotCreate, "cannot write '\(file)'") }
        defer { try? handle.close() }
        rows += try exports.write(dataset) { piece in
          try handle.write(contentsOf: Data(piece))
        }.rows
      }
      return rows
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.io, "cannot write to '\(path)': \(error.localizedDescription)")
    }
  }
}
