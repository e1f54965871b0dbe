import Foundation
import Glibc

/// A file that only its owner may read, written whole or not at all.
struct PrivateFile {
  let path: String

  /// - Parameter replaces: Whether it may take the place of a file that is there.
  func write(_ text: String, replaces: Bool) throws(Failure) {
    try checkIsFree(replaces: replaces)
    let draft = path + ".\(getpid()).part"
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refused(.cannotCreate) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let failure = refused(.io)
        close(descriptor)
        unlink(draft)
        throw failure
      }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(draft, path) == 0 else {
      let failure = refused(.io)
      unlink(draft)
      throw failure
    }
  }

  func checkIsFree(replaces: Bool) throws(Failure) {
    guard !replaces, access(path, F_OK) == 0 else { return }
    throw Failure(.cannotCreate, "'\(path)' is there already; --replace writes over it")
  }

  private func refused(_ code: Failure.Code) -> Failure {
    Failure(code, "cannot write '\(path)': \(String(cString: strerror(errno)))")
  }
}
