import TerminalKit

/// A path being typed, with what it may become.
struct PathPrompt: Sendable {
  var editor = LineEditor()
  var candidates: [String] = []
}

extension DashboardState {
  /// The keys of the page that is shown while there is no data; nil for all others.
  mutating func applyToWelcome(_ key: Key) -> [Effect]? {
    if importing != nil { return applyToImport(key) }
    guard key.modifiers.isEmpty else { return nil }
    switch key.code {
    case .character("d"):
      phase = .loading
      // Edits of a cache that is gone mean nothing there.
      unfinished = nil
      notice = Notice("Making the demo data")
      return [.openDemo]
    case .character("i"):
      overlay = .welcomePath(PathPrompt())
      return []
    case .character("q"): return [.leave]
    case .escape: return []
    default: return nil
    }
  }

  /// While an import is at work it can be ended, and the program left.
  private mutating func applyToImport(_ key: Key) -> [Effect]? {
    switch key.code {
    case .escape:
      importPath = nil
      notice = Notice("Cancelling the import")
      return [.cancelImport]
    case .character("d"), .character("i"):
      notice = Notice("An import is at work; Esc cancels it")
      return []
    default: return nil
    }
  }

  mutating func applyToPath(_ key: Key, _ prompt: inout PathPrompt) -> [Effect] {
    switch key.code {
    case .enter:
      guard !prompt.editor.isEmpty else { return [] }
      overlay = nil
      importing = prompt.editor.text
      importPath = prompt.editor.text
      return [.importExports(path: prompt.editor.text)]
    case .escape:
      overlay = nil
      return []
    case .tab: return [.complete(path: prompt.editor.text)]
    default:
      _ = prompt.editor.apply(key)
      prompt.candidates = []
      overlay = .welcomePath(prompt)
      return []
    }
  }

  /// Goes on as far as all candidates agree, and shows them where there are several.
  mutating func complete(_ path: String, _ candidates: [String]) {
    guard case .welcomePath(var prompt)? = overlay, prompt.editor.text == path else { return }
    guard let first = candidates.first else {
      notice = Notice("Nothing there begins with \(path.isEmpty ? "that" : path)", .warning)
      return
    }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    prompt.editor = LineEditor(common.count > path.count ? common : path)
    prompt.candidates = candidates.count > 1 ? candidates : []
    overlay = .welcomePath(prompt)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
