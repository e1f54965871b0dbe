import CapabilityScore

/// Contributors or conditions, in any format.
struct Explanation {
  let explainer: Explainer
  let format: OutputFormat
  private let disclosure: Disclosure
  private var lists: [(component: String, list: ContributorList, segment: Segment)] = []
  private var conditions: [(component: String, subject: Subject, conditions: [Condition])] = []

  init(explainer: Explainer, format: OutputFormat, disclosure: Disclosure) {
    self.explainer = explainer
    self.format = format
    self.disclosure = disclosure
  }

  mutating func addList(_ measure: Int, _ component: String, _ segment: Segment) {
    var list = explainer.contributors(measure: measure)
    if segment == .nearMiss || segment == .atRisk {
      list.contributors.sort { ($0.nearness.distance ?? 1) < ($1.nearness.distance ?? 1) }
    }
    lists.append((component, list, segment))
  }

  mutating func addConditions(_ subjects: [Subject], _ measure: Int, _ component: String) {
    for subject in subjects {
      conditions.append(
        (component, subject, explainer.conditions(of: subject, measure: measure)))
    }
  }

  func print() {
    switch format {
    case .text:
      for entry in lists { print(entry.component, entry.list, entry.segment) }
      for entry in conditions { print(entry.component, entry.subject, entry.conditions) }
    case .json:
      Output.raw(
        JSONValue.object([
          ("schema", .integer(1)),
          ("contributors", .array(lists.flatMap { json($0.component, $0.list, $0.segment) })),
          ("conditions", .array(conditions.map { json($0.component, $0.subject, $0.conditions) })),
        ]).text)
    case .csv:
      Output.raw(CSVText.text(csvRows))
    }
  }

  // MARK: For people

  private func print(_ component: String, _ list: ContributorList, _ segment: Segment) {
    if !component.isEmpty { Output.line(component, .strong) }
    let counts = Segment.allCases.map { segment in
      "\(segment.name) \(list.contributors.count(where: segment.contains))"
    }
    Output.line(counts.joined(separator: " · "))
    let requirement = list.requirement.map { " (\($0))" } ?? ""
    var table = TextTable(
      ["name", "segment", "\(list.valueName)\(requirement)", "a year ago", "short by", "counts"],
      right: [2, 3, 4, 5])
    for contributor in list.contributors where segment.contains(contributor) {
      table.rows.append([
        explainer.label(contributor.subject), words(contributor),
        words(contributor.current, list.unit), words(contributor.baseline, list.unit),
        words(contributor.shortfall, list.unit),
        contribution(contributor, list),
      ])
    }
    table.print()
  }

  private func words(_ contributor: Contributor) -> String {
    switch contributor.nearness {
    case .nearMiss: "\(contributor.change.words), near miss"
    case .atRisk: "\(contributor.change.words), at risk"
    case .neither: contributor.change.words
    }
  }

  private func contribution(_ contributor: Contributor, _ list: ContributorList) -> String {
    let unit = list.addsAmounts ? list.unit : Unit.tenants
    return (contributor.contribution > 0 ? "+" : "") + words(contributor.contribution, unit)
  }

  private func words(_ value: Int64?, _ unit: Unit) -> String {
    value.map { disclosure.number($0, unit).words } ?? ""
  }

  private func print(_ component: String, _ subject: Subject, _ conditions: [Condition]) {
    let name = explainer.label(subject)
    Output.line(component.isEmpty ? name : "\(name) · \(component)", .strong)
    for condition in conditions.map(disclosure.condition) {
      if condition.kind == .contribution {
        Output.line("  → \(condition.actual)")
        continue
      }
      let shortfall = condition.shortfall.map { ", short by \($0)" } ?? ""
      Output.line(
        "  \(condition.isMet ? "✓" : "✗") \(condition.subject): \(condition.actual)"
          + " (required: \(condition.required)\(shortfall))",
        condition.isMet ? .plain : .bad)
    }
  }

  // MARK: For programs

  private func json(
    _ component: String, _ list: ContributorList, _ segment: Segment
  ) -> [JSONValue] {
    func value(_ number: Int64?, _ unit: Unit) -> JSONValue {
      number.map { disclosure.number($0, unit).json } ?? .null
    }
    return list.contributors.filter(segment.contains).map { contributor in
      let unit = list.addsAmounts ? list.unit : Unit.tenants
      return .object(
        [("component", .string(component.isEmpty ? "all" : component))]
          + explainer.identity(of: contributor.subject)
          + [
            ("change", .string(contributor.change.rawValue)),
            ("nearness", nearness(contributor.nearness)),
            ("current", value(contributor.current, list.unit)),
            ("baseline", value(contributor.baseline, list.unit)),
            ("shortfall", value(contributor.shortfall, list.unit)),
            ("contribution", value(contributor.contribution, unit)),
          ])
    }
  }

  private func nearness(_ nearness: Contributor.Nearness) -> JSONValue {
    switch nearness {
    case .neither: .null
    case .nearMiss: .string("near-miss")
    case .atRisk: .string("at-risk")
    }
  }

  private func json(
    _ component: String, _ subject: Subject, _ conditions: [Condition]
  ) -> JSONValue {
    .object(
      [("component", .string(component.isEmpty ? "all" : component))]
        + explainer.identity(of: subject)
        + [
          (
            "conditions",
            .array(
              conditions.map(disclosure.condition).map { condition in
                .object([
                  ("kind", .string(condition.kind.rawValue)),
                  ("period", .optional(condition.period?.rawValue)),
                  ("subject", .string(condition.subject)),
                  ("met", .bool(condition.isMet)),
                  ("required", .string(condition.required)),
                  ("actual", .string(condition.actual)),
                  ("shortfall", .optional(condition.shortfall)),
                ])
              })
          )
        ])
  }

  private var csvRows: [[String]] {
    guard conditions.isEmpty else {
      return [
        [
          "component", "name", "kind", "period", "subject", "met", "required", "actual",
          "shortfall",
        ]
      ]
        + conditions.flatMap { entry in
          entry.conditions.map(disclosure.condition).map { condition in
            [
              entry.component, explainer.label(entry.subject), condition.kind.rawValue,
              condition.period?.rawValue ?? "", condition.subject, condition.isMet ? "yes" : "no",
              condition.required, condition.actual, condition.shortfall ?? "",
            ]
          }
        }
    }
    return [["component", "name", "segment", "current", "baseline", "shortfall", "contribution"]]
      + lists.flatMap { entry in
        entry.list.contributors.filter(entry.segment.contains).map { contributor in
          func plain(_ value: Int64?, _ unit: Unit) -> String {
            value.map { disclosure.number($0, unit).plain } ?? ""
          }
          return [
            entry.component, explainer.label(contributor.subject), words(contributor),
            plain(contributor.current, entry.list.unit),
            plain(contributor.baseline, entry.list.unit),
            plain(contributor.shortfall, entry.list.unit),
            plain(contributor.contribution, entry.list.addsAmounts ? entry.list.unit : .tenants),
          ]
        }
      }
  }
}

extension Disclosure {
  /// A condition without the amounts that the role does not see; what is required is no secret.
  fileprivate func condition(_ condition: Condition) -> Condition {
    var masked = condition
    masked.actual = words(condition.actual)
    masked.shortfall = condition.shortfall.map(words)
    return masked
  }
}
