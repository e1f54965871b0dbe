import CapabilityScore
import Foundation
import Glibc
import InsightsCache
import RuleFiles

/// The rulebooks at hand: those compiled in, and the partner's own in the configuration folder.
struct Rulebooks {
  let files: [RulebookFile]

  init(folder: String) {
    let own = Folders.tomlFiles(in: folder).compactMap { _, path in
      Folders.text(of: path).map { RulebookFile(name: path, text: $0) }
    }
    // One's own file goes before a shipped one of the same id.
    files = own + RulebookFile.shipped
  }

  func file(_ id: String) throws(Failure) -> RulebookFile {
    if let file = files.first(where: { $0.id == id }) { return file }
    throw .unknown("rulebook", id, among: files.compactMap(\.id), code: .configuration)
  }

  /// The file of an id, or one anywhere by its path, which ends in `.toml`: a draft to look at.
  func file(idOrPath: String) throws(Failure) -> RulebookFile {
    guard idOrPath.hasSuffix(".toml") else { return try file(idOrPath) }
    guard let text = Folders.text(of: idOrPath) else {
      throw Failure(.noInput, "cannot read '\(idOrPath)'")
    }
    return RulebookFile(name: idOrPath, text: text)
  }

  /// All that can be read, an id once; what is wrong with one is told where it is asked for by name.
  ///
  /// - Parameter known: One that was read before.
  func all(besides known: Rulebook) -> [Rulebook] {
    var ids: [String] = []
    for id in files.compactMap(\.id) where !ids.contains(id) { ids.append(id) }
    return ids.compactMap { $0 == known.id ? known : try? rulebook($0) }
  }

  /// Stands for a rulebook's content and for this build of the program, in what is kept of a score.
  func fingerprint(of id: String) -> Int64 {
    var status = stat()
    stat("/proc/self/exe", &status)
    // FNV-1a; a rulebook may extend any other, so all of them are in it.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    add(id.utf8)
    add("\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)".utf8)
    for file in files { add(file.text.utf8) }
    return Int64(bitPattern: hash)
  }

  /// The rulebook that most look at, read beside the words of the command line.
  static let ahead = Pending { try? RulebookFile.shipped[0].rulebook() }

  func rulebook(_ id: String) throws(Failure) -> Rulebook {
    try rulebook(of: file(id))
  }

  func rulebook(of file: RulebookFile) throws(Failure) -> Rulebook {
    if file.isShipped, file.name == RulebookFile.shipped[0].name,
      let rulebook = Rulebooks.ahead.take() ?? nil
    {
      return rulebook
    }
    do {
      return try read(file)
    } catch {
      throw Failure(error)
    }
  }

  /// Reads a file that may extend any of the others, also one whose place it takes.
  func read(_ file: RulebookFile) throws(TOMLFileError) -> Rulebook {
    let path = URL(fileURLWithPath: file.name).resolvingSymlinksInPath().path
    return try file.rulebook(
      among: files.filter {
        $0.name != file.name && URL(fileURLWithPath: $0.name).resolvingSymlinksInPath().path != path
      })
  }
}
