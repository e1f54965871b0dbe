import Dispatch
import Glibc
import Synchronization

/// Ends the program on Ctrl-C, at once and with the code that shells expect.
///
/// SQLite forgets a transaction that was not committed: what an import has not finished is in no
/// cache, however it ends.
final class Interruption: Sendable {
  private let words: Mutex<String>
  // No source is Sendable; this one is set up before anybody shares it, and only kept alive after.
  nonisolated(unsafe) private let source: any DispatchSourceSignal

  /// - Parameters:
  ///   - words: What the user is told.
  ///   - clean: Tidies up what is on the terminal.
  init(_ words: String, clean: @escaping @Sendable () -> Void) {
    self.words = Mutex(words)
    // The default action would end the program before the source hears of the signal.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: .global(qos: .userInteractive))
    source.setEventHandler { [weak self] in
      clean()
      Output.complain(self?.words.withLock { $0 } ?? "stopped")
      _exit(128 + SIGINT)
    }
    source.activate()
  }

  /// Says something else from now on.
  func say(_ text: String) { words.withLock { $0 = text } }
}
