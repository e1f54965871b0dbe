/// Judges whether a theme can be read: every text on every ground it can meet (WCAG 2, 1.4.3 and
/// 1.4.11), and met apart from unmet for colour-blind eyes.
///
/// Colours that are the terminal's own are judged on the reference palettes of the theme's variant.
public struct ThemeCheck: Sendable {
  public enum Finding: Hashable, Sendable {
    case contrast(
      role: Role, ground: Role, depth: ColorDepth, palette: String?, ratio: Double, need: Double)
    /// Two states that look alike to a person with this deficiency.
    case alike(Role, Role, Contrast.Deficiency, difference: Double, need: Double)
  }

  /// Of text, and of what may be fainter.
  public static let textContrast = 4.5
  public static let dimContrast = 3.0
  /// In CIE L*a*b*: what met and unmet must differ by.
  public static let statusDifference = 10.0

  /// Roles that may be fainter than text.
  public static let dimRoles: Set<Role> = [
    .textDim, .border, .crumb, .gaugeEmpty, .gaugeBaseline, .chartAxis, .statusUnknown,
    .statusStale, .deltaNone, .inputHint, .scrollbar,
  ]

  /// The texts and the grounds that can meet.
  ///
  /// A ground with a colour of its own for text shows every role in it, so that `text` stands for all.
  private var pairs: [(role: Role, ground: Role)] {
    Role.allCases.filter(\.isGround).flatMap { ground in
      theme[ground].foreground == nil
        ? Role.allCases.filter { !$0.isGround }.map { ($0, ground) } : [(.text, ground)]
    }
  }

  private let theme: Theme

  public init(_ theme: Theme) { self.theme = theme }

  /// What falls short, at these depths.
  public func findings(
    depths: [ColorDepth] = [.direct, .palette256, .ansi16]
  ) -> [Finding] {
    contrastFindings(depths: depths) + statusFindings
  }

  // MARK: Contrast

  /// What can hardly be read at these depths.
  public func contrastFindings(depths: [ColorDepth]) -> [Finding] {
    depths.flatMap(contrastFindings)
  }

  private func contrastFindings(_ depth: ColorDepth) -> [Finding] {
    pairs.flatMap { role, ground -> [Finding] in
      let style = theme.style(role: role, on: ground).quantized(to: depth)
      let need = need(role)
      return looks(of: style).compactMap { palette, front, back in
        guard let ratio = Contrast.ratio(front, back), ratio < need else { return nil }
        return .contrast(
          role: role, ground: ground, depth: depth, palette: palette, ratio: ratio, need: need)
      }
    }
  }

  private func need(_ role: Role) -> Double {
    ThemeCheck.dimRoles.contains(role) ? ThemeCheck.dimContrast : ThemeCheck.textContrast
  }

  /// The colours a style may come out in; with the palette's name where the terminal decides.
  private func looks(of style: Style) -> [(palette: String?, front: Color, back: Color)] {
    var (front, back) = (
      style.foreground ?? .terminalDefault, style.background ?? .terminalDefault
    )
    if style.attributes.contains(.reverse) { swap(&front, &back) }
    let isReversed = style.attributes.contains(.reverse)
    guard front.isTerminals || back.isTerminals else { return [(nil, front, back)] }
    return palettes.map { palette in
      (
        palette.name, palette.shown(front, isGround: isReversed),
        palette.shown(back, isGround: !isReversed)
      )
    }
  }

  private var palettes: [ReferencePalette] {
    ReferencePalette.all.filter { palette in
      switch theme.variant {
      case .any: true
      case .dark: palette.isDark
      case .light: !palette.isDark
      }
    }
  }

  // MARK: Colour blindness

  private var statusFindings: [Finding] {
    Contrast.Deficiency.allCases.compactMap { deficiency in
      let (met, unmet) = (theme[.statusMet], theme[.statusUnmet])
      guard met.attributes == unmet.attributes, let front = met.foreground,
        let other = unmet.foreground,
        let difference = Contrast.difference(
          Contrast.simulated(front, for: deficiency), Contrast.simulated(other, for: deficiency))
      else { return nil }
      guard difference < ThemeCheck.statusDifference else { return nil }
      return .alike(
        .statusMet, .statusUnmet, deficiency, difference: difference,
        need: ThemeCheck.statusDifference)
    }
  }
}

extension Color {
  /// Whether the terminal decides what it looks like.
  fileprivate var isTerminals: Bool {
    switch self {
    case .terminalDefault: true
    case .indexed(let index): index < 16
    case .rgb: false
    }
  }
}
