/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// The stream is a file or a pipe.
  case notATerminal(stream: String)
  case unknownType(String)
  /// The terminal cannot place its cursor.
  case tooSimple(String)
  /// The system refused something it should not refuse; `call` says what.
  case refused(call: String, code: Int32)
}
