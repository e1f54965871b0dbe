import CapabilityScore
import TerminalKit

extension DashboardState {
  // MARK: Edits

  /// Adds an edit to the scenario; the first one begins it.
  mutating func take(_ edit: ScenarioEdit) -> [Effect] {
    guard var whatIf = whatIf ?? newScenario() else { return [] }
    let outcome = whatIf.board.apply(edit)
    whatIf.showsBaseline = false
    let before = standings?.scorecard
    self.whatIf = whatIf
    showWhatIf()
    switch outcome {
    case .notApplicable(let problem):
      notice = Notice("Kept, but does nothing: \(problem)", .warning)
    case .alreadyTrue: notice = Notice("The data is like that already")
    case .applied:
      if let before, let after = standings?.scorecard { notice = Notice(changes(before, after)) }
    }
    return [.journal(whatIf.scenario)]
  }

  private func newScenario() -> WhatIf? {
    guard let base else { return nil }
    return WhatIf(name: "Scenario", board: base.board)
  }

  mutating func undo() -> [Effect] {
    guard let edit = whatIf?.board.undo() else { return [] }
    return afterStep("Undone: \(edit.words(hidingNames: hidesNames))")
  }

  mutating func redo() -> [Effect] {
    guard let edit = whatIf?.board.redo() else { return [] }
    return afterStep("Done again: \(edit.words(hidingNames: hidesNames))")
  }

  private mutating func afterStep(_ words: String) -> [Effect] {
    whatIf?.showsBaseline = false
    showWhatIf()
    notice = Notice(words)
    return [.journal(whatIf?.scenario)]
  }

  mutating func flipBaseline() {
    whatIf?.showsBaseline.toggle()
    showWhatIf()
    notice = Notice(whatIf?.showsBaseline == true ? "The baseline" : "The scenario")
  }

  /// Puts the pages on the data that is to be shown: the scenario's, or the baseline.
  mutating func showWhatIf() {
    guard var shown = base else { return }
    if let whatIf, !whatIf.board.edits.isEmpty, !whatIf.showsBaseline {
      shown.explainer = whatIf.board.explainer()
      shown.scorecard = whatIf.board.scorecard
      shown.baseline = whatIf.board.baseline
    }
    shown.hidesNames = hidesNames
    shown.glyphs = glyphs
    let old = standings?.portfolio
    standings = shown
    rebuildPages(from: old)
  }

  /// What moved, in words: `Net customer adds 14.0 → 16.0 · Modern Work 69.0 → 71.0`.
  func changes(_ before: Scorecard, _ after: Scorecard) -> String {
    guard let rulebook = standings?.rulebook, before.areas.count == after.areas.count,
      rulebook.areas.count == after.areas.count
    else { return "Other rules" }
    var parts: [String] = []
    for (area, rule) in rulebook.areas.enumerated() {
      let (old, new) = (before.areas[area], after.areas[area])
      if old == new { continue }
      let track = new.selectedTrack
      let metrics = rule.tracks[track].metrics.indices.compactMap { metric -> String? in
        let a = old.tracks[track].metrics[metric].points
        let b = new.tracks[track].metrics[metric].points
        guard a != b else { return nil }
        return "\(rule.tracks[track].metrics[metric].name) \(a.words) \(glyphs.right) \(b.words)"
      }
      if old.points == new.points, metrics.isEmpty { continue }
      // The area first: three areas share their metrics' names.
      let detail = metrics.isEmpty ? "" : ": " + metrics.joined(separator: ", ")
      parts.append(
        "\(rule.shortName) \(old.points.words) \(glyphs.right) \(new.points.words)" + detail)
    }
    return parts.isEmpty ? "No score changes" : parts.joined(separator: " \(glyphs.separator) ")
  }

  // MARK: Values

