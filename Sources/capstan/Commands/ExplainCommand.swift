import ArgumentParser
import CapabilityScore
import RuleFiles

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show who contributes to a metric, and why somebody does or does not.",
    discussion: """
      Examples:
        capstan explain modern-work deployments
        capstan explain security net-customer-adds --tenant Fabrikam
        capstan explain data-ai intermediate-certifications --individual ana@contoso.com
        capstan explain infrastructure deployments --segment near-miss --format csv
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var output: FormatOption
  @Option(help: ArgumentHelp("A tenant by id or name: its conditions.", valueName: "tenant"))
  var tenant: String?
  @Option(help: ArgumentHelp("A person by e-mail or name: their conditions.", valueName: "person"))
  var individual: String?
  @Option(
    help: ArgumentHelp("The track; the partner's own unless given.", valueName: "id"),
    completion: Completions.track)
  var track: String?
  @Option(help: ArgumentHelp("The component, where the metric has several.", valueName: "id"))
  var component: String?
  @Option(
    help: "Only this segment: added, lost, kept, near-miss, at-risk, not-counted.",
    completion: Completions.segment)
  var segment: String?
  @Argument(help: "The area's id.", completion: Completions.area) var area: String
  @Argument(help: "The metric's id.", completion: Completions.metric) var metric: String

  func run() throws {
    let data = try data.partnerData()
    let explainer = try data.explainer()
    let scorecard = data.scorecard(explainer)
    let place = try place(data.rulebook, scorecard)
    let rule = data.rulebook[place]
    let parts = try rule.components.filter { part in
      component.map { $0 == part.id } ?? true
    }.nonEmpty(or: Failure(.usage, "\(metric) has no component '\(component ?? "")'"))
    var explanation = Explanation(
      explainer: explainer, format: output.format, disclosure: data.disclosure)
    for part in parts {
      let name = rule.components.count > 1 ? part.id : ""
      if tenant == nil && individual == nil {
        explanation.addList(part.measure, name, try chosenSegment())
      } else {
        explanation.addConditions(try subjects(explainer, part.measure), part.measure, name)
      }
    }
    explanation.print()
  }

  private func chosenSegment() throws -> Segment {
    guard let segment else { return .all }
    guard let known = Segment(rawValue: segment) else {
      throw Failure.unknown("segment", segment, among: Segment.allCases.map(\.rawValue))
    }
    return known
  }

  private func place(_ rulebook: Rulebook, _ scorecard: Scorecard) throws(Failure) -> MetricNumber {
    let area = try rulebook.area(named: area)
    let track = try rulebook.track(
      named: track, ofArea: area, own: scorecard.areas[area].selectedTrack)
    let metrics = rulebook.areas[area].tracks[track].metrics
    guard let number = metrics.firstIndex(where: { $0.id == metric }) else {
      throw .unknown("metric", metric, among: metrics.map(\.id))
    }
    return MetricNumber(area: area, track: track, metric: number)
  }

  /// What is asked about; for pairs, every workload of the tenant.
  private func subjects(_ explainer: Explainer, _ measure: Int) throws -> [Subject] {
    if let individual {
      let number = try explainer.portfolio.personNumber(individual)
      return [.individual(number)]
    }
    let number = try explainer.portfolio.tenantNumber(tenant ?? "")
    let list = explainer.contributors(measure: measure).contributors.map(\.subject)
    let pairs = list.filter { if case .pair(number, _) = $0 { true } else { false } }
    return pairs.isEmpty ? [.tenant(number)] : pairs
  }
}

extension Portfolio {
  /// By id, else by name, else by a part of the name that only one has.
  func tenantNumber(_ text: String) throws(Failure) -> Int {
    if let number = tenants.number(ofID: text) { return number }
    return try Portfolio.only(
      text, "tenant", among: (0..<tenants.count).map { tenants.names[$0] },
      hint: "capstan tenants lists all")
  }

  /// By identity, else by name, else by a part of the name that only one has.
  func personNumber(_ text: String) throws(Failure) -> Int {
    let wanted = text.lowercased()
    if let number = roster.firstIndex(where: { $0.id == wanted }) { return number }
    return try Portfolio.only(
      text, "person", among: roster.map(\.label), hint: "capstan individuals lists all")
  }

  private static func only(
    _ text: String, _ what: String, among names: [String], hint: String
  ) throws(Failure) -> Int {
    let wanted = text.lowercased()
    if let exact = names.firstIndex(where: { $0.lowercased() == wanted }) { return exact }
    let found = names.indices.filter { names[$0].lowercased().contains(wanted) }
    if found.count == 1 { return found[0] }
    if found.isEmpty { throw Failure(.noInput, "there is no \(what) '\(text)'; \(hint)") }
    let some = found.prefix(3).map { names[$0] }.joined(separator: ", ")
    throw Failure(
      .usage,
      "'\(text)' could be \(found.count) of them (\(some)…); say more of the name, or the id")
  }
}

extension Array {
  fileprivate func nonEmpty(or failure: Failure) throws -> [Element] {
    if isEmpty { throw failure }
    return self
  }
}
