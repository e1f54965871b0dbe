import CapabilityScore
import TerminalKit

/// The text of a page, or of the pane beside its table: conditions, suggestions, criteria, history.
struct DetailText {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  var title: String {
    switch state.page?.kind {
    case .contributors: "Why"
    case .tenant: "Usage"
    case .workload, .usage: "Months"
    case .individual: "One more"
    default: ""
    }
  }

  var lines: [[Span]] {
    guard let standings = state.standings, let page = state.page else { return [] }
    switch page.kind {
    case .contributors(let place, let component):
      return conditionLines(place, component, page, standings)
    case .tenant(let tenant): return usageLines(tenant, page, standings)
    case .workload, .usage: return seriesLines(page, standings)
    case .individual(let person): return oneMoreLines(person, standings)
    case .criteria(let place): return CriteriaText(standings).lines(place)
    case .history(let area): return HistoryText(standings, columns: state.size.columns).lines(area)
    default: return []
    }
  }

  /// The months behind the row under the cursor, where they can be drawn.
  var chart: ColumnChart? {
    guard let standings = state.standings, let page = state.page else { return nil }
    let labels = standings.explainer.chartMonthNames.map { month in
      month.month % 6 == 1 ? month.name : ""
    }
    switch page.kind {
    case .contributors(let place, let component):
      guard case .subject(let subject)? = page.selectedID,
        let measure = standings.existing(place)?.components[component].measure,
        let months = standings.explainer.months(of: subject, measure: measure)
      else { return nil }
      return standings.hides(months.unit) ? nil : chart(months.values, months.unit, labels)
    case .workload, .usage:
      guard let rows = page.rows as? SeriesRows, let row = page.selectedRow else { return nil }
      let unit = rows.lines[row].field.unit
      return standings.hides(unit) ? nil : chart(rows.lines[row].months, unit, labels)
    default: return nil
    }
  }

  private func chart(_ values: [Int64?], _ unit: Unit, _ labels: [String]) -> ColumnChart {
    let scale = unit.isFractional ? 1e-6 : 1
    return ColumnChart(
      values: values.map { $0.map { Double($0) * scale } }, labels: labels, threshold: nil,
      valueLabel: { NumberWords.fixed($0, places: 0) })
  }

  // MARK: Why

  private func conditionLines(
    _ place: MetricNumber, _ component: Int, _ page: Page, _ standings: Standings
  ) -> [[Span]] {
    guard case .subject(let subject)? = page.selectedID,
      let measure = standings.existing(place)?.components[component].measure
    else { return [[Span("Choose a row to see why it counts, or not.", .textDim)]] }
    let conditions = standings.explainer.conditions(of: subject, measure: measure)
    var lines = [[Span(standings.label(subject), .textStrong)]]
    // The answer first, then its reasons.
    for condition in conditions where condition.kind == .contribution {
      let role: Role = condition.isMet ? .statusMet : .textStrong
      lines.append([Span("\(state.glyphs.right) \(standings.words(condition.actual))", role)])
    }
    lines.append([])
    for condition in conditions where condition.kind != .contribution {
      lines += conditionLines(condition, standings)
    }
    return lines
  }

  private func conditionLines(_ condition: Condition, _ standings: Standings) -> [[Span]] {
    let sign =
      condition.isMet
      ? Span("\(state.glyphs.met) ", .statusMet) : Span("\(state.glyphs.unmet) ", .statusUnmet)
    var facts = [Span("    \(standings.words(condition.actual))", .textStrong)]
    facts.append(Span("; required: \(condition.required)", .textDim))
    if let shortfall = condition.shortfall {
      facts += [Span("; short by ", .textDim), Span(standings.words(shortfall), .statusUnmet)]
    }
    return [[sign, Span(condition.subject)], facts]
  }

  // MARK: Usage

  private func usageLines(_ tenant: Int, _ page: Page, _ standings: Standings) -> [[Span]] {
    var lines: [[Span]] = []
    for line in standings.explainer.series(ofTenant: tenant) {
      let name = standings.portfolio.names.workloads[line.workload]
      let unit = line.field.unit
      lines.append([
        Span(name, .textStrong),
        Span(" \(standings.associationName(line.association))", .textDim),
      ])
      lines.append([
        Span("  \(line.current.map { standings.words(unit, $0) } ?? "none last month")"),
        Span(line.baseline.map { ", was \(standings.number(unit, $0)) " } ?? " ", .textDim),
        Span(standings.hides(unit) ? "" : sparkline(line.months), .sparkline),
      ])
    }
    return lines.isEmpty ? [[Span("No usage in the months that scoring reads.", .textDim)]] : lines
  }

  private func seriesLines(_ page: Page, _ standings: Standings) -> [[Span]] {
    guard let rows = page.rows as? SeriesRows, let row = page.selectedRow else { return [] }
    let line = rows.lines[row]
    return [
      [Span(standings.label(.tenant(line.tenant)), .textStrong)],
      [
        Span(
          "\(line.field.name) by \(standings.associationName(line.association)), 24 months",
          .textDim)
      ],
    ]
  }

  /// Months as a line of bars, lowest at 0.
  private func sparkline(_ months: [Int64?]) -> String {
    let bars = state.glyphs.verticalEighths
    let greatest = max(1, months.compactMap { $0 }.max() ?? 1)
    return String(
      months.map { month in
        guard let month, month > 0, !bars.isEmpty else { return " " }
        let step = Int(Double(month) / Double(greatest) * Double(bars.count - 1))
        return bars[max(0, min(bars.count - 1, step))]
      })
  }

