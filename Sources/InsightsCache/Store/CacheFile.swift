import Foundation
import Glibc

/// The cache's file: only its owner may read it, for it names customers and people.
package enum CacheFile {
  /// Makes the folder (0700) and the empty file (0600) where they are not there yet.
  static func prepare(_ path: String) throws(InsightsStoreError) {
    if access(path, F_OK) == 0 {
      try check(path)
      guard access(path, W_OK) == 0 else { throw .readOnly(path: path) }
      return
    }
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, access(folder, F_OK) != 0 { try makeFolder(folder, for: path) }
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotCreate(path) }
    close(descriptor)
  }

  /// Whether the file is there and can be read.
  static func check(_ path: String) throws(InsightsStoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT
        ? .missing(path: path)
        : .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "not a regular file")
    }
    guard access(path, R_OK) == 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// The file system's number of the file: another one means that the file was replaced; nil: none.
  package static func number(_ path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  private static func makeFolder(
    _ folder: String, for path: String
  ) throws(InsightsStoreError) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw cannotCreate(path)
    }
  }

  private static func cannotCreate(_ path: String) -> InsightsStoreError {
    if errno == ENOSPC { return .diskFull(path: path) }
    return .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }
}
