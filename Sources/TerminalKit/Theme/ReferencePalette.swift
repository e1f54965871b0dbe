/// What the sixteen user colours and the default colours are on some terminal, to judge by.
///
/// Nobody knows a user's own: a theme that leaves them to the terminal is judged on several.
public struct ReferencePalette: Sendable {
  /// What a finding calls it.
  public var name: String
  /// The terminal's own colour of text.
  public var foreground: Color
  /// The terminal's own ground.
  public var background: Color
  /// The sixteen colours, in the order of their numbers.
  public var colors: [Color]

  /// Whether the ground is a dark one.
  public var isDark: Bool { Contrast.isDark(background) }

  /// What becomes of a text that is dimmed: xterm takes two thirds of each component, others about
  /// as much. (The Linux console would take more than can be read; there nothing is dimmed.)
  static func faint(_ color: Color) -> Color {
    guard let parts = color.components else { return color }
    return .rgb(UInt8(parts.red * 2 / 3), UInt8(parts.green * 2 / 3), UInt8(parts.blue * 2 / 3))
  }

  /// The colour as this terminal shows it.
  public func shown(_ color: Color, isGround: Bool) -> Color {
    switch color {
    case .terminalDefault: isGround ? background : foreground
    case .indexed(let index) where index < 16: colors[Int(index)]
    case .indexed, .rgb: color
    }
  }

  /// xterm's own colours.
  public static let xterm = ReferencePalette(
    name: "xterm dark", foreground: .rgb(229, 229, 229), background: .rgb(0, 0, 0),
    colors: xtermColors)

  /// The same on white, which is how xterm starts.
  public static let light = ReferencePalette(
    name: "xterm light", foreground: .rgb(0, 0, 0), background: .rgb(255, 255, 255),
    colors: xtermColors)

  /// The colours of the VGA text mode and of the Linux console.
  public static let vga = ReferencePalette(
    name: "VGA dark", foreground: .rgb(170, 170, 170), background: .rgb(0, 0, 0),
    colors: [
      .rgb(0, 0, 0), .rgb(170, 0, 0), .rgb(0, 170, 0), .rgb(170, 85, 0), .rgb(0, 0, 170),
      .rgb(170, 0, 170), .rgb(0, 170, 170), .rgb(170, 170, 170), .rgb(85, 85, 85),
      .rgb(255, 85, 85), .rgb(85, 255, 85), .rgb(255, 255, 85), .rgb(85, 85, 255),
      .rgb(255, 85, 255), .rgb(85, 255, 255), .rgb(255, 255, 255),
    ])

  /// Those that a theme of numbered colours is checked against.
  public static let all = [xterm, vga, light]

  private static let xtermColors: [Color] = [
    .rgb(0, 0, 0), .rgb(205, 0, 0), .rgb(0, 205, 0), .rgb(205, 205, 0), .rgb(0, 0, 238),
    .rgb(205, 0, 205), .rgb(0, 205, 205), .rgb(229, 229, 229), .rgb(127, 127, 127),
    .rgb(255, 0, 0), .rgb(0, 255, 0), .rgb(255, 255, 0), .rgb(92, 92, 255), .rgb(255, 0, 255),
    .rgb(0, 255, 255), .rgb(255, 255, 255),
  ]
}
