internal import CTerminal
import Synchronization

/// Messages from other threads to the one that waits in `Screen.nextEvents()`.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  public init() {}

  /// Leaves a message, from any thread. The first one wakes the screen, which reports `Event.wake`.
  public func post(_ message: Message) {
    let isFirst = messages.withLock { waiting in
      waiting.append(message)
      return waiting.count == 1
    }
    if isFirst { capstan_wake() }
  }

  /// Takes all messages, the oldest first.
  public func drain() -> [Message] {
    messages.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }
}
