/// A theme as its file gives it: some roles, the rest left to the themes it builds on.
public struct ThemeDefinition: Sendable, Equatable {
  /// The name it is chosen by.
  public var name: String
  /// The ground it is made for.
  public var variant: Theme.Variant
  /// The name of the theme that gives the missing roles.
  public var extends: String?
  /// What the file says of each role; those it leaves out are its base's.
  public var styles: [Role: Style]

  public init(
    name: String, variant: Theme.Variant, extends: String? = nil, styles: [Role: Style]
  ) {
    self.name = name
    self.variant = variant
    self.extends = extends
    self.styles = styles
  }

  /// The style for `role`, or that of the nearest role that its dotted name begins with.
  func style(for role: Role) -> Style? {
    styles[role] ?? role.dottedParent.flatMap(style(for:))
  }
}
