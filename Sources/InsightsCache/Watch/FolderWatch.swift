import Glibc

/// What the kernel tells of the files in a folder (inotify): nothing is asked in vain, and nobody wakes
/// while nothing happens.
public final class FolderWatch {
  /// What happened to a file, or to the folder.
  public struct Change: OptionSet, Hashable, Sendable {
    /// The bits of an inotify mask (`IN_MODIFY` …).
    public let rawValue: UInt32

    /// Takes any inotify mask, also bits that have no name here.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A file was written to or cut short; more may follow.
    public static let written = Change(rawValue: UInt32(IN_MODIFY))
    /// A file or folder was made here, and is perhaps still empty.
    public static let created = Change(rawValue: UInt32(IN_CREATE))
    /// A file that was open for writing was closed: it is as its writer leaves it.
    public static let closedAfterWriting = Change(rawValue: UInt32(IN_CLOSE_WRITE))
    /// A file came under this name by renaming, from elsewhere or from within the folder.
    public static let movedIn = Change(rawValue: UInt32(IN_MOVED_TO))
    /// A file was deleted, or renamed away from this name. Two bits: an event has one of them.
    public static let removed = Change(rawValue: UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM))
    /// The folder itself was deleted, moved or unmounted. Three bits: an event has one of them.
    public static let folderGone = Change(
      rawValue: UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_IGNORED))
    /// More happened than the kernel could keep: it may have been anything. Always told.
    public static let overflow = Change(rawValue: UInt32(IN_Q_OVERFLOW))
  }

  /// One thing that happened.
  public struct Event: Sendable {
    /// What happened, perhaps with bits of the kernel's besides, such as `IN_ISDIR`.
    public var change: Change
    /// Empty for what happened to the folder.
    public var name: String
  }

  /// To be polled for reading.
  public let descriptor: CInt

  /// - Throws: `FolderWatch.Failure` where the folder cannot be watched.
  public init(of folder: String, for changes: Change) throws(Failure) {
    descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard descriptor >= 0 else { throw Failure(code: errno) }
    let mask = changes.rawValue & ~UInt32(IN_IGNORED) | UInt32(IN_ONLYDIR)
    // The descriptor is closed by deinit, which runs after a throw, too; to close it here as well would
    // close whatever another thread has opened in between.
    guard inotify_add_watch(descriptor, folder.isEmpty ? "." : folder, mask) >= 0 else {
      throw Failure(code: errno)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Why a folder cannot be watched.
  public struct Failure: Error, CustomStringConvertible {
    let code: CInt

    /// The reason in the system's words (`strerror`).
    public var description: String { String(cString: strerror(code)) }
  }

  /// Sleeps until something happens.
  ///
  /// - Parameter milliseconds: How long at most; nil for ever.
  /// - Returns: Whether something happened.
  @discardableResult
  public func wait(milliseconds: Int32? = nil) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds ?? -1) > 0
  }

  /// What happened since this was asked last; does not wait.
  public func events() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return events }
      let bytes = buffer.span.bytes
      var offset = 0
      while offset + FolderWatch.headerSize <= count {
        // The fields of `inotify_event`: wd, mask, cookie, len, and then the name.
        let mask = bytes.unsafeLoadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        let length = bytes.unsafeLoadUnaligned(fromByteOffset: offset + 12, as: UInt32.self)
        let start = offset + FolderWatch.headerSize
        offset = start + Int(length)
        let name = buffer[start..<max(start, min(offset, count))].prefix { $0 != 0 }
        events.append(
          Event(change: Change(rawValue: mask), name: String(decoding: name, as: UTF8.self)))
      }
    }
  }

  private static let headerSize = 16
}
