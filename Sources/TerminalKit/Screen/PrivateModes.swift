/// The modes that terminals like xterm have and the terminal library does not set.
struct PrivateModes {
  let isSupported: Bool
  /// The Linux console has the mouse (through gpm), but not the rest.
  let supportsMouse: Bool

  init(_ environment: TerminalEnvironment) {
    isSupported = environment.isXtermLike
    supportsMouse = environment.isXtermLike || environment.type.hasPrefix("linux")
  }

  /// Bracketed paste, and the mouse if wanted: buttons, drags, and coordinates without a limit.
  func begin(mouse: Bool) -> String {
    (isSupported ? "\u{1B}[?2004h" : "") + (mouse ? beginMouse : "")
  }

  /// Everything off, whatever was on.
  var end: String {
    (isSupported ? "\u{1B}[?2026l\u{1B}[?2004l" : "") + endMouse
  }

  var beginMouse: String {
    supportsMouse ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : ""
  }
  var endMouse: String {
    supportsMouse ? "\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1006l" : ""
  }

  /// Marks a frame, so that the terminal shows it at once and not line by line.
  static let beginFrame = "\u{1B}[?2026h"
  static let endFrame = "\u{1B}[?2026l"
}
