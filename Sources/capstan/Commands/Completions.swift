import ArgumentParser
import CapabilityScore
import RuleFiles
import TerminalKit

/// What the shell offers behind a word: names from the rulebooks, themes and scenarios at hand.
enum Completions {
  static let area = CompletionKind.custom { words, _, _ in
    rulebook(words)?.areas.map(\.id) ?? []
  }

  /// The tracks of the area that is on the line, of all areas else.
  static let track = CompletionKind.custom { words, _, _ in
    Array(Set(areas(words).flatMap(\.tracks).map(\.id))).sorted()
  }

  /// The metrics of the area that is on the line, of all areas else.
  static let metric = CompletionKind.custom { words, _, _ in
    let metrics = areas(words).flatMap(\.tracks).flatMap(\.metrics)
    return metrics.map(\.id).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  static let rulebook = CompletionKind.custom { _, _, _ in
    Rulebooks(folder: Folders().rulebooks).files.compactMap(\.id)
  }

  static let theme = CompletionKind.custom { _, _, _ in
    ThemeFiles(folder: Folders().themes).themes.map(\.name)
  }

  static let scenario = CompletionKind.custom { words, _, _ in
    let path = value(of: "--cache", in: words) ?? Folders().cache
    return ((try? ScenarioShelf(path: path).all()) ?? []).map(\.name)
  }

  static let segment = CompletionKind.list(Segment.allCases.map(\.rawValue))

  private static func areas(_ words: [String]) -> [AreaRule] {
    guard let rulebook = rulebook(words) else { return [] }
    let named = rulebook.areas.filter { words.contains($0.id) }
    return named.isEmpty ? rulebook.areas : named
  }

  private static func rulebook(_ words: [String]) -> Rulebook? {
    let folders = Folders()
    let usual = (try? Configuration.read(folders.configurationFile)) ?? Configuration()
    let id = value(of: "--rulebook", in: words) ?? usual.rulebook
    return try? Rulebooks(folder: folders.rulebooks).rulebook(id)
  }

  private static func value(of option: String, in words: [String]) -> String? {
    zip(words, words.dropFirst()).first { $0.0 == option }?.1
  }
}
