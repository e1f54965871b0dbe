import RuleFiles
import TerminalKit

/// Theme files: those compiled in, and the user's own beside the configuration.
struct ThemeFiles {
  /// Ready to use, in the order they are offered.
  var themes: [Theme] = []
  var warnings: [String] = []
  private var definitions: [ThemeDefinition] = []
  private var files: [String: String] = [:]

  /// - Parameter folder: The user's own themes; one of the same name takes the place of a shipped one.
  init(folder: String) {
    let own = Folders.tomlFiles(in: folder).compactMap { name, path in
      Folders.text(of: path).map { (name: path, text: $0) }
    }
    for file in ThemeFiles.shipped {
      add(file.name) { () throws(TOMLFileError) in try TOMLNode(sound: file.text, file: file.name) }
    }
    for file in own {
      add(file.name) { () throws(TOMLFileError) in try TOMLNode(text: file.text, file: file.name) }
    }
    let bases = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    themes = definitions.map { Theme(resolving: $0, bases: bases) }
  }

  private mutating func add(_ file: String, _ node: () throws(TOMLFileError) -> TOMLNode) {
    do {
      let definition = try ThemeFiles.definition(node(), &warnings)
      files[definition.name] = file
      if let index = definitions.firstIndex(where: { $0.name == definition.name }) {
        definitions[index] = definition
      } else {
        definitions.append(definition)
      }
    } catch {
      warnings.append(error.description)
    }
  }

  /// Where a theme comes from.
  func file(of name: String) -> String? { files[name] }

  /// A theme by its name, or by its file, which need not lie in the folder.
  func theme(named name: String) throws(Failure) -> (theme: Theme, warnings: [String]) {
    if let theme = themes.first(where: { $0.name == name }) { return (theme, []) }
    guard let text = Folders.text(of: name) else {
      if name.contains("/") || name.hasSuffix(".toml") {
        throw Failure(.noInput, "cannot read '\(name)'")
      }
      throw .unknown("theme", name, among: themes.map(\.name))
    }
    var warnings: [String] = []
    do {
      let definition = try ThemeFiles.definition(
        TOMLNode(text: text, file: name), &warnings)
      let bases = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      return (Theme(resolving: definition, bases: bases), warnings)
    } catch {
      throw Failure(error)
    }
  }

  /// Reads one theme file: unknown roles warn, values that are no style throw.
  static func definition(
    _ node: TOMLNode, _ warnings: inout [String]
  ) throws(TOMLFileError) -> ThemeDefinition {
    var table = try TOMLTableReader(node)
    let name = try table.required(try table.string("name"), "name")
    var variant = Theme.Variant.any
    if let text = try table.string("variant") {
      guard let known = Theme.Variant(rawValue: text) else {
        throw table.node.failure("variant must be dark, light or any")
      }
      variant = known
    }
    let base = try table.string("extends")
    var palette: [String: Color] = [:]
    if let node = table.take("palette") { palette = try ThemeFiles.palette(node) }
    var styles: [TerminalKit.Role: Style] = [:]
    if let node = table.take("roles") {
      var roles = try TOMLTableReader(node)
      for key in roles.remainingKeys {
        guard let value = roles.take(key) else { continue }
        guard let role = TerminalKit.Role(rawValue: key) else {
          warnings.append(value.failure("there is no role '\(key)'").description)
          continue
        }
        guard case .string(let text) = value.value else { throw value.failure("must be a text") }
        styles[role] = try ThemeFiles.style(text, value, palette)
      }
    }
    do { try table.finish() } catch { warnings.append(error.description) }
    return ThemeDefinition(name: name, variant: variant, extends: base, styles: styles)
  }

  private static func palette(_ node: TOMLNode) throws(TOMLFileError) -> [String: Color] {
    var table = try TOMLTableReader(node)
    var palette: [String: Color] = [:]
    for name in table.remainingKeys {
      guard let text = try table.string(name) else { continue }
      palette[name] = try style(text, node, [:]).foreground
    }
    return palette
  }

  private static func style(
    _ text: String, _ node: TOMLNode, _ palette: [String: Color]
  ) throws(TOMLFileError) -> Style {
    do {
      return try StyleNotation.parse(text) { palette[$0] }
    } catch {
      throw node.failure("\(error)")
    }
  }

  /// The themes that come with the program.
  static let shipped: [(name: String, text: String)] = [
    ("terminal.toml", PackageResources.terminal_toml),
    ("dark.toml", PackageResources.dark_toml),
    ("light.toml", PackageResources.light_toml),
    ("high-contrast.toml", PackageResources.high_contrast_toml),
    ("deuteranopia.toml", PackageResources.deuteranopia_toml),
    ("tritanopia.toml", PackageResources.tritanopia_toml),
    ("solarized-dark.toml", PackageResources.solarized_dark_toml),
    ("solarized-light.toml", PackageResources.solarized_light_toml),
    ("nord.toml", PackageResources.nord_toml),
    ("gruvbox.toml", PackageResources.gruvbox_toml),
    ("monochrome.toml", PackageResources.monochrome_toml),
  ].map { ($0, String(decoding: $1, as: UTF8.self)) }
}
