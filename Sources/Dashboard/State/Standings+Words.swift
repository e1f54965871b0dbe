import CapabilityScore
import TerminalKit

extension Standings {
  /// The name of what is counted; the one place where names of customers and people come from.
  func label(_ subject: Subject) -> String {
    guard hidesNames else { return explainer.label(subject) }
    switch subject {
    case .tenant(let tenant): return "Tenant \(tenant + 1)"
    case .pair(let tenant, let workload):
      return "Tenant \(tenant + 1) · \(portfolio.names.workloads[workload])"
    case .individual(let number): return "Person \(number + 1)"
    case .workload: return explainer.label(subject)
    }
  }

  // MARK: Amounts, the one place where they become text

  func number(_ unit: Unit, _ value: Int64) -> String {
    hides(unit) ? AmountMask.sign : unit.number(value)
  }

  func signedNumber(_ unit: Unit, _ value: Int64) -> String {
    (value > 0 ? "+" : "") + number(unit, value)
  }

  func words(_ unit: Unit, _ value: Int64) -> String {
    hides(unit) ? "\(AmountMask.sign) \(unit.plural)" : unit.words(value)
  }

  func hides(_ unit: Unit) -> Bool { hidesRevenue && unit == .dollars }

  /// How an amount is sorted; a hidden one is not, for the order would tell it.
  func sortKey(_ unit: Unit, _ value: Int64?) -> SortKey {
    guard let value, !hides(unit) else { return .missing }
    return .number(Double(value))
  }

  /// A text of the library.
  func words(_ text: String) -> String { hidesRevenue ? AmountMask.masked(text) : text }

  /// What a component has of what it needs.
  func words(_ component: ComponentRule, _ score: ComponentScore) -> String {
    hides(rulebook.measures[component.measure].unit)
      ? AmountMask.sign : rulebook.words(component, score)
  }

  // MARK: People

  /// E-mail or MCP id.
  func identity(ofIndividual number: Int) -> String {
    hidesNames ? "hidden" : portfolio.roster[number].id
  }

  func tenantID(_ tenant: Int) -> String {
    hidesNames ? "hidden" : portfolio.tenants.ids[tenant]
  }

  func associationName(_ association: Int) -> String {
    associationName(portfolio.names.associations[association])
  }

  func associationName(_ id: String) -> String {
    let name = rulebook.associations.first { $0.id == id }?.name ?? id
    return name.isEmpty ? "(blank)" : name
  }

  /// `Modern Work › SMB › Deployments`, the track only where there are several.
  func title(_ place: MetricNumber) -> String {
    let area = rulebook.areas[place.area]
    let track = area.tracks.count > 1 ? " \(area.tracks[place.track].name)" : ""
    return "\(area.shortName)\(track) \(glyphs.crumb) \(rule(place).name)"
  }

  /// Where an area's designation stands, and what its enrolment asks for.
  func enrolmentWords(_ area: Int) -> String {
    let months = scorecard.qualifiedMonths(ofArea: area)
    let standing =
      "\(standing(area).name), qualified in \(months) of \(Scorecard.windowLength) months"
    guard let day = enrolments[rulebook.areas[area].id] else { return standing }
    return "\(standing). \(scorecard.renewalWords(day))"
  }

  /// What an area lacks to the pass mark; 0 where it has it.
  func shortage(_ area: Int) -> Points {
    max(.zero, Points(rulebook.passMark) - scorecard.areas[area].points)
  }

  /// The metric of the partner's track that keeps an area from qualifying most: one at 0, else the
  /// one with most points still to earn.
  func weakestMetric(_ area: Int) -> MetricNumber? {
    let track = scorecard.areas[area].selectedTrack
    let rules = rulebook.areas[area].tracks[track].metrics
    let places = rules.indices.filter { !rules[$0].isInformation }
      .map { MetricNumber(area: area, track: track, metric: $0) }
    return places.max { left, right in
      let (a, b) = (score(left), score(right))
      if (a.points > .zero) != (b.points > .zero) { return a.points > .zero }
      let (openA, openB) = (
        Points(rule(left).maxPoints) - a.points, Points(rule(right).maxPoints) - b.points
      )
      return openA < openB
    }
  }

  /// Metrics that earn nothing, and in areas that do not qualify those that do not earn all.
  func failingMetrics() -> [MetricNumber] {
    scorecard.areas.indices.flatMap { area -> [MetricNumber] in
      let track = scorecard.areas[area].selectedTrack
      return MetricRows(self, area: area, track: track).places.filter { place in
        !rule(place).isInformation && isFailing(place)
      }
    }
  }

  /// Whether a metric earns nothing, or is not full in an area that does not qualify.
  func isFailing(_ place: MetricNumber) -> Bool {
    let score = score(place)
    if score.points == .zero { return true }
    return !scorecard.areas[place.area].isQualified
      && score.points < Points(rule(place).maxPoints)
  }
}
