import CapabilityScore

/// A scorecard for people, and as rows for spreadsheets.
struct ScoreText {
  private let scorecard: Scorecard
  private let rulebook: Rulebook
  private let enrolments: [String: Day]
  private let disclosure: Disclosure
  private let areas: [Int]

  /// - Parameter ids: Only these areas; empty for all.
  init(_ scorecard: Scorecard, _ partner: PartnerData, _ ids: [String]) {
    self.scorecard = scorecard
    rulebook = partner.rulebook
    enrolments = partner.enrolments
    disclosure = partner.disclosure
    areas = partner.rulebook.areas.indices.filter { index in
      ids.isEmpty || ids.contains(partner.rulebook.areas[index].id)
    }
  }

  func print(_ partner: Partner) {
    let data = scorecard.lastMonth.map { "data to \($0.name)" } ?? "no usage data"
    let name = partner.name.isEmpty ? "" : "\(partner.name) · "
    Output.line("\(name)as of \(scorecard.asOf.name) · \(data) · \(rulebook.id)", .strong)
    for area in areas { print(area: area) }
  }

  private func print(area: Int) {
    let rule = rulebook.areas[area]
    let score = scorecard.areas[area]
    let standing = scorecard.standing(ofArea: area, anniversary: enrolments[rule.id])
    let months = scorecard.qualifiedMonths(ofArea: area)
    Output.line()
    Output.line(
      "\(rule.name)  \(score.points.words) of \(rulebook.trackPoints)  \(score.isQualified ? "✓" : months > 0 ? "~" : "✗") "
        + "\(standing.name), window \(months) of \(Scorecard.windowLength)",
      score.isQualified ? .good : .strong)
    for (track, trackRule) in rule.tracks.enumerated() {
      if rule.tracks.count > 1 {
        let own = track == score.selectedTrack ? "your track" : "not your track"
        Output.line("  \(trackRule.name) \(score.tracks[track].points.words) (\(own))")
      }
      var table = TextTable(["", "points", "max", "counted", ""], right: [1, 2])
      for (metric, metricRule) in trackRule.metrics.enumerated() {
        table.rows += rows(metricRule, score.tracks[track].metrics[metric])
      }
      for line in table.lines.dropFirst() { Output.line("    " + line) }
    }
  }

  private func rows(_ rule: MetricRule, _ score: MetricScore) -> [[String]] {
    rule.components.indices.map { index in
      let component = rule.components[index]
      let isShown = disclosure.shows(rulebook.measures[component.measure].unit)
      let part = words(component, score.components[index])
      let name = rule.components.count > 1 ? "\(component.id): " : ""
      let periods =
        isShown
        ? rulebook.periodWords(component, score.components[index]).map { "(\($0))" } ?? "" : ""
      let reason = index == 0 ? score.reason.map { "✗ \($0.words)" } : nil
      return [
        index == 0 ? rule.name : "",
        index == 0 && !rule.isInformation ? score.points.words : "",
        index == 0 && !rule.isInformation ? "/ \(rule.maxPoints)" : "",
        name + part, [periods, reason ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
  }

  /// What is counted of what is needed; a share of growth is no amount.
  private func words(_ rule: ComponentRule, _ score: ComponentScore) -> String {
    if case .percent? = score.quantity { return rulebook.words(rule, score) }
    guard disclosure.shows(rulebook.measures[rule.measure].unit) else { return Disclosure.mask }
    return rulebook.words(rule, score)
  }

  var csv: String {
    var rows = [
      [
        "area", "track", "selected", "metric", "points", "max_points", "component", "current",
        "baseline", "quantity", "target", "reason",
      ]
    ]
    for area in areas {
      let rule = rulebook.areas[area]
      for (track, trackRule) in rule.tracks.enumerated() {
        let own = track == scorecard.areas[area].selectedTrack
        for (metric, metricRule) in trackRule.metrics.enumerated() {
          let score = scorecard.areas[area].tracks[track].metrics[metric]
          for (index, component) in metricRule.components.enumerated() {
            rows.append(
              [
                rule.id, trackRule.id, own ? "yes" : "no", metricRule.id, "\(score.points.value)",
                "\(metricRule.maxPoints)", component.id,
              ]
                + numbers(component, score.components[index]) + [score.reason?.rawValue ?? ""])
          }
        }
      }
    }
    return CSVText.text(rows)
  }

  private func numbers(_ rule: ComponentRule, _ score: ComponentScore) -> [String] {
    let unit = rulebook.measures[rule.measure].unit
    func plain(_ value: Int64) -> String {
      disclosure.number(value, unit).plain
    }
    let quantity: String
    switch score.quantity {
    case .amount(let amount): quantity = plain(amount)
    case .percent(let percent): quantity = "\(percent)"
    case nil: quantity = ""
    }
    return [
      plain(score.current), score.baseline.map(plain) ?? "", quantity,
      rule.target?.description ?? "",
    ]
  }
}

/// Rows as RFC 4180 text, safe to open in a spreadsheet.
enum CSVText {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") }.joined(separator: "\n")
  }

  /// Quotes where the form asks for it; a text that a spreadsheet would take for a formula gets an
  /// apostrophe in front. Numbers stay numbers.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
