import RuleFiles
import TerminalKit

/// One theme file as it was written: its styles name colours, which a theme that extends it may
/// choose anew.
struct ThemeFile {
  let name: String
  /// The ground it is made for; nil for that of the theme it extends.
  private let variant: Theme.Variant?
  /// The theme that it names to give the missing roles and colours, with its place.
  let extends: (name: String, node: TOMLNode)?
  /// The theme that is asked for what is missing: the one it extends, else the base of its variant,
  /// which bears the variant's name.
  var base: String? {
    if let extends { return extends.name }
    guard let variant, variant != .any, variant.rawValue != name else { return nil }
    return variant.rawValue
  }
  let path: String
  private let palette: [String: Color]
  private let roles: [(role: TerminalKit.Role, style: TOMLNode)]

  /// - Parameter warnings: Takes in roles and keys that nobody knows.
  init(_ node: TOMLNode, warnings: inout [String]) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    path = node.file
    name = try table.required(try table.string("name"), "name")
    variant = try ThemeFile.variant(&table)
    let place = table.peek("extends") ?? node
    extends = try table.string("extends").map { ($0, place) }
    palette = try table.take("palette").map(ThemeFile.palette) ?? [:]
    roles =
      try table.take("roles").map { node throws(TOMLFileError) in
        try ThemeFile.roles(node, &warnings)
      } ?? []
    do { try table.finish() } catch { warnings.append(error.description) }
  }

  /// The theme in which each file of `chain` after the first gives what those before it lack.
  static func theme(_ chain: [ThemeFile]) throws(TOMLFileError) -> Theme? {
    var palette: [String: Color] = [:]
    for file in chain { palette.merge(file.palette) { own, _ in own } }
    var definitions: [ThemeDefinition] = []
    let variant = chain.lazy.compactMap(\.variant).first ?? .any
    for file in chain { definitions.append(try file.definition(palette, variant)) }
    guard let own = definitions.first else { return nil }
    let bases = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return Theme(resolving: own, bases: bases)
  }

  private func definition(
    _ palette: [String: Color], _ variant: Theme.Variant
  ) throws(TOMLFileError) -> ThemeDefinition {
    var styles: [TerminalKit.Role: Style] = [:]
    for (role, node) in roles { styles[role] = try ThemeFile.style(node, palette) }
    return ThemeDefinition(
      name: name, variant: variant, extends: base, styles: styles)
  }

  private static func variant(
    _ table: inout TOMLTableReader
  ) throws(TOMLFileError) -> Theme.Variant? {
    guard let node = table.take("variant") else { return nil }
    guard case .string(let text) = node.value, let known = Theme.Variant(rawValue: text) else {
      throw node.failure("must be dark, light or any")
    }
    return known
  }

  private static func palette(_ node: TOMLNode) throws(TOMLFileError) -> [String: Color] {
    var table = try TOMLTableReader(node)
    var palette: [String: Color] = [:]
    for name in table.remainingKeys {
      guard let value = table.take(name) else { continue }
      palette[name] = try style(value, [:]).foreground
    }
    return palette
  }

  private static func roles(
    _ node: TOMLNode, _ warnings: inout [String]
  ) throws(TOMLFileError) -> [(TerminalKit.Role, TOMLNode)] {
    var table = try TOMLTableReader(node)
    var roles: [(TerminalKit.Role, TOMLNode)] = []
    for key in table.remainingKeys {
      guard let value = table.take(key) else { continue }
      guard let role = TerminalKit.Role(rawValue: key) else {
        warnings.append(value.failure("there is no role '\(key)'").description)
        continue
      }
      roles.append((role, value))
    }
    return roles
  }

  private static func style(
    _ node: TOMLNode, _ palette: [String: Color]
  ) throws(TOMLFileError) -> Style {
    guard case .string(let text) = node.value else { throw node.failure("must be a text") }
    do {
      return try StyleNotation.parse(text) { palette[$0] }
    } catch {
      throw node.failure("\(error)")
    }
  }
}
