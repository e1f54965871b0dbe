import Foundation
import Glibc

/// One run of a program that keeps its running edits in the cache, apart from those of other runs.
public struct JournalSession: Sendable, Equatable {
  /// When it began, in microseconds since 1970: no two sessions begin at once.
  let id: Int64
  let process: Int32

  init(id: Int64, process: Int32) {
    self.id = id
    self.process = process
  }

  /// The session of this process.
  public static let own = JournalSession(
    id: Int64(Date().timeIntervalSince1970 * 1_000_000), process: getpid())

  /// Whether it still runs. A process of the same number may be another one since: then its edits are
  /// offered later than they could be, but never lost.
  var isRunning: Bool {
    if self == .own { return true }
    if process == getpid() { return false }
    return process > 0 && (kill(process, 0) == 0 || errno == EPERM)
  }
}
