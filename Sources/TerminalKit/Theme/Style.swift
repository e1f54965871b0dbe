/// How a cell looks. A colour of nil is left to whatever lies below.
public struct Style: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var attributes: Attributes

  public init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
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
  public func quantized(to depth: ColorDepth) -> Style {
    var result = self
    result.foreground = foreground?.quantized(to: depth)
    result.background = background?.quantized(to: depth)
    if let ground = result.background, ground != .terminalDefault, ground == result.foreground,
      foreground != background
    {
      result.foreground = .indexed(Contrast.isDark(ground) ? 7 : 0)
    }
    return result
  }
}
