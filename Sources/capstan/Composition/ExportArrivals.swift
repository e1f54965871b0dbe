import Foundation
import Glibc

/// Exports as they arrive in a folder: complete ones only, each once.
///
/// A file is complete when it is closed after writing, or moved in. Files that were there before are
/// left alone: nobody knows whether they are complete.
struct ExportArrivals {
  private let folder: String
  private let descriptor: Int32
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
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
      | UInt32(IN_ONLYDIR)
    guard descriptor >= 0, inotify_add_watch(descriptor, folder, mask) >= 0 else {
      let reason = String(cString: strerror(errno))
      if descriptor >= 0 { close(descriptor) }
      throw Failure(.noInput, "cannot watch '\(folder)': \(reason)")
    }
  }

  func end() { close(descriptor) }

  /// Sleeps until something arrives, and a moment longer: exports often come in groups.
  mutating func next() -> News {
    var names: [String] = []
    wait(milliseconds: -1)
    while true {
      let events = read()
      if events.contains(where: { $0.mask & UInt32(IN_Q_OVERFLOW) != 0 }) { return .tooMany }
      let gone = UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_IGNORED)
      if events.contains(where: { $0.mask & gone != 0 }) { return .folderGone }
      names += events.map(\.name)
      if !wait(milliseconds: ExportArrivals.groupingTime) { break }
    }
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

  /// Browsers and copying programs write under other names first, and hidden ones.
  private static func isExport(_ name: String) -> Bool {
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

  /// - Returns: Whether there is something to read.
  @discardableResult
  private func wait(milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }

  private func read() -> [(mask: UInt32, name: String)] {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    var events: [(mask: UInt32, name: String)] = []
    var offset = 0
    let headerSize = MemoryLayout<inotify_event>.size
    while offset + headerSize <= count {
      let event = buffer.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      }
      let start = offset + headerSize
      offset = start + Int(event.len)
      let name = buffer[start..<min(offset, max(start, count))].prefix { $0 != 0 }
      events.append((event.mask, String(decoding: name, as: UTF8.self)))
    }
    return events
  }
}
