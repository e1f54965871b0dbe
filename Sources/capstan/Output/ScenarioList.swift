import CapabilityScore

/// All scenarios, with what each makes of every area: the matrix of scenarios and areas.
struct ScenarioList {
  private let scenarios: [Scenario]
  private let boards: [ScenarioBoard]
  private let partner: PartnerData

  init(_ scenarios: [Scenario], _ boards: [ScenarioBoard], _ partner: PartnerData) {
    self.scenarios = scenarios
    self.boards = boards
    self.partner = partner
  }

  func print(_ format: OutputFormat) {
    switch format {
    case .text: printTable()
    case .json: Output.raw(json.text)
    case .csv: Output.raw(CSVText.text(csvRows))
    }
  }

  private var areas: [AreaRule] { partner.rulebook.areas }

  private func printTable() {
    guard let baseline = boards.first?.baseline else {
      Output.line(
        "There are no scenarios yet: the dashboard saves them, capstan scenario import reads a file."
      )
      return
    }
    var table = TextTable(
      ["scenario", "edits"] + areas.map(\.shortName), right: Set(1...areas.count + 1))
    table.rows.append(["as it is", ""] + baseline.areas.map { words($0.points, $0.isQualified) })
    for (scenario, board) in zip(scenarios, boards) {
      table.rows.append(
        [scenario.name, String(scenario.edits.count)]
          + matched(board).map { $0.map { words($0.points, $0.isQualified) } ?? "" })
    }
    table.print()
  }

  private func words(_ points: Points, _ isQualified: Bool) -> String {
    points.words + (isQualified ? " ✓" : "  ")
  }

  /// The areas of a board in the order of the rulebook at hand; a scenario may score by another.
  private func matched(_ board: ScenarioBoard) -> [AreaScore?] {
    let rules = board.scorer.rulebook
    let scores = board.scorecard.areas
    return areas.map { area in rules.areaIndex(area.id).map { scores[$0] } }
  }

  private var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      (
        "scenarios",
        .array(
          zip(scenarios, boards).map { scenario, board in
            .object([
              ("name", .string(scenario.name)),
              ("edits", .integer(Int64(scenario.edits.count))),
              (
                "areas",
                .array(
                  zip(areas, matched(board)).map { area, score in
                    .object([
                      ("id", .string(area.id)),
                      ("points", score.map { .number($0.points.value) } ?? .null),
                      ("qualified", score.map { .bool($0.isQualified) } ?? .null),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }

  private var csvRows: [[String]] {
    [["scenario", "edits"] + areas.map(\.id)]
      + zip(scenarios, boards).map { scenario, board in
        [scenario.name, String(scenario.edits.count)]
          + matched(board).map { $0.map { "\($0.points.value)" } ?? "" }
      }
  }
}