  /// Opens the editor on the value under the cursor.
  mutating func editValue(_ begin: String = "") {
    guard let line = seriesAtHand, let standings else { return }
    let names = standings.portfolio.names
    var editor = ValueEditor(
      title: "\(line.field.name) of \(names.workloads[line.workload]) by "
        + "\(standings.associationName(line.association)), \(standings.label(.tenant(line.tenant)))",
      tenantID: standings.portfolio.tenants.ids[line.tenant],
      workload: names.workloads[line.workload], association: names.associations[line.association],
      field: EditField(line.field),
      present: line.current.map { standings.words(line.field.unit, $0) } ?? "none",
      editor: LineEditor(begin))
    preview(&editor)
    overlay = .value(editor)
  }

  /// The series that the row under the cursor stands for.
  var seriesAtHand: SeriesLine? {
    guard let page, let row = page.selectedRow, let standings else { return nil }
    switch page.kind {
    case .contributors(let place, let component):
      guard case .subject(let subject)? = page.selectedID,
        let measure = standings.existing(place)?.components[component].measure
      else { return nil }
      return standings.explainer.decidingSeries(of: subject, measure: measure)
    case .usage, .workload: return (page.rows as? SeriesRows)?.lines[row]
    default: return nil
    }
  }

  mutating func applyToValue(_ key: Key, _ editor: inout ValueEditor) -> [Effect] {
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .tab: editor.stepMonths()
    case .enter:
      guard let edit = editor.edit, !editor.isInvalid else {
        preview(&editor)
        overlay = .value(editor)
        return []
      }
      overlay = nil
      return take(edit)
    default: _ = editor.editor.apply(key)
    }
    preview(&editor)
    overlay = .value(editor)
    return []
  }

  /// Works out what the typed edit would do, without making it.
  func preview(_ editor: inout ValueEditor) {
    editor.isInvalid = false
    guard let edit = editor.edit else {
      editor.isInvalid = !editor.editor.isEmpty
      editor.effect =
        editor.editor.isEmpty
        ? "now \(editor.present); write 120, +20, -5, +10% or *1.5"
        : "'\(editor.editor.text)' is no value: write 120, +20, -5, +10% or *1.5"
      return
    }
    guard var board = whatIf?.board ?? base?.board else { return }
    if let problem = board.problem(with: edit) {
      editor.isInvalid = true
      editor.effect = problem.description
      return
    }
    let before = board.scorecard
    let after = board.preview(edit)
    editor.effect = changes(before, after) + (before == after ? overshadowing(edit) : "")
  }

  /// The same usage counts once, with its largest value: says where that lies if not in the edit.
  private func overshadowing(_ edit: ScenarioEdit) -> String {
    guard case .usage(let usage) = edit, let standings,
      let tenant = standings.portfolio.tenants.number(ofID: usage.tenant)
    else { return "" }
    let names = standings.portfolio.names
    let others = standings.explainer.series(ofTenant: tenant).filter { line in
      names.workloads[line.workload] == usage.workload && EditField(line.field) == usage.field
        && names.associations[line.association] != usage.association
    }
    guard let largest = others.max(by: { ($0.current ?? 0) < ($1.current ?? 0) }),
      let value = largest.current
    else { return "" }
    return ": \(standings.associationName(largest.association)) has "
      + "\(standings.words(largest.field.unit, value)) of the same usage, which counts once"
  }

  // MARK: Adding and removing

  /// What `A` means here: a tenant, an association, a certification.
  mutating func add() {
    guard let standings, let page else { return }
    switch page.kind {
    case .individual(let number):
      let person = standings.portfolio.roster[number]
      overlay = .choice(
        ChoicePicker(
          purpose: .certify(individual: person.id),
          title: "A certification for \(standings.label(.individual(number)))",
          items: standings.explainer.certificationTitles))
    case .individuals:
      overlay = .name(NamePrompt(purpose: .certifyPerson, title: "E-mail of the new person"))
    case .tenant(let tenant), .usage(let tenant):
      overlay = .choice(
        ChoicePicker(
          purpose: .associate(tenantID: standings.portfolio.tenants.ids[tenant]),
          title: "Associate with all usage of \(standings.label(.tenant(tenant)))",
          items: standings.rulebook.associations.map(\.id)))
    default:
      if case .subject(.individual(let person))? = page.selectedID {
        go(.individual(person))
        add()
      } else {
        overlay = .name(NamePrompt(purpose: .addTenant, title: "Name of the new tenant"))
      }
    }
  }

  /// Takes what is under the cursor out of the scenario's data.
  mutating func remove() -> [Effect] {
    guard let standings, let page, let row = page.selectedRow else { return [] }
    if case .individual(let number) = page.kind, let rows = page.rows as? HoldingRows {
      return take(
        .revoke(
          individual: standings.portfolio.roster[number].id,
          certification: rows[row].holding.title))
    }
    if let rows = page.rows as? SeriesRows {
      let line = rows.lines[row]
      return take(
        .usage(
          UsageEdit(
            tenant: standings.portfolio.tenants.ids[line.tenant],
            workload: standings.portfolio.names.workloads[line.workload],
            association: standings.portfolio.names.associations[line.association],
            field: EditField(line.field), months: .last, operation: .set(Quantity(0)))))
    }
    switch page.selectedID {
    case .subject(.tenant(let tenant))?, .subject(.pair(let tenant, _))?:
      return take(.removeTenant(id: standings.portfolio.tenants.ids[tenant]))
    default:
      notice = Notice("Nothing here can be removed: open a tenant, its usage or a person", .warning)
      return []
    }
  }

  mutating func applyToChoice(_ key: Key, _ picker: inout ChoicePicker) -> [Effect] {
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .enter:
      overlay = nil
      guard let chosen = picker.chosen else { return [] }
      return choose(chosen, picker.purpose)
    case .down: picker.position += 1
    case .up: picker.position -= 1
    case .delete where picker.purpose == .scenarios:
      guard let chosen = picker.chosen else { return [] }
      overlay = nil
      notice = Notice("Deleted \(chosen)")
      return [.deleteScenario(chosen)]
    default: if picker.query.apply(key) { picker.position = 0 }
    }
    picker.position = max(0, min(picker.position, picker.matches.count - 1))
    overlay = .choice(picker)
    return []
  }

  private mutating func choose(_ item: String, _ purpose: ChoicePicker.Purpose) -> [Effect] {
    switch purpose {
    case .certify(let individual):
      guard let day = standings?.asOf else { return [] }
      return take(.certify(individual: individual, certification: item, on: day))
    case .associate(let tenantID):
      return take(.associate(AssociateEdit(tenant: tenantID, association: item)))
    case .scenarios: return chooseScenario(item)
    }
  }

  mutating func applyToName(_ key: Key, _ prompt: inout NamePrompt) -> [Effect] {
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .enter:
      let text = prompt.editor.text
      guard !text.isEmpty else { return [] }
      overlay = nil
      return name(text, prompt.purpose)
    default:
      _ = prompt.editor.apply(key)
      overlay = .name(prompt)
      return []
    }
  }

  private mutating func name(_ text: String, _ purpose: NamePrompt.Purpose) -> [Effect] {
    switch purpose {
    case .addTenant: return addTenant(text)
    case .certifyPerson:
      overlay = .choice(
        ChoicePicker(
          purpose: .certify(individual: text), title: "A certification for \(text)",
          items: standings?.explainer.certificationTitles ?? []))
      return []
    case .saveScenario: return saveScenario(as: text)
    case .export: return export(to: text)
    case .planTarget:
      guard let target = Int(text), (1...100).contains(target) else {
        notice = Notice("'\(text)' is no number of points from 1 to 100", .warning)
        return []
      }
      planTarget = target
      return openPlan()
    }
  }

  private mutating func addTenant(_ name: String) -> [Effect] {
    let taken = whatIf?.board.edited.addedTenants.count ?? 0
    let effects = take(.addTenant(id: "new-\(taken + 1)", name: name))
    if let number = whatIf?.board.edited.tenantNumber(ofID: "new-\(taken + 1)") {
      go(.usage(number))
      notice = Notice("\(name) is added; A gives it usage through an association, p plans it")
    }
    return effects
  }
}
