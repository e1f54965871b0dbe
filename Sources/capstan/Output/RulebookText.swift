import CapabilityScore

/// A rulebook in words, for people.
struct RulebookText {
  private let rulebook: Rulebook

  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  func print() {
    Output.line("\(rulebook.name) (\(rulebook.id))", .strong)
    Output.line("Source: \(rulebook.source)")
    Output.line(
      "A track qualifies with \(rulebook.passMark) of \(rulebook.trackPoints) points and no metric at 0."
    )
    Output.line("Near miss: \(rulebook.nearness.nearMissWords).")
    Output.line("At risk: \(rulebook.nearness.atRiskWords).")
    for area in rulebook.areas {
      for track in area.tracks {
        Output.line()
        Output.line(area.tracks.count > 1 ? "\(area.name), \(track.name)" : area.name, .strong)
        for metric in track.metrics { print(metric) }
      }
    }
    let assumed = rulebook.workloads.filter(\.isAssumed)
    guard !assumed.isEmpty else { return }
    Output.line()
    Output.line(
      "Assumed: the rate of \(assumed.map(\.name).joined(separator: ", ")) is on no public card.")
  }

  private func print(_ metric: MetricRule) {
    let points = metric.isInformation ? "no points" : "\(metric.maxPoints) points"
    Output.line("  \(metric.name), \(metric.category.name.lowercased()), \(points)")
    for criteria in rulebook.criteria(of: metric) {
      let name = criteria.component.isEmpty ? "" : "\(criteria.component): "
      Output.line("    \(name)\(criteria.text)")
      for item in criteria.items {
        Output.line("      \(item.label): \(item.texts.joined(separator: "; "))")
      }
    }
  }
}
