/// Judges whether a theme can be read: every text on every ground it can meet (WCAG 2, 1.4.3 and
/// 1.4.11), and met apart from unmet for colour-blind eyes; with all colours and with fewer.
///
/// Colours that are the terminal's own are judged on the reference palettes of the theme's variant.
/// There the hue of a sign only adds to its shape and to the words beside it, and is not judged.
public struct ThemeCheck: Sendable {
  /// What is wrong with a theme.
  public enum Finding: Hashable, Sendable {
    case contrast(
      role: Role, ground: Role, depth: ColorDepth, palette: String?, ratio: Double, need: Double)
    /// Two states that look alike to a person with this deficiency.
    case alike(
      Role, Role, Contrast.Deficiency, depth: ColorDepth, palette: String?, difference: Double,
      need: Double)
  }

  /// In CIE L*a*b*: what met and unmet must differ by.
  public static let statusDifference = 10.0

  /// The depths that a terminal with colours can have.
  public static let depths: [ColorDepth] = [.direct, .palette256, .ansi16, .ansi8]

  private let theme: Theme

  public init(_ theme: Theme) { self.theme = theme }

  /// What falls short at this depth.
  public func findings(at depth: ColorDepth) -> [Finding] {
    let shown = theme.reduced(to: depth)
    return contrastFindings(shown, depth) + statusFindings(shown, depth)
  }

  // MARK: Contrast

  private func contrastFindings(_ theme: Theme, _ depth: ColorDepth) -> [Finding] {
    pairs(theme).flatMap { role, ground -> [Finding] in
      let style = theme.style(role: role, on: ground)
        .quantized(to: depth, contrast: role.contrast)
      return looks(of: style, theme.variant).compactMap { look in
        guard let ratio = Contrast.ratio(look.front, look.back), ratio < role.contrast
        else { return nil }
        return .contrast(
          role: role, ground: ground, depth: depth, palette: look.palette, ratio: ratio,
          need: role.contrast)
      }
    }
  }

  /// The texts and the grounds that can meet.
  ///
  /// A ground with a colour of its own for text shows every role in it, so that `text` stands for all.
  private func pairs(_ theme: Theme) -> [(role: Role, ground: Role)] {
    Role.allCases.filter(\.isGround).flatMap { ground in
      theme[ground].foreground == nil
        ? Role.allCases.filter { !$0.isGround }.map { ($0, ground) } : [(.text, ground)]
    }
  }

  private struct Look {
    /// Where the terminal decides.
    var palette: String?
    var front: Color
    var back: Color
  }

  /// The colours that a style may come out in.
  private func looks(of style: Style, _ variant: Theme.Variant) -> [Look] {
    var front = style.foreground ?? .terminalDefault
    var back = style.background ?? .terminalDefault
    let isReversed = style.attributes.contains(.reverse)
    if isReversed { swap(&front, &back) }
    let isFaint = style.attributes.contains(.dim)
    guard front.isTerminals || back.isTerminals else {
      return [Look(front: isFaint ? ReferencePalette.faint(front) : front, back: back)]
    }
    return ReferencePalette.made(for: variant).map { palette in
      let shown = palette.shown(front, isGround: isReversed)
      return Look(
        palette: palette.name, front: isFaint ? ReferencePalette.faint(shown) : shown,
        back: palette.shown(back, isGround: !isReversed))
    }
  }

  // MARK: Colour blindness

  private func statusFindings(_ theme: Theme, _ depth: ColorDepth) -> [Finding] {
    let styles = [Role.statusMet, .statusUnmet].map { role in
      var style = theme.style(role: role, on: .background)
        .quantized(to: depth, contrast: role.contrast)
      style.foreground = style.sign ?? style.foreground
      return style
    }
    guard styles[0].attributes == styles[1].attributes, styles[0].foreground != .terminalDefault
    else { return [] }
    let met = looks(of: styles[0], theme.variant)
    let unmet = looks(of: styles[1], theme.variant)
    return zip(met, unmet).flatMap { met, unmet in
      Contrast.Deficiency.allCases.compactMap { deficiency in
        let difference = Contrast.difference(
          Contrast.simulated(met.front, for: deficiency),
          Contrast.simulated(unmet.front, for: deficiency))
        guard let difference, difference < ThemeCheck.statusDifference else { return nil }
        return .alike(
          .statusMet, .statusUnmet, deficiency, depth: depth,
          palette: met.palette, difference: difference,
          need: ThemeCheck.statusDifference)
      }
    }
  }
}

extension Role {
  /// What the role's text needs against its ground (WCAG 2): 4.5, or 3 where it may be fainter.
  var contrast: Double {
    switch self {
    case .textDim, .border, .crumb, .gaugeEmpty, .gaugeBaseline, .chartAxis, .statusUnknown,
      .deltaNone, .scrollbar:
      3
    default: 4.5
    }
  }
}

extension ReferencePalette {
  /// Those that a theme made for this kind of background can meet.
  fileprivate static func made(for variant: Theme.Variant) -> [ReferencePalette] {
    all.filter { palette in
      switch variant {
      case .any: true
      case .dark: palette.isDark
      case .light: !palette.isDark
      }
    }
  }
}
