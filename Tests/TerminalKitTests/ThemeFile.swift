import Glibc
import TerminalKit
import Testing

/// The shipped theme files, read with as little as a test needs of TOML: `key = "value"` lines.
struct ThemeFile: CustomTestStringConvertible, Sendable {
  let name: String
  let variant: String
  let palette: [String: Color]
  let roles: [String: String]

  var testDescription: String { name }

  static let names = [
    "terminal", "dark", "light", "high-contrast", "deuteranopia", "tritanopia", "solarized-dark",
    "solarized-light", "nord", "gruvbox", "monochrome",
  ]

  init(named file: String) throws {
    var section = ""
    var values: [String: [String: String]] = [:]
    for line in try Self.lines(of: file) {
      if line.first == "#" || line.isEmpty { continue }
      if line.first == "[" {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: " = ", maxSplits: 1).map { $0.filter { $0 != "\"" } }
      values[section, default: [:]][parts[0]] = parts[1]
    }
    name = values["", default: [:]]["name"] ?? ""
    variant = values["", default: [:]]["variant"] ?? ""
    roles = values["roles"] ?? [:]
    palette = (values["palette"] ?? [:]).compactMapValues { Color(hex: $0) }
  }

  func definition() throws -> ThemeDefinition {
    var styles: [Role: Style] = [:]
    for (key, value) in roles {
      guard let role = Role(rawValue: key) else { throw Unknown(role: key) }
      styles[role] = try StyleNotation.parse(value) { palette[$0] }
    }
    let variant = Theme.Variant(rawValue: variant) ?? .any
    return ThemeDefinition(name: name, variant: variant, styles: styles)
  }

  struct Unknown: Error { let role: String }

  private static func lines(of file: String) throws -> [Substring] {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let paths = ["/\(folder)/Themes/\(file).toml", "Themes/\(file).toml"]
    guard let stream = paths.lazy.compactMap({ fopen($0, "r") }).first else {
      throw Unknown(role: "no file \(file).toml")
    }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}
