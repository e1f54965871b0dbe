/// How a cell looks. A colour of nil is left to whatever lies below.
public struct Style: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  /// The colour of signs and bars (✓ ▲ █), where it is another than that of the text beside them.
  public var sign: Color?
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
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
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
