extension Explainer {
  func individualContributors(_ rule: SkillRule, _ month: Int) -> ContributorList {
    let day = scorer.people.days[month]
    return ContributorList(
      contributors: portfolio.roster.indices.map { number in
        individualContributor(number, rule, day)
      },
      unit: .individuals, valueName: "certifications that count", requirement: nil,
      addsAmounts: false)
  }

  private func individualContributor(_ number: Int, _ rule: SkillRule, _ day: Day) -> Contributor {
    let person = portfolio.roster[number]
    let held = held(by: person, on: day)
    let relevant = held.filter { rule.allOf.contains($0) || rule.anyOf.contains($0) }
    let counts = scorer.people.isFulfilled(rule, by: held)
    var nearness = Contributor.Nearness.neither
    if counts {
      if let until = lastDay(of: person, rule, from: day),
        let distance = rulebook.nearness.riskDistance(until: until, from: day)
      {
        nearness = .atRisk(distance: distance)
      }
    } else if missing(rule, held) == 1 {
      nearness = .nearMiss(distance: 1 / Double(rule.allOf.count + (rule.anyOf.isEmpty ? 0 : 1)))
    }
    return Contributor(
      subject: .individual(number), change: counts ? .added : .notCounted, nearness: nearness,
      current: Int64(relevant.count), baseline: nil,
      shortfall: counts ? nil : Int64(missing(rule, held)), contribution: counts ? 1 : 0)
  }

  /// The certifications that count on a day, by number.
  func held(by person: Individual, on day: Day) -> [Int] {
    held(person.holdings, on: day)
  }

  private func held(_ holdings: [Holding], on day: Day) -> [Int] {
    scorer.people.held(
      holdings.lazy.map { ($0, scorer.people.certification(of: $0)) }, on: day)
  }

  /// How many certifications are missing.
  func missing(_ rule: SkillRule, _ held: [Int]) -> Int {
    let any = rule.anyOf.isEmpty || rule.anyOf.contains(where: held.contains)
    return rule.allOf.count { !held.contains($0) } + (any ? 0 : 1)
  }

  /// The certifications that a person lacks for a rule on the day of the score, by their titles; empty
  /// where the person counts.
  public func missingWords(of person: Individual, _ rule: SkillRule) -> String {
    let held = held(by: person, on: scorer.people.days[0])
    var missing = rule.allOf.filter { !held.contains($0) }.map { rulebook.certifications[$0].title }
    if !rule.anyOf.isEmpty, !rule.anyOf.contains(where: held.contains) {
      let titles = rule.anyOf.map { rulebook.certifications[$0].title }
      let shown = titles.count > 3 ? titles.prefix(2) + ["…"] : titles[...]
      missing.append(
        titles.count == 1
          ? titles[0] : "any of \(titles.count): " + shown.joined(separator: ", "))
    }
    return missing.joined(separator: "; ")
  }

  /// The last day on which what a person holds today still fulfils the rule; nil while nothing ends.
  func lastDay(of person: Individual, _ rule: SkillRule, from day: Day) -> Day? {
    let ends = person.holdings.compactMap { holding -> Day? in
      guard let number = scorer.people.certification(of: holding),
        scorer.people.counts(holding, number, on: day)
      else { return nil }
      return [holding.expires, rulebook.certifications[number].eligibleThrough]
        .compactMap { $0 }.min()
    }
    return Set(ends).sorted().first { end in
      let held = held(
        person.holdings.filter { $0.completed <= day }, on: end.advanced(by: 1))
      return !scorer.people.isFulfilled(rule, by: held)
    }
  }

  func individualConditions(
    _ person: Individual, _ rule: SkillRule, _ month: Int
  ) -> [Condition] {
    let day = scorer.people.days[month]
    let held = held(by: person, on: day)
    var conditions = rule.allOf.map { number in
      Condition(
        kind: .certification, subject: "required certification", isMet: held.contains(number),
        required: rulebook.certifications[number].title,
        actual: status(of: number, person, day),
        shortfall: held.contains(number) ? nil : "1 certification")
    }
    if !rule.anyOf.isEmpty {
      let has = rule.anyOf.filter(held.contains)
      conditions.append(
        Condition(
          kind: .certification,
          subject: rule.allOf.isEmpty ? "any of these certifications" : "and any of these",
          isMet: !has.isEmpty,
          required: rule.anyOf.map { rulebook.certifications[$0].title }.joined(separator: ", "),
          actual: has.isEmpty
            ? "none" : has.map { status(of: $0, person, day) }.joined(separator: ", "),
          shortfall: has.isEmpty ? "1 certification" : nil))
    }
    conditions += prerequisiteConditions(rule, month)
    let counts = scorer.people.isFulfilled(rule, by: held)
    conditions.append(
      Condition(
        kind: .contribution, subject: "contribution", isMet: counts, required: "",
        actual: counts ? "counted (+1)" : "not counted (0)"))
    return conditions
  }

  private func prerequisiteConditions(_ rule: SkillRule, _ month: Int) -> [Condition] {
    if rule.prerequisites.isEmpty { return [] }
    let people = rosterTally
    return rule.prerequisites.map { prerequisite in
      let count = people.holders(certification: prerequisite.certification, month: month)
      let title = rulebook.certifications[prerequisite.certification].title
      return Condition(
        kind: .prerequisite, subject: "prerequisite of the metric",
        isMet: count >= prerequisite.holders,
        required: "\(prerequisite.holders) people with \(title)",
        actual: Unit.individuals.words(Int64(count)),
        shortfall: count >= prerequisite.holders
          ? nil : Unit.individuals.words(Int64(prerequisite.holders - count)))
    }
  }

  /// What is to be said of a person's certification on a day.
  func status(of certification: Int, _ person: Individual, _ day: Day) -> String {
    let title = rulebook.certifications[certification].title
    let holdings = person.holdings.filter {
      scorer.people.certification(of: $0) == certification
    }
    if let valid = holdings.first(where: { scorer.people.counts($0, certification, on: day) }) {
      return valid.expires.map { "\(title), until \($0.name)" } ?? title
    }
    guard let latest = holdings.max(by: { $0.completed < $1.completed }) else { return "not held" }
    if latest.completed > day { return "from \(latest.completed.name)" }
    if let expires = latest.expires, expires < day { return "expired \(expires.name)" }
    if !latest.isActive { return "inactive" }
    return "no longer eligible"
  }
}
