import Glibc

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal(let stream): "\(stream) is not a terminal"
    case .unknownType(""): "TERM is not set; try TERM=xterm-256color"
    case .unknownType(let type):
      "unknown terminal type \"\(type)\" in TERM; try TERM=xterm-256color"
    case .tooSimple(let type):
      "terminal type \"\(type)\" in TERM cannot move the cursor; try TERM=xterm-256color"
    case .refused(let call, let code): "\(call): \(String(cString: strerror(code)))"
    }
  }
}
