/// A style for every role on every ground.
public struct Theme: Sendable, Equatable {
  /// The kind of terminal background a theme is made for.
  public enum Variant: String, Sendable, CaseIterable { case dark, light, any }

  /// The name it is chosen by.
  public var name: String
  /// The ground it is made for.
  public var variant: Variant
  var styles: [Role: Style]

  /// Built in, for every terminal.
  public static let terminal = Theme(resolving: .terminal)

  /// Gives every role a style: the definition's own, its dotted parent's in the same definition,
  /// then the same from each theme it extends, at last from `ThemeDefinition.terminal`.
  ///
  /// - Parameter bases: Themes by name. A name that is missing, or that leads back to a theme
  ///   already asked, ends the chain.
  public init(resolving definition: ThemeDefinition, bases: [String: ThemeDefinition] = [:]) {
    name = definition.name
    variant = definition.variant
    var chain = [definition]
    while let next = chain.last?.extends.flatMap({ bases[$0] }),
      !chain.contains(where: { $0.name == next.name })
    {
      chain.append(next)
    }
    chain.append(.terminal)
    styles = [:]
    for role in Role.allCases {
      styles[role] = chain.lazy.compactMap { $0.style(for: role) }.first
    }
  }

  /// The style of the role by itself.
  public subscript(role: Role) -> Style { styles[role] ?? Style() }

  /// How a cell looks. The ground gives the background, and the foreground if it names one; else
  /// the role does, else plain text. The attributes add up, but a ground that chooses its own
  /// foreground is not dimmed: it was chosen to be read.
  public func style(role: Role, on ground: Role) -> Style {
    let (text, below) = (self[role], self[ground])
    var attributes = text.attributes.union(below.attributes)
    if below.foreground != nil { attributes.remove(.dim) }
    return Style(
      foreground: below.foreground ?? text.foreground ?? self[.text].foreground,
      background: below.background ?? self[.background].background ?? .terminalDefault,
      sign: below.foreground == nil ? text.sign : nil, attributes: attributes)
  }
}
