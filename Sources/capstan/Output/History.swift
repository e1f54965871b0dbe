import CapabilityScore

/// A track over the six months of the window, for people and for programs.
struct History {
  private let partner: PartnerData
  private let explainer: Explainer
  private let scorecard: Scorecard
  private let area: Int
  private let track: Int
  /// For each metric and component what changed hands, newest month first.
  private let handOvers: [[[HandOver]]]

  init(
    _ partner: PartnerData, _ explainer: Explainer, _ scorecard: Scorecard, area: Int, track: Int
  ) {
    self.partner = partner
    self.explainer = explainer
    self.scorecard = scorecard
    self.area = area
    self.track = track
    var known: [Int: [HandOver]] = [:]
    handOvers = partner.rulebook.areas[area].tracks[track].metrics.map { metric in
      metric.components.map { component in
        if let found = known[component.measure] { return found }
        let found = explainer.handOvers(measure: component.measure)
        known[component.measure] = found
        return found
      }
    }
  }

  private var areaRule: AreaRule { partner.rulebook.areas[area] }
  private var rule: TrackRule { areaRule.tracks[track] }
  private var anniversary: Day? { partner.enrolments[areaRule.id] }

  private var scores: [TrackScore] { scorecard.months.map { $0.areas[area].tracks[track] } }

  // MARK: For people

  func print() {
    let standing = scorecard.standing(ofArea: area, anniversary: anniversary)
    Output.line(
      "\(partner.rulebook.name(ofTrack: track, inArea: area))  \(standing.name), qualified in "
        + "\(scorecard.qualifiedMonths(ofArea: area)) of \(Scorecard.windowLength) months", .strong)
    if let anniversary { Output.line(scorecard.renewalWords(anniversary)) }
    Output.line()
    printScores()
    var moves = TextTable(["what moved", "", "", ""])
    for month in scorecard.months.indices.dropLast() { moves.rows += self.moves(month) }
    guard !moves.rows.isEmpty else { return }
    Output.line()
    moves.print()
  }

  /// Months from left to right, as people read them.
  private func printScores() {
    let months = Array(scorecard.months.indices.reversed())
    var table = TextTable(
      [""] + months.map { scorecard.months[$0].month.name } + ["of"],
      right: Set(1...months.count + 1))
    for (metric, rule) in rule.metrics.enumerated() where !rule.isInformation {
      table.rows.append(
        [rule.name] + months.map { scores[$0].metrics[metric].points.words } + ["\(rule.maxPoints)"]
      )
    }
    table.rows.append(
      ["Total"] + months.map { scores[$0].points.words } + ["\(partner.rulebook.trackPoints)"])
    table.rows.append(["Qualified"] + months.map { scores[$0].isQualified ? "✓" : "✗" })
    if areaRule.tracks.count > 1 {
      table.rows.append(
        ["Your track"]
          + months.map { areaRule.tracks[scorecard.months[$0].areas[area].selectedTrack].name })
    }
    table.print()
  }

  /// What changed in a month against the one before: a row for each metric.
  private func moves(_ month: Int) -> [[String]] {
    var rows: [[String]] = []
    for (metric, rule) in rule.metrics.enumerated() where !rule.isInformation {
      let (now, before) = (scores[month].metrics[metric], scores[month + 1].metrics[metric])
      let reasons = rule.components.indices.compactMap { reason(month, metric, $0) }
      guard now.points != before.points || !reasons.isEmpty else { continue }
      let change =
        now.points == before.points ? "=" : "\(before.points.words) → \(now.points.words)"
      rows.append([
        rows.isEmpty ? scorecard.months[month].month.name : "", rule.name, change,
        reasons.joined(separator: "; "),
      ])
    }
    return rows
  }

