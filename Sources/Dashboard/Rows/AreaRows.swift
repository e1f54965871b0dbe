import CapabilityScore
import TerminalKit

/// The areas on the overview, in rulebook order or the nearest to qualifying first.
struct AreaRows: RowSource {
  let standings: Standings

  let columns = [
    TableColumn(id: "area", title: "Area", width: .flexible(min: 16, max: 30), frozen: true),
    TableColumn(id: "points", title: "Points", width: .fixed(7), alignment: .right),
    TableColumn(id: "distance", title: "To qualify", width: .fixed(10), alignment: .right),
  ]

  var count: Int { standings.scorecard.areas.count }

  func cell(_ row: Int, _ column: Int) -> TableCell {
    let score = standings.scorecard.areas[row]
    switch column {
    case 0: return TableCell(standings.rulebook.areas[row].name)
    case 1: return TableCell(score.points.words)
    default: return TableCell(standings.shortage(row).wordsRoundedUp)
    }
  }

  func identity(_ row: Int) -> RowID { .area(row) }

  func sortKey(_ row: Int, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(standings.rulebook.areas[row].name)
    case 1: .number(standings.scorecard.areas[row].points.value)
    default: .number(standings.shortage(row).value)
    }
  }
}

/// The metrics of a track, by category as they are shown.
struct MetricRows: RowSource {
  let places: [MetricNumber]
  let names: [String]

  init(_ standings: Standings, area: Int, track: Int) {
    let metrics = standings.rulebook.areas[area].tracks[track].metrics
    let groups: [[Int]] =
      MetricCategory.allCases.map { category in
        metrics.indices.filter { metrics[$0].category == category && !metrics[$0].isInformation }
      } + [metrics.indices.filter { metrics[$0].isInformation }]
    let order = groups.flatMap { $0 }
    places = order.map { MetricNumber(area: area, track: track, metric: $0) }
    names = order.map { metrics[$0].name }
  }

  let columns = [TableColumn(id: "metric", title: "Metric", width: .flexible(min: 10, max: 40))]
  var count: Int { places.count }
  func cell(_ row: Int, _ column: Int) -> TableCell { TableCell(names[row]) }
  func identity(_ row: Int) -> RowID { .metric(places[row]) }
}
