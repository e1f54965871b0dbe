import CapabilityScore
import TerminalKit

extension DashboardState {
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
}
