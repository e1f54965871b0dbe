import CapabilityScore
import TerminalKit

extension DashboardState {
  /// The only function that changes the state. It does no input or output: what the world must do,
  /// it asks for.
  public mutating func apply(_ message: Message) -> [Effect] {
    defer { freshenPage() }
    return take(message) + askForPlan()
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .event(let event): return apply(event)
    case .importing(let words): importing = words
    case .glimpsed(let standings): glimpse(standings)
    case .loaded(let outcome):
      (importing, importPath) = (nil, nil)
      show(outcome)
      return resumeEdits() + typeAhead()
    case .cacheChanged: return [.load, .readScenarios]
    case .progress(let text): notice = Notice(text)
    case .scenarios(let stored, let running):
      unfinished = running ?? unfinished
      // Every edit of a dashboard on this cache brings one of these; mostly, no scenario is another.
      if stored != storedScenarios {
        storedScenarios = stored
        rebuildPages()
      }
      return resumeEdits()
    case .planned(let plan, let question): show(plan, question)
    case .completed(let path, let candidates): complete(path, candidates)
    case .exported(let outcome, let export): tell(outcome, of: export)
    case .failed(let text):
      importing = nil
      if phase == .empty, overlay == nil, let path = importPath {
        overlay = .welcomePath(PathPrompt(editor: LineEditor(path)))
      }
      notice = Notice(text, .error)
    case .notSaved(let text):
      whatIf?.saved = []
      whatIf?.storedName = nil
      notice = Notice(text, .error)
    case .themes(let themes, let warnings): take(themes, warnings)
    }
    return []
  }

  private mutating func apply(_ event: Event) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      keepCursorInSight()
      return []
    case .key(let key): return apply(key)
    case .paste(let text): return type(text)
    case .mouse(let mouse): return phase == .loading ? [] : apply(mouse)
    case .hangUp: return [.leave]
    default: return []
    }
  }

  private mutating func apply(_ key: Key) -> [Effect] {
    notice = nil
    let interrupts = key == Key(.character("c"), .control)
    if !interrupts, ![.quit, .leave].contains(keymap.command(for: key)) { isLeaving = false }
    if interrupts { return leave() }
    if overlay != nil { return applyToOverlay(key) }
    if phase == .loading, base == nil, keymap.command(for: key)?.waitsForData ?? false {
      typedAhead.append(key)
      return []
    }
    if phase == .empty, let effects = applyToWelcome(key) { return effects }
    guard let command = keymap.command(for: key) else {
      notice = Notice("\(key) does nothing here. \(keymap.name(.help)) shows the keys.")
      return []
    }
    return perform(command)
  }

  /// Takes the keys that came while the data was read.
  private mutating func typeAhead() -> [Effect] {
    let keys = typedAhead
    typedAhead = []
    return keys.flatMap { key in
      defer { freshenPage() }
      return apply(key)
    }
  }

  /// Runs a command, or says why it cannot.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = command.reasonUnavailable(in: self) {
      if phase == .loading, base == nil { return [] }
      notice = Notice(reason, .warning)
      return []
    }
    switch command {
    case .overview: goToTab(nil)
    case .area1, .area2, .area3, .area4, .area5, .area6: goToTab(command.areaNumber)
    case .nextTab: stepTab(1)
    case .previousTab: stepTab(-1)
    case .rowDown, .rowUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .firstRow, .lastRow:
      moveCursor(command)
    case .columnLeft: moveColumn(-1)
    case .columnRight: moveColumn(1)
    case .nextPane, .previousPane: switchPane()
    case .zoom: changePage { $0.isZoomed.toggle() }
    case .open: return openSelection()
    case .back: goBack()
    case .previousPlace: swapPlaces()
    case .nextSegment: stepSegment(1)
    case .previousSegment: stepSegment(-1)
    case .filter:
      overlay = .filter(LineEditor(page?.table.filter ?? ""))
    case .sort: sort(adding: false)
    case .sortMore: sort(adding: true)
    case .mark: markRow()
    case .markAll: markAll()
    case .why: explain()
    case .criteria: if let place = metricAtHand { go(.criteria(place)) }
    case .track: switchTrack()
    case .lists:
      overlay = .lists(
        ListPicker(
          title: "Lists", rows: ["Tenants", "Workloads", "People", "Certifications that end soon"],
          position: 0))
    case .history: if let area = areaAtHand { go(.history(area: area)) }
    case .datasets: go(.datasets)
    case .expiring: go(.expiring)
    case .nextFailing: goToFailing(1)
    case .previousFailing: goToFailing(-1)
    case .copyCell: return copyCell()
    case .copyRows: return copyRows()
    case .reload:
      notice = Notice("Reading the data again")
      return [.load]
    case .themes:
      overlay = .themes(ListPicker(title: "Themes", rows: themes.map(\.name), position: theme))
    case .mouse:
      capturesMouse.toggle()
      notice = Notice(
        capturesMouse ? "The mouse works here" : "The mouse selects text in your terminal")
      return [.captureMouse(capturesMouse)]
    case .privacy: togglePrivacy()
    case .palette: overlay = .palette(CommandPicker())
    case .help: overlay = .help(CommandPicker())
    case .edit:
      if case .stored(let name)? = scenarioAtHand?.side {
        askScenarioName(.renameScenario(from: name), "Another name", name)
      } else {
        editValue()
      }
    case .increase: editValue("+")
    case .decrease: editValue("-")
    case .add: add()
    case .remove where page?.kind == .scenarios: askToDelete()
    case .remove: return remove()
    case .undo: return undo()
    case .redo: return redo()
    case .flip: flipBaseline()
    case .edits: go(.edits)
    case .scenarios: go(.scenarios)
    case .saveScenario:
      askScenarioName(.saveScenario, "Name of the scenario", whatIf?.name ?? "")
    case .duplicateScenario:
      askScenarioName(
        .duplicateScenario, "Name of the copy", scenarioAtHand.map { "\($0.scenario.name) 2" } ?? ""
      )
    case .exportScenario:
      askScenarioName(
        .exportScenario, "Export to (JSON)", scenarioAtHand.map { "\($0.scenario.name).json" } ?? ""
      )
    case .compare: compareScenarios()
    case .rulebook: chooseRulebook()
    case .plan: openPlan()
    case .expression:
      if case .plan? = page?.kind {
        overlay = .name(NamePrompt(purpose: .planTarget, title: "Points to reach"))
      } else {
        editValue()
      }
    case .columns: chooseColumns()
    case .markRange: markRange()
    case .export:
      overlay = .name(NamePrompt(purpose: .export, title: "Export to (.csv, .json, .md)"))
    case .usage: openUsage()
    case .quit: return close()
    case .leave: return leave()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    }
    return []
  }

  private mutating func close() -> [Effect] {
    guard pages.count > 1 else { return leave() }
    goBack()
    return []
  }

  /// Leaves; with unsaved edits only when asked twice. They are journaled, and come back.
  private mutating func leave() -> [Effect] {
    if let whatIf, whatIf.isUnsaved, !isLeaving {
      isLeaving = true
      // A prompt would stand where the warning is to be read.
      overlay = nil
      notice = Notice(
        "The edits are not saved: \(keymap.name(.saveScenario)) saves them, "
          + "again leaves (they are offered again)", .warning)
      return []
    }
    return importing == nil ? [.leave] : [.cancelImport, .leave]
  }

  private mutating func togglePrivacy() {
    hidesNames.toggle()
    showWhatIf()
    notice = Notice(hidesNames ? "Names are hidden" : "Names are shown")
  }

  /// Takes themes that were saved; one in use that can no longer be read stays as it was.
  private mutating func take(_ themes: [Theme], _ warnings: [String]) {
    let used = self.themes[theme]
    var themes = themes
    if !themes.contains(where: { $0.name == used.name }) { themes.append(used) }
    self.themes = themes
    theme = themes.firstIndex { $0.name == used.name } ?? 0
    if case .themes(var picker)? = overlay {
      picker.rows = themes.map(\.name)
      picker.position = min(picker.position, themes.count - 1)
      overlay = .themes(picker)
    }
    if let warning = warnings.first {
      notice = Notice(warning, .warning)
    } else if themes[theme] != used {
      notice = Notice("Theme \(used.name) read again")
    }
  }
}
