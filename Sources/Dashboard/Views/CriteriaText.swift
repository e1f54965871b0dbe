import CapabilityScore
import TerminalKit

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
