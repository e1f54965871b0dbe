import CapabilityScore
import Foundation
import Synchronization

/// Keeps the running edits without holding up the keyboard: an import by another process may have the
/// cache to itself for seconds.
final class JournalWriter: Sendable {
  private struct State: Sendable {
    /// What is still to be written; of several only the newest counts.
    var waiting: Writing?
    var isWriting = false
    var isEnding = false
    /// What went wrong, until it is told.
    var problem: Failure?
  }

  typealias Writing = @Sendable () throws(Failure) -> Void

  private let state = Mutex(State())
  private let written = DispatchSemaphore(value: 0)

  /// Writes at once where the cache is free; else as soon as it is.
  ///
  /// - Returns: What went wrong, with this one or with one before that had to wait.
  func keep(_ write: @escaping Writing) -> Failure? {
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
  ///
  /// - Returns: What went wrong with the last of it.
  func finish() -> Failure? {
    state.withLock { $0.isEnding = true }
    wait(until: .distantFuture)
    return takeProblem()
  }

  /// A frame or two: a free cache takes less than a millisecond.
  private static let patience = DispatchTimeInterval.milliseconds(30)

  /// A busy cache is waited for some seconds each time: together longer than an import takes.
  private static let attempts = 12

  private func run() {
    while let write = next() {
      let problem = attempt(write)
      state.withLock { $0.problem = problem }
    }
    written.signal()
  }

  /// Tries a busy cache again until something newer is to be written.
  private func attempt(_ write: Writing) -> Failure? {
    var problem: Failure?
    for _ in 0..<JournalWriter.attempts {
      do throws(Failure) {
        try write()
        return nil
      } catch {
        problem = error
        let isWanted = state.withLock { $0.waiting == nil && !$0.isEnding }
        guard isWanted, error.code == Failure.Code.unavailable.rawValue else { break }
      }
    }
    return problem
  }

  /// A signal may be of an earlier writing that nobody waited for to its end.
  private func wait(until time: DispatchTime) {
    while state.withLock({ $0.isWriting }), written.wait(timeout: time) == .success {}
  }

  private func next() -> Writing? {
    state.withLock { state in
      defer { state.waiting = nil }
      state.isWriting = state.waiting != nil
      return state.waiting
    }
  }

  private func takeProblem() -> Failure? {
    state.withLock { state in
      defer { state.problem = nil }
      return state.problem
    }
  }
}
