import Glibc
import TerminalKit

/// Standard output and standard error, for people and for programs.
///
/// Text from data never reaches a terminal raw: control characters are shown, not sent.
struct Output {
  /// Whether standard output takes colour: a terminal, and nothing speaks against it.
  static let isColored: Bool = {
    let forbids = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    return isatty(1) == 1 && !forbids && !isDumb
  }()

  static func line(_ text: String = "", _ style: Style = .plain) {
    write(style.begin + clean(text) + style.end + "\n", to: 1)
  }

  static func raw(_ text: String) { write(text + "\n", to: 1) }

  /// A part of something long, as it is.
  static func piece(_ text: String) { write(text, to: 1) }

  static func complain(_ text: String) { write("capstan: \(clean(text))\n", to: 2) }

  enum Style {
    case plain, strong, good, bad

    var begin: String {
      guard Output.isColored else { return "" }
      switch self {
      case .plain: return ""
      case .strong: return "\u{1B}[1m"
      case .good: return "\u{1B}[32m"
      case .bad: return "\u{1B}[31m"
      }
    }

    var end: String { Output.isColored && self != .plain ? "\u{1B}[0m" : "" }
  }

  /// Control characters as visible signs; line breaks and tabs as blanks.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isControl(scalar) {
        clean.append(scalar)
      } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        clean.append(" ")
      } else {
        clean.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      }
    }
    return String(clean)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        // A reader that has gone (`capstan … | head`) is no error of ours.
        Glibc.exit(errno == EPIPE ? 0 : 74)
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
