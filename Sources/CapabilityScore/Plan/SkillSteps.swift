extension PlanGround {
  /// The people who lack least, each made to fulfil a rule; then people yet to be found.
  func skillSteps(_ rule: SkillRule, limit: Int) -> [PlanStep] {
    let people = (0..<edited.individualCount).map { number in
      (number, missing(rule, held[number]))
    }
    let steps = people.filter { !$0.1.isEmpty }.sorted { $0.1.count < $1.1.count }
      .prefix(limit).map { number, missing in
        step(.certify, number, missing, rule)
      }
    let known = Array(steps)
    let fresh = (0..<max(0, limit - known.count)).map { index in
      step(.certify, edited.individualCount + index, missing(rule, []), rule)
    }
    return known + fresh
  }

  /// What is missing of the prerequisites: a certification of one person each.
  func prerequisiteSteps(_ rule: SkillRule) -> [PlanStep] {
    rule.prerequisites.flatMap { prerequisite -> [PlanStep] in
      let others = (0..<edited.individualCount).filter {
        !held[$0].contains(prerequisite.certification)
      }
      let lacking = prerequisite.holders - (edited.individualCount - others.count)
      guard lacking > 0 else { return [] }
      let fresh = edited.individualCount..<edited.individualCount + lacking
      return (others + fresh).prefix(lacking).map {
        step(.prerequisite, $0, [prerequisite.certification], rule)
      }
    }
  }

  private func missing(_ rule: SkillRule, _ held: [Int]) -> [Int] {
    let all = rule.allOf.filter { !held.contains($0) }
    if rule.anyOf.isEmpty || rule.anyOf.contains(where: held.contains) { return all }
    let eligible = rule.anyOf.first { number in
      rulebook.certifications[number].eligibleThrough.map { $0 >= scorer.asOf } ?? true
    }
    return all + (eligible.map { [$0] } ?? [])
  }

  private func step(
    _ kind: PlanStep.Kind, _ number: Int, _ certifications: [Int], _ rule: SkillRule
  ) -> PlanStep {
    let isKnown = number < edited.individualCount
    let id = isKnown ? edited.individual(number).id : newPerson(number - edited.individualCount)
    let titles = certifications.map { rulebook.certifications[$0].title }
    return PlanStep(
      kind: kind, metric: 0, component: 0, subject: isKnown ? .individual(number) : nil,
      title: "\(isKnown ? edited.individual(number).label : "One more person"): "
        + titles.joined(separator: ", "),
      edits: titles.map { .certify(individual: id, certification: $0, on: scorer.asOf) },
      effort: Double(titles.count) * effort.certification)
  }

  /// An id that nobody has.
  private func newPerson(_ index: Int) -> String {
    var number = index + 1
    while edited.individualNumber(ofID: "new-person-\(number)") != nil {
      number += edited.individualCount + 1
    }
    return "new-person-\(number)"
  }
}
