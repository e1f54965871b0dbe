import Foundation
import Synchronization

/// Values that a thread of its own makes one after the other, for another to take meanwhile.
final class Conveyor<Value: Sendable>: Sendable {
  private let ready = DispatchSemaphore(value: 0)
  /// Made and not yet taken, behind those that were; nil where one was, and for the end.
  private let values = Mutex<(made: [Value?], taken: Int)>(([], 0))

  /// Begins the work at once.
  ///
  /// - Parameter work: Puts down one value after the other.
  init(_ work: @escaping @Sendable (_ put: (Value) -> Void) -> Void) {
    Thread.detachNewThread { [self] in
      work { put($0) }
      put(nil)
    }
  }

  private func put(_ value: Value?) {
    values.withLock { $0.made.append(value) }
    ready.signal()
  }

  /// The next value; waits for it. Nil when there are no more.
  func take() -> Value? {
    ready.wait()
    let value = values.withLock { values -> Value? in
      let value = values.made[values.taken]
      values.made[values.taken] = nil
      if value != nil { values.taken += 1 }
      return value
    }
    // The end stays for whoever asks again.
    if value == nil { ready.signal() }
    return value
  }
}
