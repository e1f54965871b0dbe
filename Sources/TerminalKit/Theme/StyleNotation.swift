/// The text form of a style: `[attributes] [colour] [sign colour] [on colour]`.
///
/// `bold red on default`, `#d97757`, `208`, `bold default sign green`, `on bright-black`.
public enum StyleNotation {
  /// What is wrong with a style.
  public enum Fault: Error, Hashable, Sendable {
    case empty
    case unknownWord(String)
    case indexOutOfRange(String)
    case malformedHex(String)
    case secondForeground(String)
    case missingSign
    case missingBackground
    case textAfterBackground(String)
  }

  /// Reads a style.
  ///
  /// - Parameter palette: Gives the theme's own colour names a colour; asked first.
  public static func parse(
    _ text: String, palette: (String) -> Color? = { _ in nil }
  ) throws(Fault) -> Style {
    var words = text.split { $0 == " " || $0 == "\t" }.map(String.init)[...]
    guard !words.isEmpty else { throw .empty }
    var style = Style()
    while let word = words.popFirst() {
      if word == "on" {
        guard let ground = words.popFirst() else { throw .missingBackground }
        style.background = try color(ground, palette: palette)
        if let rest = words.first { throw .textAfterBackground(rest) }
      } else if word == "sign" {
        guard let sign = words.popFirst() else { throw .missingSign }
        style.sign = try color(sign, palette: palette)
      } else if let attribute = attributes[word] {
        style.attributes.insert(attribute)
      } else if style.foreground == nil {
        style.foreground = try color(word, palette: palette)
      } else {
        throw .secondForeground(word)
      }
    }
    return style
  }

  /// Reads one colour: a palette name, `#rrggbb`, 0–255, one of `Color.names`, or `default`.
  public static func color(
    _ word: String, palette: (String) -> Color? = { _ in nil }
  ) throws(Fault) -> Color {
    if let color = palette(word) { return color }
    if word == "default" { return .terminalDefault }
    if let index = Color.names.firstIndex(of: word) { return .indexed(UInt8(index)) }
    if word.first == "#" {
      guard let color = Color(hex: word) else { throw .malformedHex(word) }
      return color
    }
    guard word.allSatisfy(\.isWholeNumber) else { throw .unknownWord(word) }
    guard let index = UInt8(word) else { throw .indexOutOfRange(word) }
    return .indexed(index)
  }

  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}
