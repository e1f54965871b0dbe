import CapabilityScore
import Foundation
import Synchronization

/// Writes scenarios and the running edits, in the order asked, without holding up the keyboard: an
/// import by another process may have the cache to itself for seconds.
final class ShelfWriter: Sendable {
  typealias Writing = @Sendable () throws(Failure) -> Void

  private struct Job: Sendable {
    var write: Writing
    /// Told what went wrong; nil for running edits, of which only the newest count.
    var done: (@Sendable (Failure?) -> Void)?

    var isJournal: Bool { done == nil }
  }

  private struct State: Sendable {
    var waiting: [Job] = []
    var isWriting = false
    var isEnding = false
    /// What went wrong, until it is told.
    var problem: Failure?
  }

  private let state = Mutex(State())
  private let written = DispatchSemaphore(value: 0)

  /// Keeps the running edits: at once where the cache is free, else as soon as it is.
  ///
  /// - Returns: What went wrong, with these or with some before that had to wait.
  func keep(_ write: @escaping Writing) -> Failure? {
    add(Job(write: write))
    wait(until: .now() + ShelfWriter.patience)
    return takeProblem()
  }

  /// Changes what is stored, and comes back before it is.
  ///
  /// - Parameter done: Told, from any thread, what went wrong, or nil.
  func change(_ write: @escaping Writing, done: @escaping @Sendable (Failure?) -> Void) {
    add(Job(write: write, done: done))
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

  private func add(_ job: Job) {
    let begins = state.withLock { state in
      if job.isJournal { state.waiting.removeAll(where: \.isJournal) }
      state.waiting.append(job)
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if begins { Thread.detachNewThread { [self] in run() } }
  }

  private func run() {
    while let job = next() {
      let problem = attempt(job)
      job.done?(problem)
      state.withLock { state in
        // At the end nobody looks at the screen any more.
        if job.isJournal || (state.isEnding && problem != nil) { state.problem = problem }
      }
    }
    written.signal()
  }

  /// Tries a busy cache again, running edits until newer ones are to be written.
  private func attempt(_ job: Job) -> Failure? {
    var problem: Failure?
    for _ in 0..<ShelfWriter.attempts {
      do throws(Failure) {
        try job.write()
        return nil
      } catch {
        problem = error
        let isWanted = state.withLock { state in
          !state.isEnding && !(job.isJournal && state.waiting.contains(where: \.isJournal))
        }
        guard isWanted, error.code == Failure.Code.unavailable.rawValue else { break }
      }
    }
    return problem
  }

  /// A signal may be of an earlier writing that nobody waited for to its end.
  private func wait(until time: DispatchTime) {
    while state.withLock({ $0.isWriting }), written.wait(timeout: time) == .success {}
  }

  private func next() -> Job? {
    state.withLock { state in
      state.isWriting = !state.waiting.isEmpty
      return state.isWriting ? state.waiting.removeFirst() : nil
    }
  }

  private func takeProblem() -> Failure? {
    state.withLock { state in
      defer { state.problem = nil }
      return state.problem
    }
  }
}
