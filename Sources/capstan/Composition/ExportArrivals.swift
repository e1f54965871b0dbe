import Glibc
import InsightsCache

/// Exports as they arrive in a folder: complete ones only, each once.
///
/// A file is complete when it is closed after writing, or moved in. Files that were there before are
/// left alone: nobody knows whether they are complete.
struct ExportArrivals {
  private let folder: String
  private let watch: FolderWatch
  /// What was taken, to tell a file that came again from one that was only touched.
  private var taken: [String: Stamp] = [:]

  private struct Stamp: Equatable {
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  enum News {
    case files([String])
    /// More arrived than the kernel could tell.
    case tooMany
    case folderGone
  }

  init(folder: String) throws(Failure) {
    self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    do {
      watch = try FolderWatch(of: folder, for: [.closedAfterWriting, .movedIn, .folderGone])
    } catch {
      throw Failure(.noInput, "cannot watch '\(folder)': \(error)")
    }
  }

  /// Sleeps until something arrives, and a moment longer: exports often come in groups.
  mutating func next() -> News {
    var names: [String] = []
    watch.wait()
    repeat {
      let events = watch.events()
      if events.contains(where: { $0.change.contains(.overflow) }) { return .tooMany }
      if events.contains(where: { !$0.change.isDisjoint(with: .folderGone) }) {
        return .folderGone
      }
      names += events.map(\.name)
    } while watch.wait(milliseconds: ExportArrivals.groupingTime)
    var files: [String] = []
    for name in Set(names).sorted() where ExportArrivals.isExport(name) {
      let path = folder + "/" + name
      guard let stamp = ExportArrivals.stamp(path), stamp.size > 0, taken[name] != stamp else {
        continue
      }
      taken[name] = stamp
      files.append(path)
    }
    return .files(files)
  }

  private static let groupingTime: Int32 = 200

  /// Whether the name is one of an export. Browsers and copying programs write under other names first, and hidden ones.
  static func isExport(_ name: String) -> Bool {
    let name = name.lowercased()
    return !name.hasPrefix(".")
      && [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz"].contains { name.hasSuffix($0) }
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Stamp(
      inode: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}
