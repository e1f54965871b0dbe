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
    case .edits: "Edit"
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
    case .edits: return editLines(page, standings)
    case .criteria(let place): return CriteriaText(standings).lines(place)
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
      return standings.hides(months.unit) ? nil : chart(months, labels)
    case .workload, .usage:
      guard let rows = page.rows as? SeriesRows, let row = page.selectedRow else { return nil }
      let unit = rows.lines[row].field.unit
      return standings.hides(unit)
        ? nil : chart(ChartMonths(unit: unit, values: rows.lines[row].months), labels)
    default: return nil
    }
  }

  private func chart(_ months: ChartMonths, _ labels: [String]) -> ColumnChart {
    let scale = months.unit.isFractional ? 1e-6 : 1
    return ColumnChart(
      values: months.values.map { $0.map { Double($0) * scale } }, labels: labels,
      threshold: months.threshold.map { Double($0) * scale },
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
        // No blank, at which a line could break.
        guard let month, month > 0, !bars.isEmpty else { return "\u{A0}" }
        let step = Int(Double(month) / Double(greatest) * Double(bars.count - 1))
        return bars[max(0, min(bars.count - 1, step))]
      })
  }

  // MARK: Edits

  private func editLines(_ page: Page, _ standings: Standings) -> [[Span]] {
    guard let rows = page.rows as? EditRows, let row = page.selectedRow else { return [] }
    let line = rows.lines[row]
    let conflict = line.conflict.map { words in
      [
        [Span("\(state.glyphs.near) The data has changed since: ", .statusNear), Span(words)], [],
      ]
    }
    return [[Span(standings.words(line.entry.edit), .textStrong)], []] + (conflict ?? []) + [
      [Span("Effect: ", .textDim), Span(line.effect)], [],
      [Span("On the command line:", .textDim)], [Span(line.command)],
    ]
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
