import CapabilityScore
import TerminalKit

extension DashboardState {
  /// Keys go to what lies over the page.
  mutating func applyToOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(var picker): return apply(key, to: &picker) { .help($0) }
    case .palette(var picker): return apply(key, to: &picker) { .palette($0) }
    case .themes(var picker): applyToThemes(key, &picker)
    case .lists(var picker): applyToLists(key, &picker)
    case .filter(var editor): applyToFilter(key, &editor)
    case .welcomePath(var prompt): return applyToPath(key, &prompt)
    case .value(var editor): return applyToValue(key, &editor)
    case .choice(var picker): return applyToChoice(key, &picker)
    case .name(var prompt): return applyToName(key, &prompt)
    case .columns(var picker): applyToColumns(key, &picker)
    case .confirm(let confirmation):
      overlay = nil
      guard key == Key(.character("y")) else { return [] }
      switch confirmation.answer {
      case .effect(let effect): return [effect]
      case .turn(let side): return turn(to: side)
      case .deleteScenario(let name): return deleteScenario(name)
      case .saveScenario(let name): return store(as: name)
      }
    case nil: break
    }
    return []
  }

  /// Pasted text goes to whatever takes typing.
  mutating func type(_ text: String) -> [Effect] {
    let line =
      text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    switch overlay {
    case .filter(var editor):
      editor.insert(line)
      overlay = .filter(editor)
      setFilter(editor.text)
    case .welcomePath(var prompt):
      prompt.editor.insert(line)
      prompt.candidates = []
      overlay = .welcomePath(prompt)
    case .value(var editor):
      editor.editor.insert(line)
      preview(&editor)
      overlay = .value(editor)
    case .choice(var picker):
      picker.query.insert(line)
      overlay = .choice(picker)
    case .name(var prompt):
      prompt.editor.insert(line)
      overlay = .name(prompt)
    case .help(var picker):
      picker.query.insert(line)
      overlay = .help(picker)
    case .palette(var picker):
      picker.query.insert(line)
      overlay = .palette(picker)
    default: break
    }
    return []
  }

  private mutating func apply(
    _ key: Key, to picker: inout CommandPicker, _ wrap: (CommandPicker) -> Overlay
  ) -> [Effect] {
    let matches = picker.matches(keymap)
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .enter:
      overlay = nil
      guard matches.indices.contains(picker.position) else { return [] }
      return perform(matches[picker.position].command)
    case .down: picker.position += 1
    case .up: picker.position -= 1
    case .pageDown: picker.position += 10
    case .pageUp: picker.position -= 10
    default: if picker.query.apply(key) { picker.position = 0 }
    }
    picker.position = max(0, min(picker.position, picker.matches(keymap).count - 1))
    overlay = wrap(picker)
    return []
  }

  private mutating func applyToThemes(_ key: Key, _ picker: inout ListPicker) {
    switch step(key, &picker) {
    case .chosen:
      theme = picker.position
      overlay = nil
      notice = Notice("Theme \(themes[theme].name)")
    case .dropped: overlay = nil
    case .moved: overlay = .themes(picker)
    }
  }

  private mutating func applyToLists(_ key: Key, _ picker: inout ListPicker) {
    switch step(key, &picker) {
    case .chosen:
      overlay = nil
      let kinds: [PageKind] = [.tenants, .workloads, .individuals, .expiring]
      go(kinds[picker.position])
    case .dropped: overlay = nil
    case .moved: overlay = .lists(picker)
    }
  }

  private enum PickerStep { case chosen, dropped, moved }

  private func step(_ key: Key, _ picker: inout ListPicker) -> PickerStep {
    switch key.code {
    case .enter: return .chosen
    case .escape, .backspace: return .dropped
    case .down, .character("j"): picker.move(by: 1)
    case .up, .character("k"): picker.move(by: -1)
    case .character("q"): return .dropped
    case .character(let character) where key.modifiers.isEmpty:
      // A row may be chosen by its first letter.
      if let row = picker.rows.firstIndex(where: {
        $0.lowercased().first == character.lowercased().first
      }) {
        picker.position = row
        return .chosen
      }
    default: break
    }
    return .moved
  }

  private mutating func applyToFilter(_ key: Key, _ editor: inout LineEditor) {
    switch key.code {
    case .enter: overlay = nil
    case .escape:
      overlay = nil
      setFilter("")
    case .down:
      changePage { $0.table.move(by: 1) }
      keepCursorInSight()
    case .up:
      changePage { $0.table.move(by: -1) }
      keepCursorInSight()
    default:
      guard editor.apply(key) else { return }
      overlay = .filter(editor)
      setFilter(editor.text)
    }
  }
}
