import CapabilityScore
import TerminalKit

/// The six months of an area: totals and metrics by month, track by track.
struct HistoryRows: RowSource {
  let standings: Standings
  private let area: Int
  private let lines: [Line]

  /// The area's total, that of one of its tracks, or a metric.
  private enum Line {
    case area
    case track(Int)
    case metric(MetricNumber)
  }

  init(_ standings: Standings, area: Int) {
    self.standings = standings
    self.area = area
    let tracks = standings.rulebook.areas[area].tracks.indices
    lines =
      [.area]
      + tracks.flatMap { track in
        let metrics = MetricRows(standings, area: area, track: track).places
          .filter { !standings.rule($0).isInformation }
        return (tracks.count > 1 ? [Line.track(track)] : []) + metrics.map { Line.metric($0) }
      }
    columns =
      [TableColumn(id: "metric", title: "", width: .flexible(min: 20, max: 40), frozen: true)]
      + (0..<Scorecard.windowLength).reversed().map { month in
        TableColumn(
          id: "month\(month)", title: standings.scorecard.months[month].month.name,
          width: .fixed(9), alignment: .right, priority: month)
      }
      + [TableColumn(id: "change", title: "Change", width: .fixed(7), alignment: .right)]
      + DeltaColumn.columns(standings)
  }

  let columns: [TableColumn]
  var count: Int { lines.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    if column == 0 { return TableCell(name(row), role: isTotal(row) ? .textStrong : .text) }
    guard column <= Scorecard.windowLength + 1 else {
      let change = points(row, month: 0) - before(row)
      return TableCell(change == .zero ? "" : change.signedWords, role: .delta(change))
    }
    guard column <= Scorecard.windowLength else {
      let change = points(row, month: 0) - points(row, month: 1)
      return TableCell(change.changeWords, role: .delta(change))
    }
    let month = Scorecard.windowLength - column
    let sign = isQualified(row, month: month) ? "\(standings.glyphs.met) " : ""
    return TableCell(
      sign + points(row, month: month).words,
      role: !isTotal(row) ? .text : sign.isEmpty ? .textStrong : .statusMet)
  }

  func identity(_ row: Int) -> RowID {
    switch lines[row] {
    case .area: .name("total")
    case .track(let track): .name("total \(track)")
    case .metric(let place): .metric(place)
    }
  }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(name(row).lowercased())
    case Scorecard.windowLength + 2: .number((points(row, month: 0) - before(row)).value)
    case Scorecard.windowLength + 1:
      .number((points(row, month: 0) - points(row, month: 1)).value)
    default: .number(points(row, month: Scorecard.windowLength - column).value)
    }
  }

  private func name(_ row: Int) -> String {
    switch lines[row] {
    case .area: return "Total"
    case .track(let track): return "\(standings.rulebook.areas[area].tracks[track].name) track"
    case .metric(let place):
      let rule = standings.rule(place)
      return "  \(rule.name) (\(rule.maxPoints))"
    }
  }

  private func isTotal(_ row: Int) -> Bool {
    if case .metric = lines[row] { false } else { true }
  }

  private func points(_ row: Int, month: Int) -> Points {
    let score = standings.scorecard.months[month].areas[area]
    return switch lines[row] {
    case .area: score.points
    case .track(let track): score.tracks[track].points
    case .metric(let place): standings.score(place, month: month).points
    }
  }

  /// The points of now without the edits.
  private func before(_ row: Int) -> Points {
    guard let score = standings.baseline?.areas[area] else { return points(row, month: 0) }
    return switch lines[row] {
    case .area: score.points
    case .track(let track): score.tracks[track].points
    case .metric(let place): standings.baselinePoints(place) ?? .zero
    }
  }

  private func isQualified(_ row: Int, month: Int) -> Bool {
    let score = standings.scorecard.months[month].areas[area]
    return switch lines[row] {
    case .area: score.isQualified
    case .track(let track): score.tracks[track].isQualified
    case .metric: false
    }
  }
}
