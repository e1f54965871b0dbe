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
  @Option(help: ArgumentHelp("The track; the partner's own unless given.", valueName: "id"))
  var track: String?
  @Option(help: ArgumentHelp("The component, where the metric has several.", valueName: "id"))
  var component: String?
  @Option(help: "Only this segment: added, lost, kept, near-miss, at-risk, not-counted.")
  var segment: String?
  @Argument(help: "The area's id.") var area: String
  @Argument(help: "The metric's id.") var metric: String

  func run() throws {
    let data = try data.partnerData()
    let explainer = try data.explainer()
    let scorecard = data.scorecard(explainer)
    let place = try place(data.rulebook, scorecard)
    let rule = data.rulebook.areas[place.area].tracks[place.track].metrics[place.metric]
    let parts = try rule.components.filter { part in
      component.map { $0 == part.id } ?? true
    }.nonEmpty(or: Failure(.usage, "\(metric) has no component '\(component ?? "")'"))
    var explanation = Explanation(explainer: explainer, format: output.format)
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
      throw Failure(
        .usage,
        "there is no segment '\(segment)' (known: "
          + Segment.allCases.map(\.rawValue).joined(separator: ", ") + ")")
    }
    return known
  }

  private func place(_ rulebook: Rulebook, _ scorecard: Scorecard) throws -> MetricNumber {
    guard let areaIndex = rulebook.areaIndex(area) else {
      throw unknown("area", area, rulebook.areas.map(\.id))
    }
    let tracks = rulebook.areas[areaIndex].tracks
    var trackIndex = scorecard.areas[areaIndex].selectedTrack
    if let track {
      guard let index = tracks.firstIndex(where: { $0.id == track }) else {
        throw unknown("track", track, tracks.map(\.id))
      }
      trackIndex = index
    }
    guard let index = tracks[trackIndex].metrics.firstIndex(where: { $0.id == metric }) else {
      throw unknown("metric", metric, tracks[trackIndex].metrics.map(\.id))
    }
    return MetricNumber(area: areaIndex, track: trackIndex, metric: index)
  }

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> Failure {
    let nearest = SpellingSuggestion.nearest(to: name, among: known)
    return Failure(
      .usage,
      "there is no \(what) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        + " (known: \(known.joined(separator: ", ")))")
  }

  /// What is asked about; for pairs, every workload of the tenant.
  private func subjects(_ explainer: Explainer, _ measure: Int) throws -> [Subject] {
    if let individual {
      guard let number = explainer.portfolio.personNumber(individual) else {
        throw Failure(.noInput, "there is nobody '\(individual)'; capstan individuals lists all")
      }
      return [.individual(number)]
    }
    guard let tenant, let number = explainer.portfolio.tenantNumber(tenant) else {
      throw Failure(.noInput, "there is no tenant '\(tenant ?? "")'; capstan tenants lists all")
    }
    let list = explainer.contributors(measure: measure).contributors.map(\.subject)
    let pairs = list.filter { if case .pair(number, _) = $0 { true } else { false } }
    return pairs.isEmpty ? [.tenant(number)] : pairs
  }
}

extension Portfolio {
  /// By id, else by name, else by a part of the name that only one has.
  func tenantNumber(_ text: String) -> Int? {
    if let number = tenants.number(ofID: text) { return number }
    let wanted = text.lowercased()
    let all = 0..<tenants.count
    if let exact = all.first(where: { tenants.names[$0].lowercased() == wanted }) { return exact }
    let partial = all.filter { tenants.names[$0].lowercased().contains(wanted) }
    return partial.count == 1 ? partial[0] : nil
  }

  /// By identity, else by name, else by a part of the name that only one has.
  func personNumber(_ text: String) -> Int? {
    let wanted = text.lowercased()
    if let number = roster.firstIndex(where: { $0.id == wanted }) { return number }
    let partial = roster.indices.filter { roster[$0].label.lowercased().contains(wanted) }
    return partial.count == 1 ? partial[0] : nil
  }
}

extension Array {
  fileprivate func nonEmpty(or failure: Failure) throws -> [Element] {
    if isEmpty { throw failure }
    return self
  }
}
