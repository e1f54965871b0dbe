import CapabilityScore
import TerminalKit

extension DashboardState {
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
    case .tenant(let tenant), .usage(let tenant): add(to: tenant, standings)
    default:
      if case .subject(.individual(let person))? = page.selectedID {
        go(.individual(person))
        add()
      } else {
        overlay = .name(NamePrompt(purpose: .addTenant, title: "Name of the new tenant"))
      }
    }
  }

  /// Usage of one's own comes first where there is none that could be associated.
  private mutating func add(to tenant: Int, _ standings: Standings) {
    let id = standings.portfolio.tenants.ids[tenant]
    if standings.explainer.series(ofTenant: tenant).isEmpty {
      askForWorkload(id, standings)
      return
    }
    overlay = .choice(
      ChoicePicker(
        purpose: .associate(tenantID: id),
        title: "Associate with all usage of \(standings.label(.tenant(tenant)))",
        items: [ChoicePicker.usageItem] + standings.rulebook.associations.map(\.name)))
  }

  private mutating func askForWorkload(_ tenantID: String, _ standings: Standings) {
    let known = standings.rulebook.workloads.map(\.name) + standings.portfolio.names.workloads
    overlay = .choice(
      ChoicePicker(
        purpose: .usageWorkload(tenantID: tenantID), title: "Usage of which workload",
        items: Set(known).sorted()))
  }

  /// Takes what is marked, or under the cursor, out of the scenario's data.
  mutating func remove() -> [Effect] {
    guard let page else { return [] }
    let edits = page.chosenRows.compactMap { removal(ofRow: $0, page) }
    guard !edits.isEmpty else {
      notice = Notice("Nothing here can be removed: open a tenant, its usage or a person", .warning)
      return []
    }
    let effects = take(edits)
    if page.hiddenMarks > 0, let told = notice {
      notice = Notice("\(told.text); \(page.hiddenMarks) marked but hidden stay", told.kind)
    }
    return effects
  }

  private func removal(ofRow row: Int, _ page: Page) -> ScenarioEdit? {
    guard let standings else { return nil }
    if case .individual(let number) = page.kind, let rows = page.rows as? HoldingRows {
      return .revoke(
        individual: standings.portfolio.roster[number].id,
        certification: rows[row].holding.title)
    }
    if let rows = page.rows as? SeriesRows {
      let line = rows.lines[row]
      return .usage(
        UsageEdit(
          tenant: standings.portfolio.tenants.ids[line.tenant],
          workload: standings.portfolio.names.workloads[line.workload],
          association: standings.portfolio.names.associations[line.association],
          field: EditField(line.field), months: .last, operation: .set(Quantity(0))))
    }
    switch page.rows.identity(row) {
    case .subject(.tenant(let tenant)), .subject(.pair(let tenant, _)):
      return .removeTenant(id: standings.portfolio.tenants.ids[tenant])
    default: return nil
    }
  }

  mutating func applyToChoice(_ key: Key, _ picker: inout ChoicePicker) -> [Effect] {
    switch key.code {
    case .escape:
      overlay = nil
      return []
    case .enter:
      guard let chosen = picker.chosen else { return [] }
      overlay = nil
      return choose(chosen, picker.purpose)
    case .down: picker.position += 1
    case .up: picker.position -= 1
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
    case .associate(let tenantID) where item == ChoicePicker.usageItem:
      if let standings { askForWorkload(tenantID, standings) }
      return []
    case .usageWorkload(let tenantID):
      overlay = .choice(
        ChoicePicker(
          purpose: .usageAssociation(tenantID: tenantID, workload: item),
          title: "\(item) under which association",
          items: standings?.rulebook.associations.map(\.name) ?? []))
      return []
    case .usageAssociation(let tenantID, let workload):
      let association = standings?.rulebook.associations.first { $0.name == item }?.id ?? item
      askForField(tenantID, workload, association)
      return []
    case .usageField(let tenantID, let workload, let association):
      guard let field = EditField.allCases.first(where: { $0.name == item }) else { return [] }
      editUsage(
        ValueEditor.Target(
          tenantID: tenantID, workload: workload, association: association, field: field))
      return []
    case .associate(let tenantID):
      let association = standings?.rulebook.associations.first { $0.name == item }
      return take(
        .associate(AssociateEdit(tenant: tenantID, association: association?.id ?? item)))
    case .rulebook: return take(.rulebook(id: item))
    }
  }

  /// Asks which field, unless the rules read one alone.
  private mutating func askForField(
    _ tenantID: String, _ workload: String, _ association: String
  ) {
    let counted = standings?.rulebook.editFields(ofWorkload: workload) ?? []
    let fields = counted.isEmpty ? EditField.allCases : counted
    if let only = fields.first, fields.count == 1 {
      editUsage(
        ValueEditor.Target(
          tenantID: tenantID, workload: workload, association: association, field: only))
      return
    }
    overlay = .choice(
      ChoicePicker(
        purpose: .usageField(
          tenantID: tenantID, workload: workload, association: association),
        title: "\(workload) measured in", items: fields.map(\.name)))
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
    case .renameScenario(let old): return renameScenario(to: text, from: old)
    case .duplicateScenario: return duplicateScenario(as: text)
    case .exportScenario: return exportScenario(to: text)
    case .export: return export(to: text)
    case .planTarget:
      guard let most = standings?.rulebook.trackPoints else { return [] }
      guard let target = Int(text), (1...most).contains(target) else {
        overlay = .name(
          NamePrompt(purpose: purpose, title: "Points to reach", editor: LineEditor(text)))
        notice = Notice("'\(text)' is no number of points from 1 to \(most)", .warning)
        return []
      }
      planTarget = target
      return []
    }
  }

  private mutating func addTenant(_ name: String) -> [Effect] {
    guard let edited = (whatIf?.board ?? base?.board)?.edited,
      let id = (1...).lazy.map({ "new-\($0)" }).first(where: {
        edited.tenantNumber(ofID: $0) == nil
      })
    else { return [] }
    let effects = take(.addTenant(id: id, name: name))
    if let number = whatIf?.board.edited.tenantNumber(ofID: id) {
      go(.usage(number))
      notice = Notice("\(name) is added; \(keymap.name(.add)) gives it usage")
    }
    return effects
  }
}
