import ArgumentParser
import Foundation
import InsightsCache

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a copy of the cache, with its scenarios.",
    discussion: """
      The copy is of one moment, whatever is imported meanwhile; only you may read it. It is a cache
      itself: --cache opens it.

      Example:
        capstan backup ~/capstan-2024-07.sqlite
      """)

  @OptionGroup var data: DataOptions
  @Flag(help: "Write over a file that is there.") var replace = false
  @Argument(help: "The file to write.", completion: .file()) var file: String

  func run() throws {
    let partner = try data.partnerData()
    try partner.disclosure.demand(.copying)
    let store = try partner.open()
    func resolved(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    guard resolved(file) != resolved(partner.cachePath) else {
      throw Failure(.usage, "'\(file)' is the cache itself; choose another file for the copy")
    }
    try PrivateFile(path: file).checkIsFree(replaces: replace)
    do {
      try store.backUp(to: file)
    } catch {
      throw Failure(error)
    }
    Output.line("\(partner.cachePath) is copied to \(file)")
  }
}
