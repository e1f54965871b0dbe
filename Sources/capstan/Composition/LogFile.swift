import Foundation
import Glibc
import Logging

/// What the dashboard could not say for long: a file, because the screen is taken.
///
/// Words that the role may see, as they stood on the screen; never data. Lines are whole, and the file
/// is only its owner's; the one before is kept beside it.
struct LogFile: LogHandler {
  let path: String
  /// -1 where there is no file.
  let descriptor: Int32
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  /// A file larger than this is put aside when the next session begins.
  private static let sizeLimit = 1 << 20

  /// Opens the file, or does without.
  init(folder: String) {
    path = folder + "/capstan.log"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    if stat(path, &status) == 0, status.st_size > LogFile.sizeLimit {
      rename(path, path + ".1")
    }
    descriptor = open(path, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  /// What a crash leaves on the terminal.
  var farewell: String {
    "\ncapstan: this is a bug; the cache is as it was"
      + (descriptor < 0 ? "\n" : ", and what happened is in \(path)\n")
  }

  var logger: Logger { Logger(label: "capstan") { _ in self } }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    guard descriptor >= 0 else { return }
    let line = "\(Moment.words(Date())) \(event.level) \(Output.clean(event.message.description))\n"
    let bytes = Array(line.utf8)
    // One write, so that lines of several dashboards do not mix; a full disk loses the line.
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
