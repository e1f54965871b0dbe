/// A colour as a theme names it.
public enum Color: Sendable, Hashable {
  /// What the terminal shows where nothing is asked for.
  case terminalDefault
  /// A palette entry; 0–15 are the user's own sixteen.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  /// Reads the form `#d97757`.
  public init?(hex text: some StringProtocol) {
    guard text.utf8.count == 7, text.first == "#", text.utf8.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self = .rgb(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  /// The sixteen names, `black` … `bright-white`, in the order of their numbers.
  public static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
