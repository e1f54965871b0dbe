import Foundation

/// Where files lie, by the XDG base directory specification.
struct Folders {
  let environment: [String: String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  var configuration: String { base("XDG_CONFIG_HOME", ".config") + "/capstan" }
  var data: String { base("XDG_DATA_HOME", ".local/share") + "/capstan" }
  var state: String { base("XDG_STATE_HOME", ".local/state") + "/capstan" }

  var configurationFile: String { configuration + "/capstan.toml" }
  var rulebooks: String { configuration + "/rulebooks" }
  var themes: String { configuration + "/themes" }
  var cache: String { data + "/insights.sqlite" }
  var demoCache: String { data + "/demo.sqlite" }

  /// A relative path in the variable does not count (the specification says so).
  private func base(_ variable: String, _ fallback: String) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return home + "/" + fallback
  }

  /// The TOML files of a folder by name; none where there is no folder.
  static func tomlFiles(in folder: String) -> [(name: String, path: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".toml") }.sorted().map { ($0, folder + "/" + $0) }
  }

  /// A path that may begin with `~` for the home folder.
  func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  private var home: String { environment["HOME"] ?? NSHomeDirectory() }

  static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