  // MARK: People

  private func oneMoreLines(_ person: Int, _ standings: Standings) -> [[Span]] {
    let suggestions = standings.explainer.oneMore(for: standings.portfolio.roster[person])
    guard !suggestions.isEmpty else {
      return [[Span("No single certification would make this person count elsewhere.", .textDim)]]
    }
    var lines: [[Span]] = [[Span("One certification more would count here:", .textDim)], []]
    for suggestion in suggestions {
      lines.append([Span(standings.title(suggestion.metric), .textStrong)])
      for number in suggestion.certifications {
        lines.append([
          Span("  \(state.glyphs.bullet) \(standings.rulebook.certifications[number].title)")
        ])
      }
    }
    return lines
  }
}

/// The criteria of a metric in words.
struct CriteriaText {
  private let standings: Standings

  init(_ standings: Standings) { self.standings = standings }

  func lines(_ place: MetricNumber) -> [[Span]] {
    guard let rule = standings.existing(place) else { return [] }
    var lines: [[Span]] = []
    for criteria in standings.rulebook.criteria(of: rule) {
      if !criteria.component.isEmpty { lines.append([Span(criteria.component, .textHeading)]) }
      lines.append([Span(criteria.text)])
      lines.append([])
      for item in criteria.items {
        if item.texts.count == 1, let text = item.texts.first {
          lines.append([Span("\(item.label): ", .textDim), Span(text)])
        } else {
          lines.append([Span("\(item.label):", .textDim)])
          lines += item.texts.map { [Span("  \(standings.glyphs.bullet) \($0)")] }
        }
      }
      lines.append([Span("Source: \(criteria.source)", .textDim)])
      lines.append([])
    }
    if rule.components.count > 1 {
      let words = rule.combining == .best ? "The better of the parts counts." : "The parts add up."
      lines.append([Span(words)])
    }
    return lines
  }
}

/// The six months of an area: scores by metric and month, and what the enrolment asks for.
struct HistoryText {
  private let standings: Standings
  private let isNarrow: Bool

  init(_ standings: Standings, columns: Int) {
    self.standings = standings
    isNarrow = columns < 102
  }

  func lines(_ area: Int) -> [[Span]] {
    let months = Array(standings.scorecard.months.reversed())
    var lines: [[Span]] = [standingLine(area), []]
    lines.append(row("", months.map { month($0.month) }, .textHeading))
    lines.append(
      row("Total", months.map { total($0.areas[area]) }, .textStrong))
    for (track, rule) in standings.rulebook.areas[area].tracks.enumerated() {
      lines.append([])
      if standings.rulebook.areas[area].tracks.count > 1 {
        let totals = months.map { $0.areas[area].tracks[track].points.words }
        lines.append(row(rule.name, totals, .textHeading))
      }
      for (metric, metricRule) in rule.metrics.enumerated() where !metricRule.isInformation {
        lines.append(
          row(
            "\(metricRule.name) (\(metricRule.maxPoints))",
            months.map { $0.areas[area].tracks[track].metrics[metric].points.words }, .text))
      }
    }
    return lines + [[]] + moves(area)
  }

  private func total(_ score: AreaScore) -> String {
    (score.isQualified ? "\(standings.glyphs.met) " : "") + score.points.words
  }

  private func row(_ name: String, _ cells: [String], _ role: Role) -> [Span] {
    [Span(TextWidth.fit(name, to: isNarrow ? 16 : 32), role)]
      + cells.map { Span(TextWidth.fit($0, to: isNarrow ? 7 : 11, align: .right), role) }
  }

  private func month(_ month: Month) -> String {
    isNarrow ? Month.shortNames[month.month - 1] : month.name
  }

  private func standingLine(_ area: Int) -> [Span] {
    let standing = standings.standing(area)
    let months = standings.scorecard.qualifiedMonths(ofArea: area)
    var text = "\(standing.name); qualified in \(months) of \(Scorecard.windowLength) months"
    if let day = standings.enrolments[standings.rulebook.areas[area].id] {
      let days = standings.asOf.distance(to: day)
      text += "; enrolled, anniversary \(day.name)" + (days >= 0 ? " in \(days) days" : "")
    }
    return [Span(text, .textStrong)]
  }

  /// What moved from the month before to this one, by metric of the partner's track.
  private func moves(_ area: Int) -> [[Span]] {
    let now = standings.scorecard.months[0].areas[area]
    let before = standings.scorecard.months[1].areas[area]
    let track = now.selectedTrack
    let rules = standings.rulebook.areas[area].tracks[track].metrics
    var lines: [[Span]] = [[Span("Since the month before", .textHeading)]]
    for (metric, rule) in rules.enumerated() where !rule.isInformation {
      let change =
        now.tracks[track].metrics[metric].points - before.tracks[track].metrics[metric].points
      guard change != .zero else { continue }
      let role: Role = change > .zero ? .deltaUp : .deltaDown
      lines.append([Span("  \(rule.name) "), Span(change.signedWords, role)])
    }
    return lines.count == 1 ? lines + [[Span("  no metric moved", .textDim)]] : lines
  }
}
