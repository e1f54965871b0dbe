import CapabilityScore

/// The standing of a partner, for people who do not use a terminal: words and numbers, ready to be set.
struct Report {
  var partner: String
  /// `as of 15 Jul 2024 · data to Jun 2024 · insights-2024`.
  var basis: String
  /// The scenario that it shows; nil for the data as it is.
  var scenario: String?
  /// What a track's metrics add up to at most, and the points that qualify.
  var trackPoints: Int
  var passMark: Int
  var areas: [Area]

  struct Area {
    var name: String
    var points: Points
    /// Without the scenario's edits, where they change it.
    var before: Points?
    var isQualified: Bool
    /// `In progress · window 0 of 6`.
    var standing: String
    /// Oldest first.
    var months: [Month]
    var tracks: [Track]
    /// What the metrics with most to earn lack.
    var needs: [String]
    var nearMisses: [NearMiss]
    /// Empty where the area qualifies.
    var plan: [Step]
    /// What the plan comes to.
    var planVerdict: String
  }

  struct Month {
    var name: String
    var points: Points
    var isQualified: Bool
  }

  struct Track {
    var name: String
    var points: Points
    var isOwn: Bool
    var metrics: [Metric]
  }

  struct Metric {
    var name: String
    var points: Points
    var maxPoints: Int
    /// `7 of 10 tenants`.
    var counted: String
    /// Why it is at 0, where that is more than a lack of numbers.
    var reason: String
  }

  struct NearMiss {
    var metric: String
    var name: String
    var lacks: String
  }

  struct Step {
    var title: String
    var metric: String
    var gain: Points
    var total: Points
  }
}

// MARK: Making one

extension Report {
  /// - Parameters:
  ///   - board: The scenario at work, or one without edits.
  ///   - areas: Numbers in the rulebook in force.
  init(
    _ board: ScenarioBoard, scenario: String?, _ partner: PartnerData, areas: [Int],
    effort: PlanEffort
  ) {
    let writer = ReportWriter(board, partner, effort)
    let scorecard = board.scorecard
    let data = scorecard.lastMonth.map { "data to \($0.name)" } ?? "no usage data"
    self.init(
      partner: board.edited.base.partner.name,
      basis: "as of \(scorecard.asOf.name) · \(data) · \(board.scorer.rulebook.id)",
      scenario: scenario, trackPoints: board.scorer.rulebook.trackPoints,
      passMark: board.scorer.rulebook.passMark,
      areas: areas.map(writer.area))
  }
}

/// Turns scores into the words of a report, as the role may see them.
private struct ReportWriter {
  private let board: ScenarioBoard
  private let explainer: Explainer
  private let partner: PartnerData
  private let scorecard: Scorecard
  private let effort: PlanEffort

  private static let nearMisses = 5

  init(_ board: ScenarioBoard, _ partner: PartnerData, _ effort: PlanEffort) {
    self.board = board
    self.partner = partner
    self.effort = effort
    explainer = board.explainer()
    scorecard = board.scorecard
  }

  private var rulebook: Rulebook { board.scorer.rulebook }
  private var disclosure: Disclosure { partner.disclosure }

  func area(_ area: Int) -> Report.Area {
    let rule = rulebook.areas[area]
    let score = scorecard.areas[area]
    let anniversary = partner.enrolments[rule.id]
    let standing = scorecard.standing(ofArea: area, anniversary: anniversary).name
    let months = scorecard.qualifiedMonths(ofArea: area)
    let renewal = anniversary.map { ". \(scorecard.renewalWords($0))" } ?? ""
    let before = board.comparison.areas.first { $0.id == rule.id }?.points
    let plan = score.isQualified ? nil : self.plan(area, score.selectedTrack)
    return Report.Area(
      name: rule.name, points: score.points,
      before: before.flatMap { $0.isChanged ? $0.before : nil }, isQualified: score.isQualified,
      standing: "\(standing) · window \(months) of \(Scorecard.windowLength)\(renewal)",
      months: scorecard.months.reversed().map { month in
        Report.Month(
          name: month.month.name, points: month.areas[area].points,
          isQualified: month.areas[area].isQualified)
      },
      tracks: rule.tracks.indices.map { track(area, $0) },
      needs: needs(area, score.selectedTrack),
      nearMisses: nearMisses(area, score.selectedTrack),
      plan: plan.map { steps($0, area) } ?? [], planVerdict: plan.map(verdict) ?? "")
  }

