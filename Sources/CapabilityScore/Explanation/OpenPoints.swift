/// Points that a metric does not earn yet, and what is missing to earn them.
public struct OpenPoints: Sendable, Equatable {
  /// The metric's number in the track.
  public var metric: Int
  /// `3 tenants for Net customer adds`.
  public var missing: String
  /// What is still to be earned: the metric's maximum less its points, exact.
  public var points: Points
}

extension Rulebook {
  /// The metrics of a track that are not full, those at 0 first, then by what they would bring.
  public func openPoints(ofArea area: Int, track: Int, _ score: AreaScore) -> [OpenPoints] {
    let rules = areas[area].tracks[track].metrics
    let scores = score.tracks[track].metrics
    let open = rules.indices.compactMap { metric -> OpenPoints? in
      let (rule, score) = (rules[metric], scores[metric])
      let points = Points(rule.maxPoints) - score.points
      guard points > .zero, let component = nearestComponent(rule, score),
        let missing = missing(rule, score, component)
      else { return nil }
      return OpenPoints(metric: metric, missing: "\(missing) for \(rule.name)", points: points)
    }
    return open.sorted { left, right in
      let (a, b) = (scores[left.metric].points == .zero, scores[right.metric].points == .zero)
      return a != b ? a : left.points > right.points
    }
  }

  /// The component that lacks least, where the best of several counts; else the one that is furthest on
  /// its way, since what others lack is in another unit.
  private func nearestComponent(_ rule: MetricRule, _ score: MetricScore) -> Int? {
    func lack(_ number: Int) -> Int64 {
      guard case .amount(let amount)? = score.components[number].quantity,
        let target = rule.components[number].target
      else { return .max }
      let unit = measures[rule.components[number].measure].unit
      let goal = unit.isFractional ? target.millionths : target.millionths / Quantity.one
      return max(0, goal &- amount)
    }
    return switch rule.combining {
    case .best: rule.components.indices.min { lack($0) < lack($1) }
    case .sum:
      rule.components.indices.max { score.components[$0].points < score.components[$1].points }
    }
  }

  private func missing(_ rule: MetricRule, _ score: MetricScore, _ component: Int) -> String? {
    if score.reason == .prerequisiteNotMet,
      let first = measures[rule.components[component].measure].skills?.prerequisites.first
    {
      let title = certifications[first.certification].title
      let rest = missingWords(rule.components[component], score.components[component])
      return "first \(first.holders) × \(title)" + (rest.map { ", then \($0)" } ?? "")
    }
    return missingWords(rule.components[component], score.components[component])
  }
}
