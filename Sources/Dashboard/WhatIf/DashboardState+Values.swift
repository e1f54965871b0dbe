import CapabilityScore
import TerminalKit

extension DashboardState {
  /// Opens the editor on the value under the cursor, or on those of all marked rows.
  mutating func editValue(_ begin: String = "") {
    guard let standings, let page else { return }
    let marked = markedRows
    let lines = (marked.isEmpty ? page.selectedRow.map { [$0] } ?? [] : marked.map(\.row))
      .compactMap { series(ofRow: $0, page, standings) }
    guard let first = lines.first else { return }
    let names = standings.portfolio.names
    var editor = ValueEditor(
      title: marked.isEmpty
        ? "\(first.field.name) of \(names.workloads[first.workload]) by "
          + "\(standings.associationName(first.association)), \(standings.label(.tenant(first.tenant)))"
        : markedWords(marked, page),
      targets: lines.map { line in
        ValueEditor.Target(
          tenantID: standings.portfolio.tenants.ids[line.tenant],
          workload: names.workloads[line.workload],
          association: names.associations[line.association], field: EditField(line.field))
      },
      present: lines.count > 1
        ? "\(lines.count) values"
        : first.current.map { standings.words(first.field.unit, $0) } ?? "none",
      editor: LineEditor(begin))
    preview(&editor)
    overlay = .value(editor)
  }

  /// Opens the editor on usage that may not be there yet.
  mutating func editUsage(_ target: ValueEditor.Target) {
    guard let standings else { return }
    let who = standings.portfolio.tenants.number(ofID: target.tenantID)
    let names = standings.portfolio.names
    let line = who.map(standings.explainer.series(ofTenant:))?.first { line in
      names.workloads[line.workload] == target.workload
        && names.associations[line.association] == target.association
        && EditField(line.field) == target.field
    }
    var editor = ValueEditor(
      title: "\(target.field.name) of \(target.workload) by "
        + standings.associationName(target.association)
        + (who.map { ", \(standings.label(.tenant($0)))" } ?? ""),
      targets: [target],
      present: line?.current.map { standings.words(target.field.unit, $0) } ?? "none",
      editor: LineEditor())
    preview(&editor)
    overlay = .value(editor)
  }

  /// The marked rows, those that the filter hides too.
  private var markedRows: [(row: Int, isHidden: Bool)] {
    guard let page, !page.table.marks.isEmpty else { return [] }
    let shown = Set(page.table.order)
    return (0..<page.rows.count).filter { page.table.marks.contains(page.rows.identity($0)) }
      .map { ($0, !shown.contains($0)) }
  }

  /// `5 marked, 2 hidden by the filter: Fen, Elm`.
  private func markedWords(_ marked: [(row: Int, isHidden: Bool)], _ page: Page) -> String {
    let hidden = marked.filter(\.isHidden).map { page.rows.cell($0.row, 0).text }
    guard !hidden.isEmpty else { return "\(marked.count) marked" }
    let names = hidden.prefix(3).joined(separator: ", ") + (hidden.count > 3 ? ", …" : "")
    return "\(marked.count) marked, \(hidden.count) hidden by the filter: \(names)"
  }

  /// The series that the row under the cursor stands for.
  var seriesAtHand: SeriesLine? {
    guard let page, let row = page.selectedRow, let standings else { return nil }
    return series(ofRow: row, page, standings)
  }

  private func series(ofRow row: Int, _ page: Page, _ standings: Standings) -> SeriesLine? {
    switch page.kind {
    case .contributors(let place, let component):
      guard case .subject(let subject) = page.rows.identity(row),
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
      guard let edits = editor.edits, !editor.isInvalid else {
        preview(&editor)
        overlay = .value(editor)
        return []
      }
      overlay = nil
      return take(edits)
    default: _ = editor.editor.apply(key)
    }
    preview(&editor)
    overlay = .value(editor)
    return []
  }

  /// Works out what the typed edit would do, without making it.
  func preview(_ editor: inout ValueEditor) {
    editor.isInvalid = false
    guard let edits = editor.edits else {
      editor.isInvalid = !editor.editor.isEmpty
      editor.effect =
        editor.editor.isEmpty
        ? "now \(editor.present); write 120, +20, -5, +10% or *1.5"
        : "'\(editor.editor.text)' is no value: write 120, +20, -5, +10% or *1.5"
      return
    }
    guard var board = whatIf?.board ?? base?.board else { return }
    if let problem = edits.lazy.compactMap({ board.problem(with: $0) }).first {
      editor.isInvalid = true
      editor.effect = problem.description
      return
    }
    let before = board.scorecard
    let after = board.preview(edits)
    editor.effect =
      changes(before, after)
      + (before == after && edits.count == 1 ? edits.map(overshadowing).joined() : "")
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
