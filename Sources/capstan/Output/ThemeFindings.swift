import CapabilityScore
import TerminalKit

/// What a theme lacks, for people and for programs.
struct ThemeFindings {
  private let name: String
  private let findings: [ThemeCheck.Finding]

  init(_ name: String, _ findings: [ThemeCheck.Finding]) {
    self.name = name
    self.findings = findings
  }

  func print(_ format: OutputFormat) {
    switch format {
    case .text:
      for finding in findings { Output.line(words(finding), .bad) }
      Output.line(
        findings.isEmpty
          ? "\(name): every text can be read on every ground"
          : "\(name): \(findings.count) of its pairs are hard to tell apart",
        findings.isEmpty ? .good : .strong)
    case .json:
      Output.raw(
        JSONValue.object([
          ("schema", .integer(1)), ("theme", .string(name)),
          ("findings", .array(findings.map(json))),
        ]).text)
    case .csv:
      Output.raw(
        CSVText.text(
          [["kind", "role", "other", "where", "value", "need"]] + findings.map { $0.row }))
    }
  }

  private func words(_ finding: ThemeCheck.Finding) -> String {
    switch finding {
    case .contrast(let role, let ground, let depth, let palette, let ratio, let need):
      "✗ \(role.rawValue) on \(ground.rawValue): \(NumberWords.fixed(ratio, places: 2)):1, "
        + "needs \(NumberWords.fixed(need)):1 (\(depth.words)\(palette.map { ", \($0)" } ?? ""))"
    case .alike(
      let role, let other, let deficiency, let depth, let palette, let difference, let need):
      "✗ \(role.rawValue) and \(other.rawValue) look alike with \(deficiency.words): "
        + "\(NumberWords.fixed(difference)), needs \(NumberWords.fixed(need)) "
        + "(\(depth.words)\(palette.map { ", \($0)" } ?? ""))"
    }
  }

  private func json(_ finding: ThemeCheck.Finding) -> JSONValue {
    switch finding {
    case .contrast(let role, let ground, let depth, let palette, let ratio, let need):
      .object([
        ("kind", .string("contrast")), ("role", .string(role.rawValue)),
        ("ground", .string(ground.rawValue)), ("colors", .string(depth.words)),
        ("palette", .optional(palette)), ("ratio", .number(ratio)), ("need", .number(need)),
      ])
    case .alike(
      let role, let other, let deficiency, let depth, let palette, let difference, let need):
      .object([
        ("kind", .string("alike")), ("role", .string(role.rawValue)),
        ("other", .string(other.rawValue)), ("deficiency", .string(deficiency.words)),
        ("colors", .string(depth.words)), ("palette", .optional(palette)),
        ("difference", .number(difference)), ("need", .number(need)),
      ])
    }
  }
}

extension ThemeCheck.Finding {
  fileprivate var row: [String] {
    switch self {
    case .contrast(let role, let ground, let depth, let palette, let ratio, let need):
      [
        "contrast", role.rawValue, ground.rawValue,
        depth.words + (palette.map { ", \($0)" } ?? ""), "\(ratio)", "\(need)",
      ]
    case .alike(
      let role, let other, let deficiency, let depth, let palette, let difference, let need):
      [
        "alike", role.rawValue, other.rawValue,
        "\(deficiency.words), \(depth.words)" + (palette.map { ", \($0)" } ?? ""),
        "\(difference)", "\(need)",
      ]
    }
  }
}

extension Contrast.Deficiency {
  fileprivate var words: String {
    switch self {
    case .deuteranopia: "deuteranopia"
    case .tritanopia: "tritanopia"
    }
  }
}
