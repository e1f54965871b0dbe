import CapabilityScore

/// What a scenario changes, for people.
struct ScenarioText {
  private let board: ScenarioBoard
  private let name: String

  init(_ board: ScenarioBoard, name: String) {
    self.board = board
    self.name = name
  }

  func print() {
    Output.line("\(name): \(board.entries.count) edits", .strong)
    for entry in board.entries {
      if case .notApplicable(let problem) = entry.outcome {
        Output.line("  ✗ \(entry.edit.words): \(problem)", .bad)
      }
    }
    let rulebook = board.scorer.rulebook
    var table = TextTable(["", "before", "after", "change", ""], right: [1, 2, 3])
    for area in board.comparison.areas {
      let rule = rulebook.areas.first { $0.id == area.id }
      table.rows.append(row(rule?.name ?? area.id, area.points, verdict(area)))
      for track in area.tracks {
        for metric in track.metrics where metric.points.isChanged {
          let names = rule?.tracks.first { $0.id == track.id }
          let metricName = names?.metrics.first { $0.id == metric.id }?.name ?? metric.id
          let prefix = area.tracks.count > 1 ? "\(names?.name ?? track.id) " : ""
          table.rows.append(row("  \(prefix)\(metricName)", metric.points, ""))
        }
      }
    }
    for (number, line) in table.lines.enumerated() {
      Output.line(line, number == 0 ? .strong : .plain)
    }
  }

  private func row(_ name: String, _ points: BeforeAfter<Points>, _ verdict: String) -> [String] {
    let change = points.isChanged ? points.difference.signedWords : "="
    return [name, points.before?.words ?? "", points.after?.words ?? "", change, verdict]
  }

  private func verdict(_ area: ScorecardComparison.Area) -> String {
    switch (area.isQualified.before, area.isQualified.after) {
    case (false?, true?): "✓ would qualify"
    case (true?, false?): "✗ would not qualify any more"
    default: ""
    }
  }
}
