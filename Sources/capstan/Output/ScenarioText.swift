import CapabilityScore

/// What a scenario changes, for people.
struct ScenarioText {
  private let board: ScenarioBoard
  private let name: String
  private let disclosure: Disclosure

  init(_ board: ScenarioBoard, name: String, _ disclosure: Disclosure) {
    self.board = board
    self.name = name
    self.disclosure = disclosure
  }

  /// What is said of the edits above the table.
  enum Detail {
    /// Only the edits that do nothing, with the reason.
    case problems
    case withEdits
  }

  func print(_ format: OutputFormat, _ detail: Detail, _ partner: PartnerData) {
    switch format {
    case .text: printTable(detail)
    case .json: Output.raw(json(partner).text)
    case .csv: Output.raw(CSVText.text(csvRows))
    }
  }

  /// Every metric of every track, and with a blank metric the totals of tracks and areas.
  private var csvRows: [[String]] {
    var rows = [["area", "track", "metric", "before", "after", "change"]]
    func add(_ ids: [String], _ points: BeforeAfter<Points>) {
      let numbers = [points.before, points.after].map { $0.map { "\($0.value)" } ?? "" }
      rows.append(ids + numbers + ["\(points.difference.value)"])
    }
    for area in board.comparison.areas {
      add([area.id, "", ""], area.points)
      for track in area.tracks {
        add([area.id, track.id, ""], track.points)
        for metric in track.metrics { add([area.id, track.id, metric.id], metric.points) }
      }
    }
    return rows
  }

  private func printTable(_ detail: Detail) {
    let count = board.entries.count
    Output.line("\(name): \(count) \(count == 1 ? "edit" : "edits")", .strong)
    for entry in board.entries { print(entry, detail) }
    if detail == .withEdits { Output.line() }
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
    table.print()
    for change in handOvers {
      let words = change.handOver.words { "'\(board.label($0))'" }
      Output.line("\(change.title): \(words)")
    }
  }

  /// A component in which somebody counts now who did not, or counts no more.
  private struct Change {
    var component: ComponentID
    var title: String
    var handOver: HandOver
  }

  /// In the order of the rulebook; a measure that several components share is told for each.
  private var handOvers: [Change] {
    let found = board.handOvers()
    return board.scorer.rulebook.areas.flatMap { area in
      area.tracks.flatMap { track in
        track.metrics.flatMap { metric in
          metric.components.compactMap { component -> Change? in
            let id = ComponentID(
              area: area.id, track: track.id, metric: metric.id, component: component.id)
            guard let handOver = found[id] else { return nil }
            let parts = [
              area.name, area.tracks.count > 1 ? track.name : "", metric.name,
              metric.components.count > 1 ? component.id : "",
            ]
            return Change(
              component: id, title: parts.filter { !$0.isEmpty }.joined(separator: ", "),
              handOver: handOver)
          }
        }
      }
    }
  }

  private func print(_ entry: ScenarioBoard.Entry, _ detail: Detail) {
    let words = words(entry.edit)
    switch (entry.outcome, detail) {
    case (.notApplicable(let problem), _): Output.line("  ✗ \(words): \(problem)", .bad)
    case (.alreadyTrue, .withEdits): Output.line("  = \(words): already so")
    case (.applied, .withEdits): Output.line("  ✓ \(words)")
    case (.alreadyTrue, .problems), (.applied, .problems): break
    }
  }

  /// The edit with the tenant's name in place of its id.
  private func words(_ edit: ScenarioEdit) -> String {
    let words = disclosure.words(edit)
    let tenants = board.edited.base.tenants
    guard let id = edit.tenantID, let number = tenants.number(ofID: id) else { return words }
    return words.replacing(id, with: tenants.label(number))
  }

  private func row(_ name: String, _ points: BeforeAfter<Points>, _ verdict: String) -> [String] {
    let change = points.difference.changeWords
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

extension ScenarioText {
  /// The edits with what became of each, and the scores in the form of `score`.
  private func json(_ partner: PartnerData) -> JSONValue {
    let name = board.edited.base.partner
    return .object([
      ("schema", .integer(1)),
      ("name", .string(self.name)),
      ("edits", .array(board.entries.map(json))),
      (
        "before",
        board.baseline.json(
          rulebook: partner.rulebook, partner: name, enrolments: partner.enrolments,
          disclosure: disclosure)
      ),
      (
        "after",
        board.scorecard.json(
          rulebook: board.scorer.rulebook, partner: name, enrolments: partner.enrolments,
          disclosure: disclosure)
      ),
      ("changedHands", .array(handOvers.map(json))),
    ])
  }

  private func json(_ change: Change) -> JSONValue {
    func subjects(_ subjects: [Subject]) -> JSONValue {
      .array(subjects.map { .object(board.edited.identity(of: $0)) })
    }
    return .object([
      ("area", .string(change.component.area)),
      ("track", .string(change.component.track)),
      ("metric", .string(change.component.metric)),
      ("component", .string(change.component.component)),
      ("gained", subjects(change.handOver.gained)),
      ("lost", subjects(change.handOver.lost)),
    ])
  }

  private func json(_ entry: ScenarioBoard.Entry) -> JSONValue {
    let outcome: (String, String?) =
      switch entry.outcome {
      case .applied: ("applied", nil)
      case .alreadyTrue: ("already-true", nil)
      case .notApplicable(let problem): ("not-applicable", problem.description)
      }
    return .object([
      ("edit", disclosure.json(entry.edit)),
      ("words", .string(words(entry.edit))),
      ("outcome", .string(outcome.0)),
      ("reason", .optional(outcome.1)),
    ])
  }
}

extension HandOver {
  /// `gains 'Fabrikam', 'Elm'; loses 'Fen' and 3 more`.
  fileprivate func words(_ label: (Subject) -> String) -> String {
    func list(_ subjects: [Subject]) -> String {
      let names = subjects.prefix(HandOver.mostNames).map(label).joined(separator: ", ")
      let rest = subjects.count - HandOver.mostNames
      return rest > 0 ? "\(names) and \(rest) more" : names
    }
    return [("gains", gained), ("loses", lost)].filter { !$1.isEmpty }
      .map { "\($0) \(list($1))" }.joined(separator: "; ")
  }

  private static let mostNames = 6
}
