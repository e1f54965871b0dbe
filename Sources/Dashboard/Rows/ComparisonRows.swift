import CapabilityScore
import TerminalKit

/// Two scenarios side by side, area by area and metric by metric.
struct ComparisonRows: RowSource {
  private let lines: [Line]
  private let glyphs: Glyphs
  let columns: [TableColumn]

  private struct Line {
    var id: String
    var name: String
    var isArea: Bool
    var points: BeforeAfter<Points>
    /// What the numbers do not say: another track, another verdict.
    var note: String
  }

  init(_ left: ScoredScenario, _ right: ScoredScenario, _ glyphs: Glyphs) {
    self.glyphs = glyphs
    columns = [
      TableColumn(id: "metric", title: "", width: .flexible(min: 20, max: 44), frozen: true),
      TableColumn(
        id: "left", title: left.scenario.name, width: .flexible(min: 7, max: 20), alignment: .right),
      TableColumn(
        id: "right", title: right.scenario.name, width: .flexible(min: 7, max: 20),
        alignment: .right),
      TableColumn(id: "change", title: "Difference", width: .fixed(10), alignment: .right),
      TableColumn(id: "note", title: "", width: .flexible(min: 8, max: 40), priority: 1),
    ]
    let comparison = ScorecardComparison(
      left.scorecard, left.rulebook, right.scorecard, right.rulebook)
    lines = comparison.areas.flatMap { area -> [Line] in
      let rule = (right.rulebook.areas + left.rulebook.areas).first { $0.id == area.id }
      let head = Line(
        id: area.id, name: rule?.name ?? area.id, isArea: true, points: area.points,
        note: ComparisonRows.note(area, rule, glyphs))
      return [head]
        + area.tracks.flatMap { track -> [Line] in
          let trackRule = rule?.tracks.first { $0.id == track.id }
          let prefix = area.tracks.count > 1 ? "\(trackRule?.name ?? track.id): " : ""
          return track.metrics.compactMap { metric in
            let metricRule = trackRule?.metrics.first { $0.id == metric.id }
            if metricRule?.isInformation ?? false { return nil }
            return Line(
              id: "\(area.id) \(track.id) \(metric.id)",
              name: "  \(prefix)\(metricRule?.name ?? metric.id)", isArea: false,
              points: metric.points, note: "")
          }
        }
    }
  }

  private static func note(
    _ area: ScorecardComparison.Area, _ rule: AreaRule?, _ glyphs: Glyphs
  ) -> String {
    var notes: [String] = []
    if area.isQualified.isChanged {
      notes.append(
        area.isQualified.after == true
          ? "\(glyphs.met) qualifies" : "\(glyphs.unmet) no longer qualifies")
    }
    if area.selectedTrack.isChanged, let after = area.selectedTrack.after {
      notes.append("\(rule?.tracks.first { $0.id == after }?.name ?? after) track")
    }
    return notes.joined(separator: ", ")
  }

  var count: Int { lines.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let line = lines[row]
    let role: Role = line.isArea ? .textStrong : .text
    switch column {
    case 0: return TableCell(line.name, role: role)
    case 1: return TableCell(line.points.before?.words ?? "", role: role)
    case 2: return TableCell(line.points.after?.words ?? "", role: role)
    case 3:
      let change = line.points.difference
      return TableCell(change.changeWords, role: .delta(change))
    default:
      return TableCell(
        line.note, role: line.note.first == glyphs.unmet ? .statusUnmet : .statusMet)
    }
  }

  func identity(_ row: Int) -> RowID { .name(lines[row].id) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 1: lines[row].points.before.map { .number($0.value) } ?? .missing
    case 2: lines[row].points.after.map { .number($0.value) } ?? .missing
    case 3: .number(lines[row].points.difference.value)
    default: .text(cell(row, column).text.lowercased())
    }
  }
}
