import Foundation
import Glibc

/// What the kernel tells of writes to a database and its write-ahead log.
final class FolderEvents {
  let descriptor: CInt
  private let names: Set<String>
  private static let headerSize = 16

  /// Nil where the folder cannot be watched.
  init?(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    names = [name, name + "-wal"]
    descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    let mask = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
    guard descriptor >= 0,
      inotify_add_watch(descriptor, folder.isEmpty ? "." : folder, mask) >= 0
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Reads the events that wait; whether any of them is about the database.
  func takeAll() -> Bool {
    var isAboutDatabase = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isAboutDatabase }
      let events = buffer.span.bytes
      var offset = 0
      while offset + FolderEvents.headerSize <= count {
        // The fields of `inotify_event`: wd, mask, cookie, len, and then the name.
        let mask = events.unsafeLoadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        let length = events.unsafeLoadUnaligned(fromByteOffset: offset + 12, as: UInt32.self)
        let start = offset + FolderEvents.headerSize
        offset = start + Int(length)
        let name = buffer[start..<min(offset, count)].prefix { $0 != 0 }
        // An overflowing queue has dropped events, so it may have been any.
        let isOverflow = mask & UInt32(IN_Q_OVERFLOW) != 0
        if isOverflow || names.contains(String(decoding: name, as: UTF8.self)) {
          isAboutDatabase = true
        }
      }
    }
  }
}
