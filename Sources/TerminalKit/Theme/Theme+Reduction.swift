extension Theme {
  /// The theme in what a terminal of this depth has.
  ///
  /// With sixteen colours or fewer nobody knows what they look like: they are the user's own. So a
  /// theme with colours of its own keeps the terminal's ground and text there, which can always be
  /// read, and adds its hues to signs and bars alone. A theme that names only the sixteen stays.
  public func reduced(to depth: ColorDepth) -> Theme {
    switch depth {
    case .direct, .palette256: return self
    case .mono: return .terminal
    case .ansi16, .ansi8: break
    }
    guard styles.values.contains(where: \.hasOwnColors) else { return self }
    var reduced = Theme.terminal
    reduced.name = name
    for (role, style) in styles where !role.isGround {
      reduced.styles[role]?.sign = (style.sign ?? style.foreground)?.hue
    }
    return reduced
  }
}

extension Style {
  /// Whether a colour is none of the terminal's own.
  fileprivate var hasOwnColors: Bool {
    [foreground, background, sign].contains { $0.map { !$0.isTerminals } ?? false }
  }
}

extension Color {
  /// The one of the terminal's six hues that comes nearest; nil for a grey, which may be its ground.
  ///
  /// By the angle of the hue: the nearest colour would make one yellow of a pale red and a pale green.
  var hue: Color? {
    if isTerminals { return self }
    guard let (red, green, blue) = components else { return nil }
    let (low, high) = (min(red, green, blue), max(red, green, blue))
    let range = Double(high - low)
    guard range > 0.15 * Double(high) else { return nil }
    let sixth =
      switch high {
      case red: Double(green - blue) / range
      case green: 2 + Double(blue - red) / range
      default: 4 + Double(red - green) / range
      }
    let angle = (60 * sixth + 360).truncatingRemainder(dividingBy: 360)
    return .indexed(Color.hues.first { angle < $0.end }?.index ?? 1)
  }

  /// Where on the colour wheel each hue ends, in degrees, and its number in the terminal.
  private static let hues: [(end: Double, index: UInt8)] = [
    (20, 1), (58, 3), (160, 2), (200, 6), (260, 4), (330, 5), (360, 1),
  ]
}