  /// Who came and went in a component; or else that it is measured against more or less.
  private func reason(_ month: Int, _ metric: Int, _ component: Int) -> String? {
    let rule = rule.metrics[metric]
    let handOver = handOvers[metric][component][month]
    var words = [self.words("+", handOver.gained), self.words("−", handOver.lost)]
      .compactMap { $0 }.joined(separator: " ")
    if words.isEmpty {
      let unit = partner.rulebook.measures[rule.components[component].measure].unit
      let baselines = [month + 1, month].map { number in
        scores[number].metrics[metric].components[component].baseline
      }
      guard unit == .tenants || unit == .pairs, let old = baselines[0], let new = baselines[1],
        old != new
      else { return nil }
      words = "a year ago \(unit.number(new)) instead of \(unit.number(old))"
    }
    return rule.components.count > 1 ? "\(rule.components[component].id): \(words)" : words
  }

  private func words(_ sign: String, _ subjects: [Subject]) -> String? {
    guard !subjects.isEmpty else { return nil }
    let names = subjects.prefix(History.shownNames).map(explainer.label).joined(separator: ", ")
    let rest = subjects.count - History.shownNames
    return "\(sign) \(names)" + (rest > 0 ? " and \(rest) more" : "")
  }

  private static let shownNames = 3

  // MARK: For programs

  var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      ("area", .string(areaRule.id)),
      ("track", .string(rule.id)),
      (
        "status", .string(scorecard.standing(ofArea: area, anniversary: anniversary).rawValue)
      ),
      ("qualifiedMonths", .integer(Int64(scorecard.qualifiedMonths(ofArea: area)))),
      ("enrolment", anniversary.map(enrolment) ?? .null),
      ("months", .array(scorecard.months.indices.map(month))),
    ])
  }

  private func enrolment(_ anniversary: Day) -> JSONValue {
    let window = Scorecard.renewalWindow(anniversary)
    return .object([
      ("anniversary", .string(anniversary.description)),
      ("renewalFrom", .string(window.lowerBound.description)),
      ("renewalTo", .string(window.upperBound.description)),
      ("daysLeft", .integer(Int64(scorecard.asOf.distance(to: anniversary)))),
    ])
  }

  private func month(_ number: Int) -> JSONValue {
    let score = scorecard.months[number]
    return .object([
      ("month", .string(score.month.description)),
      ("points", .number(scores[number].points.value)),
      ("qualified", .bool(scores[number].isQualified)),
      ("selectedTrack", .string(areaRule.tracks[score.areas[area].selectedTrack].id)),
      (
        "metrics",
        .array(
          rule.metrics.enumerated().map { metric, rule in
            .object([
              ("id", .string(rule.id)),
              ("points", .number(scores[number].metrics[metric].points.value)),
              ("reason", .optional(scores[number].metrics[metric].reason?.rawValue)),
              ("components", .array(rule.components.indices.map { part(number, metric, $0) })),
            ])
          })
      ),
    ])
  }

  private func part(_ month: Int, _ metric: Int, _ component: Int) -> JSONValue {
    let rule = rule.metrics[metric].components[component]
    let score = scores[month].metrics[metric].components[component]
    let changes = handOvers[metric][component]
    func subjects(_ list: [Subject]) -> JSONValue {
      .array(list.map { .object(explainer.identity(of: $0)) })
    }
    return .object([
      ("id", .string(rule.id)),
      ("points", .number(score.points.value)),
      ("current", number(score.current, rule).json),
      ("baseline", score.baseline.map { number($0, rule).json } ?? .null),
      ("gained", changes.indices.contains(month) ? subjects(changes[month].gained) : .null),
      ("lost", changes.indices.contains(month) ? subjects(changes[month].lost) : .null),
    ])
  }

  private func number(_ value: Int64, _ rule: ComponentRule) -> ListOutput.Number {
    partner.disclosure.number(value, partner.rulebook.measures[rule.measure].unit)
  }

  var csv: String {
    var rows = [
      ["month", "metric", "metric_points", "component", "points", "current", "baseline"]
    ]
    for (month, score) in zip(scorecard.months, scores) {
      for (metricRule, metric) in zip(rule.metrics, score.metrics) {
        for (part, component) in zip(metricRule.components, metric.components) {
          rows.append([
            month.month.description, metricRule.id, "\(metric.points.value)", part.id,
            "\(component.points.value)", number(component.current, part).plain,
            component.baseline.map { number($0, part).plain } ?? "",
          ])
        }
      }
    }
    return CSVText.text(rows)
  }
}
