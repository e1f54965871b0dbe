import Glibc

/// What the environment says about the terminal.
struct TerminalEnvironment {
  let type: String
  /// Whether COLORTERM promises 24-bit colour.
  let promisesDirectColor: Bool
  /// NO_COLOR, if it is not empty.
  let forbidsColor: Bool
  /// Whether a test harness waits for answers.
  let answersTests: Bool

  init() {
    type = Self.value("TERM")
    promisesDirectColor = ["truecolor", "24bit"].contains(Self.value("COLORTERM"))
    forbidsColor = !Self.value("NO_COLOR").isEmpty
    answersTests = !Self.value("CAPSTAN_TEST_SYNC").isEmpty
  }

  /// Whether the terminal understands what xterm does: the private modes for paste and mouse.
  var isXtermLike: Bool { Self.xtermLike.contains { type.hasPrefix($0) } }

  /// The text console of Linux: few glyphs, and dimmed text that can hardly be read.
  var isConsole: Bool { type == "linux" }

  /// GNU screen takes 24-bit colours for something else.
  var understandsDirectColor: Bool { isXtermLike && !type.hasPrefix("screen") }

  private static let xtermLike = [
    "xterm", "screen", "tmux", "alacritty", "foot", "kitty", "wezterm", "ghostty", "rxvt", "st-",
    "konsole", "vte", "iterm", "contour", "gnome",
  ]

  static func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
