import RuleFiles
import TerminalKit

/// Theme files: those compiled in, and the user's own beside the configuration.
struct ThemeFiles {
  /// Ready to use, in the order they are offered.
  private(set) var themes: [Theme] = []
  private(set) var warnings: [String] = []
  private var files: [ThemeFile] = []
  /// Whether no theme was left out.
  private(set) var areAll = true

  /// The theme to begin with: alone where it is built in, so that the first frame waits for no file.
  static func toBegin(with name: String, folder: String) -> ThemeFiles {
    guard name == Theme.terminal.name, Folders.tomlFiles(in: folder).isEmpty else {
      return ThemeFiles(folder: folder)
    }
    var files = ThemeFiles()
    files.themes = [.terminal]
    files.areAll = false
    return files
  }

  private init() {}

  /// - Parameter folder: The user's own themes; one of the same name takes the place of a shipped one.
  init(folder: String) {
    for (name, text) in ThemeFiles.shipped {
      add { () throws(TOMLFileError) in try TOMLNode(sound: text, file: name) }
    }
    for (_, path) in Folders.tomlFiles(in: folder) {
      guard let text = Folders.text(of: path) else { continue }
      add { () throws(TOMLFileError) in try TOMLNode(text: text, file: path) }
    }
    for file in files {
      do {
        if let theme = try ThemeFile.theme(chain(file)) { themes.append(theme) }
      } catch {
        warnings.append(error.description)
      }
    }
    warnings += files.compactMap(complaint)
  }

  private mutating func add(_ node: () throws(TOMLFileError) -> TOMLNode) {
    do {
      let file = try ThemeFile(node(), warnings: &warnings)
      if let index = files.firstIndex(where: { $0.name == file.name }) {
        files[index] = file
      } else {
        files.append(file)
      }
    } catch {
      warnings.append(error.description)
    }
  }

  /// The file and those it builds on, each once.
  private func chain(_ file: ThemeFile) -> [ThemeFile] {
    var chain = [file]
    while let base = chain.last?.base, !chain.contains(where: { $0.name == base }),
      let next = files.first(where: { $0.name == base })
    {
      chain.append(next)
    }
    return chain
  }

  private func complaint(_ file: ThemeFile) -> String? {
    guard let (base, place) = file.extends, !files.contains(where: { $0.name == base })
    else { return nil }
    return place.failure("there is no theme '\(base)' to extend").description
  }

  /// Where a theme comes from.
  func file(of name: String) -> String? { files.first { $0.name == name }?.path }

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
      let file = try ThemeFile(TOMLNode(text: text, file: name), warnings: &warnings)
      warnings += [complaint(file)].compactMap { $0 }
      return (try ThemeFile.theme(chain(file)) ?? .terminal, warnings)
    } catch {
      throw Failure(error)
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
