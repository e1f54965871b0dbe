import Foundation
import Synchronization

/// A value that a thread of its own works out meanwhile.
///
/// No pool of threads: those wake up every second to look after themselves, and idle means idle.
package final class Pending<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result = Mutex<Value?>(nil)

  /// Begins the work at once.
  package init(_ work: @escaping @Sendable () -> Value) {
    group.enter()
    Thread.detachNewThread { [self] in
      let value = work()
      result.withLock { $0 = value }
      group.leave()
    }
  }

  /// The value, once; waits for it. Nil from the second time on.
  package func take() -> Value? { take(until: .distantFuture) }

  /// The value, once; nil where it is not there in time, and from the second time on.
  package func take(withinMilliseconds limit: Int) -> Value? {
    take(until: .now() + .milliseconds(limit))
  }

  private func take(until time: DispatchTime) -> Value? {
    guard group.wait(timeout: time) == .success else { return nil }
    return result.withLock { result in
      defer { result = nil }
      return result
    }
  }
}
