import CapabilityScore

extension Scorecard {
  /// The contract of `score --format json`.
  ///
  /// - Parameter areaIDs: Only these areas; empty for all.
  func json(
    rulebook: Rulebook, partner: Partner, enrolments: [String: Day], areaIDs: [String] = [],
    disclosure: Disclosure
  ) -> JSONValue {
    let shown = rulebook.areas.indices.filter { index in
      areaIDs.isEmpty || areaIDs.contains(rulebook.areas[index].id)
    }
    return .object([
      ("schema", .integer(1)),
      ("rulebook", .string(rulebook.id)),
      ("asOf", .string(asOf.description)),
      ("lastMonth", .optional(lastMonth?.description)),
      ("partner", .object([("id", .string(partner.id)), ("name", .string(partner.name))])),
      ("areas", .array(shown.map { json(area: $0, rulebook, enrolments, disclosure) })),
    ])
  }

  private func json(
    area: Int, _ rulebook: Rulebook, _ enrolments: [String: Day], _ disclosure: Disclosure
  ) -> JSONValue {
    let rule = rulebook.areas[area]
    let score = areas[area]
    let standing = standing(ofArea: area, anniversary: enrolments[rule.id])
    return .object([
      ("id", .string(rule.id)),
      ("name", .string(rule.name)),
      ("selectedTrack", .string(rule.tracks[score.selectedTrack].id)),
      ("points", .number(score.points.value)),
      ("qualified", .bool(score.isQualified)),
      ("status", .string(standing.rawValue)),
      ("tracks", .array(zip(rule.tracks, score.tracks).map { json($0, $1, rulebook, disclosure) })),
      ("window", .array(months.map { json($0, area: area) })),
    ])
  }

  private func json(_ month: MonthScore, area: Int) -> JSONValue {
    .object([
      ("month", .string(month.month.description)),
      ("points", .number(month.areas[area].points.value)),
      ("qualified", .bool(month.areas[area].isQualified)),
    ])
  }

  private func json(
    _ rule: TrackRule, _ score: TrackScore, _ rulebook: Rulebook, _ disclosure: Disclosure
  ) -> JSONValue {
    .object([
      ("id", .string(rule.id)),
      ("points", .number(score.points.value)),
      ("qualified", .bool(score.isQualified)),
      (
        "metrics",
        .array(zip(rule.metrics, score.metrics).map { json($0, $1, rulebook, disclosure) })
      ),
    ])
  }

  private func json(
    _ rule: MetricRule, _ score: MetricScore, _ rulebook: Rulebook, _ disclosure: Disclosure
  ) -> JSONValue {
    .object([
      ("id", .string(rule.id)),
      ("category", .string(rule.category.rawValue)),
      ("points", .number(score.points.value)),
      ("maxPoints", .integer(Int64(rule.maxPoints))),
      ("reason", .optional(score.reason?.rawValue)),
      (
        "components",
        .array(zip(rule.components, score.components).map { json($0, $1, rulebook, disclosure) })
      ),
    ])
  }

  private func json(
    _ rule: ComponentRule, _ score: ComponentScore, _ rulebook: Rulebook, _ disclosure: Disclosure
  ) -> JSONValue {
    let unit = rulebook.measures[rule.measure].unit
    let quantity: JSONValue =
      switch score.quantity {
      case .amount(let amount): disclosure.number(amount, unit).json
      case .percent(let percent): .number(percent)
      case nil: .null
      }
    return .object([
      ("id", .string(rule.id)),
      ("current", disclosure.number(score.current, unit).json),
      ("baseline", score.baseline.map { disclosure.number($0, unit).json } ?? .null),
      ("quantity", quantity),
      ("target", rule.target.map { .decimal($0) } ?? .null),
      ("points", .number(score.points.value)),
    ])
  }
}
