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
    case .tenant(let tenant), .usage(let tenant):
      overlay = .choice(
        ChoicePicker(
          purpose: .associate(tenantID: standings.portfolio.tenants.ids[tenant]),
          title: "Associate with all usage of \(standings.label(.tenant(tenant)))",
          items: standings.rulebook.associations.map(\.name)))
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
      let association = standings?.rulebook.associations.first { $0.name == item }
      return take(
        .associate(AssociateEdit(tenant: tenantID, association: association?.id ?? item)))
    case .rulebook: return take(.rulebook(id: item))
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
    case .renameScenario(let old): return renameScenario(to: text, from: old)
    case .duplicateScenario: return duplicateScenario(as: text)
    case .exportScenario: return exportScenario(to: text)
    case .export: return export(to: text)
    case .planTarget:
      guard let target = Int(text), (1...100).contains(target) else {
        notice = Notice("'\(text)' is no number of points from 1 to 100", .warning)
        return []
      }
      planTarget = target
      return []
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
