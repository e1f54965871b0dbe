import TerminalKit

extension ColorDepth {
  var words: String {
    switch self {
    case .mono: "no colours"
    case .ansi8: "8 colours"
    case .ansi16: "16 colours"
    case .palette256: "256 colours"
    case .direct: "truecolor"
    }
  }
}
