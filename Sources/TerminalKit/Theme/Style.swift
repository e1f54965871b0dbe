/// How a cell looks. A colour of nil is left to whatever lies below.
public struct Style: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Color?
  /// The colour of the ground.
  public var background: Color?
  /// The colour of signs and bars (✓ ▲ █), where it is another than that of the text beside them.
  public var sign: Color?
  /// How the text stands out besides.
  public var attributes: Attributes

  public init(
    foreground: Color? = nil, background: Color? = nil, sign: Color? = nil,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.sign = sign
    self.attributes = attributes
  }

  /// Ways to mark text that need no colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits, one for each attribute.
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold, or brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted, where the terminal can.
    public static let italic = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
    /// Text and ground change places.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// The style in what a terminal of this depth has. Two colours that differ stay two.
  ///
  /// - Parameter contrast: What the text keeps against its ground, where it had as much.
  public func quantized(to depth: ColorDepth, contrast: Double = 1) -> Style {
    var result = self
    result.foreground = foreground?.quantized(to: depth)
    result.background = background?.quantized(to: depth)
    result.sign = sign?.quantized(to: depth)
    guard let foreground, let background, let ground = result.background else { return result }
    if depth == .palette256, let had = Contrast.ratio(foreground, background) {
      result.foreground = foreground.paletteEntry(on: ground, contrast: min(had, contrast))
    } else if ground != .terminalDefault, ground == result.foreground, foreground != background {
      result.foreground = .indexed(Contrast.isDark(ground) ? 7 : 0)
    }
    return result
  }
}