  private func track(_ area: Int, _ track: Int) -> Report.Track {
    let rule = rulebook.areas[area].tracks[track]
    let score = scorecard.areas[area].tracks[track]
    return Report.Track(
      name: rule.name, points: score.points, isOwn: track == scorecard.areas[area].selectedTrack,
      metrics: zip(rule.metrics, score.metrics).filter { !$0.0.isInformation }.map { rule, score in
        Report.Metric(
          name: rule.name, points: score.points, maxPoints: rule.maxPoints,
          counted: zip(rule.components, score.components).map(counted).joined(separator: "; "),
          reason: score.reason?.words ?? "")
      })
  }

  private func counted(_ rule: ComponentRule, _ score: ComponentScore) -> String {
    let unit = rulebook.measures[rule.measure].unit
    let name = rule.id == "all" ? "" : "\(rule.id): "
    if case .percent? = score.quantity { return name + rulebook.words(rule, score) }
    return name + (disclosure.shows(unit) ? rulebook.words(rule, score) : Disclosure.mask)
  }

  private func needs(_ area: Int, _ track: Int) -> [String] {
    rulebook.openPoints(ofArea: area, track: track, scorecard.areas[area]).prefix(3)
      .map { "\(disclosure.words($0.missing)): \($0.points.signedWords)" }
  }

  private func nearMisses(_ area: Int, _ track: Int) -> [Report.NearMiss] {
    let scores = scorecard.areas[area].tracks[track].metrics
    return zip(rulebook.areas[area].tracks[track].metrics, scores)
      .filter { !$0.isInformation && $1.points < Points($0.maxPoints) }
      .flatMap { metric, _ in metric.components.flatMap { nearMisses(metric, $0.measure) } }
  }

  /// The nearest few of those who nearly count; of a metric that is full nobody is needed.
  private func nearMisses(_ metric: MetricRule, _ measure: Int) -> [Report.NearMiss] {
    let list = explainer.contributors(measure: measure)
    return list.contributors.compactMap { contributor -> (Double, Contributor)? in
      guard case .nearMiss(let distance) = contributor.nearness else { return nil }
      return (distance, contributor)
    }
    .sorted { $0.0 < $1.0 }.prefix(ReportWriter.nearMisses)
    .map { _, contributor in
      Report.NearMiss(
        metric: metric.name, name: explainer.label(contributor.subject),
        lacks: lacks(contributor, measure, list.unit))
    }
  }

  private func lacks(_ contributor: Contributor, _ measure: Int, _ unit: Unit) -> String {
    if case .individual(let person) = contributor.subject,
      let rule = rulebook.measures[measure].skills
    {
      return explainer.missingWords(of: explainer.portfolio.roster[person], rule)
    }
    guard disclosure.shows(unit) else { return Disclosure.mask }
    return contributor.shortfall.map(unit.shortfallWords) ?? ""
  }

  // MARK: Plan

  private func plan(_ area: Int, _ track: Int) -> Plan {
    Planner(board, effort: effort).plan(area: area, track: track, target: nil)
  }

  private func steps(_ plan: Plan, _ area: Int) -> [Report.Step] {
    let metrics = rulebook.areas[area].tracks[plan.track].metrics
    return plan.steps.map { step in
      Report.Step(
        title: disclosure.words(step.title), metric: metrics[step.metric].name, gain: step.gain,
        total: step.total)
    }
  }

  private func verdict(_ plan: Plan) -> String {
    if plan.steps.isEmpty { return "No step is known that would lift it." }
    return plan.isReached
      ? "Together these steps reach \(plan.end.words) points."
      : "These steps reach \(plan.end.words) points, which is not enough."
  }
}
