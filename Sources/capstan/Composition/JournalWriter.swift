import CapabilityScore
import Foundation
import Synchronization

/// Keeps the running edits without holding up the keyboard: an import by another process may have the
/// cache to itself for seconds.
final class JournalWriter: Sendable {
  private struct State: Sendable {
    /// What is still to be written; of several only the newest counts.
    var waiting: (@Sendable () -> String?)?
    var isWriting = false
    /// What went wrong, until it is told.
    var problem: String?
  }

  private let state = Mutex(State())
  private let written = DispatchSemaphore(value: 0)

  /// Writes at once where the cache is free; else as soon as it is.
  ///
  /// - Parameter write: Says what went wrong.
  /// - Returns: What went wrong, with this one or with one before that had to wait.
  func keep(_ write: @escaping @Sendable () -> String?) -> String? {
    let begins = state.withLock { state in
      state.waiting = write
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if begins { Thread.detachNewThread { [self] in run() } }
    wait(until: .now() + JournalWriter.patience)
    return takeProblem()
  }

  /// Waits until all is written; at the end of a session.
  func finish() { wait(until: .distantFuture) }

  /// A frame or two: a free cache takes less than a millisecond.
  private static let patience = DispatchTimeInterval.milliseconds(30)

  private func run() {
    while let write = next() {
      let problem = write()
      state.withLock { $0.problem = problem ?? $0.problem }
    }
    written.signal()
  }

  /// A signal may be of an earlier writing that nobody waited for to its end.
  private func wait(until time: DispatchTime) {
    while state.withLock({ $0.isWriting }), written.wait(timeout: time) == .success {}
  }

  private func next() -> (@Sendable () -> String?)? {
    state.withLock { state in
      defer { state.waiting = nil }
      state.isWriting = state.waiting != nil
      return state.waiting
    }
  }

  private func takeProblem() -> String? {
    state.withLock { state in
      defer { state.problem = nil }
      return state.problem
    }
  }
}
