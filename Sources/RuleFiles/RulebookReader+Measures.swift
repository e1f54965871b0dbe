import CapabilityScore

extension RulebookReader {
  mutating func readMeasure(_ node: TOMLNode) throws(TOMLFileError) {
    var table = try TOMLTableReader(node)
    let id = try table.required(try table.string("id"), "id")
    guard !measures.contains(where: { $0.id == id }) else {
      throw node.failure("measure '\(id)' is there twice")
    }
    let criteria = try table.required(try table.string("criteria"), "criteria")
    let source = try table.required(try table.string("source"), "source")
    let counts = try table.required(try table.string("counts"), "counts")
    let counting: Measure.Counting =
      counts == "individuals"
      ? .skills(try readSkills(&table)) : .usage(try readUsage(counts, &table))
    let comparison = try readComparison(&table, counting)
    if case .usage(let rule) = counting { try UsageRuleCheck(rule, comparison).check(node) }
    try table.finish()
    measures.append(
      Measure(
        id: id, criteria: criteria, source: source, counting: counting, comparison: comparison))
  }

  private func readComparison(
    _ table: inout TOMLTableReader, _ counting: Measure.Counting
  ) throws(TOMLFileError) -> Measure.Comparison {
    let name = try table.required(try table.string("compare"), "compare")
    let current = try table.decimal("current-at-least")
    let baseline = try table.decimal("baseline-at-least")
    if name != "growth", current != nil || baseline != nil {
      throw table.node.failure("only growth has gates (current-at-least, baseline-at-least)")
    }
    switch (name, counting) {
    case ("current", _): return .current
    case (_, .skills): throw table.node.failure("individuals are compared by \"current\" only")
    case ("difference", _): return .difference
    case ("both-periods", .usage(let rule))
    where rule.counted == .pairs || rule.counted == .tenants:
      return .bothPeriods
    case ("growth", .usage(let rule)):
      guard case .total(let amount) = rule.counted else {
        throw table.node.failure("growth compares totals only")
      }
      return .growth(
        GrowthGate(
          currentAtLeast: current.map { value($0, of: amount) },
          baselineAtLeast: baseline.map { value($0, of: amount) }))
    default:
      throw table.node.failure(
        "compare must be \"difference\", \"growth\", \"current\" or (for tenants and pairs) "
          + "\"both-periods\"")
    }
  }

  // MARK: Usage

  private func readUsage(
    _ counts: String, _ table: inout TOMLTableReader
  ) throws(TOMLFileError) -> UsageRule {
    let scopeID = try table.required(try table.string("scope"), "scope")
    guard let scope = scopes.firstIndex(where: { $0.id == scopeID }) else {
      throw table.node.failure("there is no scope '\(scopeID)'")
    }
    let months = try table.required(try table.string("months"), "months")
    guard let period = UsageRule.Period(rawValue: months) else {
      throw table.node.failure(
        "months must be one of "
          + UsageRule.Period.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let total = try readAmount(try table.string("total"), table.node)
    var tests: [UsageTest] = []
    for node in try table.tables("test") { tests.append(try readTest(node)) }
    let counted: UsageRule.Counted
    switch (counts, total) {
    case ("tenants", nil) where !tests.isEmpty: counted = .tenants
    case ("pairs", nil) where !tests.isEmpty: counted = .pairs
    case ("workloads", .field(let field)?):
      counted = .workloads(of: field, except: try table.strings("except") ?? [])
    case ("total", let amount?): counted = .total(amount)
    default:
      throw table.node.failure(
        "counts must be \"tenants\" or \"pairs\" with tests, \"workloads\" or \"total\" with "
          + "total = a field, or \"individuals\"")
    }
    return UsageRule(
      scope: scope, counted: counted, period: period, tests: tests,
      isQualified: try table.boolean("qualified-usage") ?? false)
  }

  private func readTest(_ node: TOMLNode) throws(TOMLFileError) -> UsageTest {
    var table = try TOMLTableReader(node)
    let total = try readAmount(try table.string("total"), node)
    let any = try readAmount(try table.string("any-workload"), node)
    let share = try table.string("share")
    let test: UsageTest
    switch (total, any, share) {
    case (let amount?, nil, nil): test = .total(amount, try readBounds(&table, amount))
    case (nil, let amount?, nil): test = .anyWorkload(amount, try readBounds(&table, amount))
    case (nil, nil, let part?):
      test = try readShare(part, &table)
    default: throw node.failure("a test has exactly one of total, any-workload and share")
    }
    try table.finish()
    return test
  }

  private func readShare(
    _ part: String, _ table: inout TOMLTableReader
  ) throws(TOMLFileError) -> UsageTest {
    let whole = try table.required(try table.string("of"), "of")
    guard case .field(let partField)? = try readAmount(part, table.node),
      case .field(let wholeField)? = try readAmount(whole, table.node)
    else { throw table.node.failure("a share compares two fields") }
    let atLeast = try table.integer("at-least-percent")
    let above = try table.integer("above-percent")
    guard let percent = atLeast ?? above, atLeast == nil || above == nil,
      (1...1000).contains(percent)
    else { throw table.node.failure("a share has at-least-percent or above-percent, 1 to 1000") }
    return .share(
      part: partField, whole: wholeField, percent: Int64(percent), isInclusive: atLeast != nil)
  }

  private func readBounds(
    _ table: inout TOMLTableReader, _ amount: Amount
  ) throws(TOMLFileError) -> Bounds {
    var bounds = Bounds()
    for (key, isInclusive) in [("above", false), ("at-least", true)] {
      guard let number = try table.decimal(key) else { continue }
      guard bounds.lower == nil else {
        throw table.node.failure("above and at-least exclude each other")
      }
      bounds.lower = Bounds.Bound(
        try bound(number, key, amount, table.node), isInclusive: isInclusive)
    }
    for (key, isInclusive) in [("below", false), ("up-to", true)] {
      guard let number = try table.decimal(key) else { continue }
      guard bounds.upper == nil else {
        throw table.node.failure("below and up-to exclude each other")
      }
      bounds.upper = Bounds.Bound(
        try bound(number, key, amount, table.node), isInclusive: isInclusive)
    }
    guard bounds.lower != nil || bounds.upper != nil else {
      // A misspelt bound is the likelier reason.
      try table.finish()
      throw table.node.failure("a test needs above, at-least, below or up-to")
    }
    guard bounds.least <= bounds.greatest else {
      throw table.node.failure("no value lies between these bounds")
    }
    return bounds
  }

  /// Seats and users are whole: "above 10.5" would mean what "above 11" does not.
  private func bound(
    _ number: Double, _ key: String, _ amount: Amount, _ node: TOMLNode
  ) throws(TOMLFileError) -> Int64 {
    guard amount.isFractional || number == number.rounded() else {
      throw node.failure("\(key) must be a whole number for seats and users")
    }
    return value(number, of: amount)
  }

  private func readAmount(
    _ name: String?, _ node: TOMLNode
  ) throws(TOMLFileError) -> Amount? {
    switch name {
    case nil: return nil
    case "acr": return .field(.acr)
    case "revenue": return .field(.revenue)
    case "pau": return .field(.pau)
    case "mau": return .field(.mau)
    case "consumption": return .consumption
    case let other?:
      throw node.failure("'\(other)' is none of acr, revenue, pau, mau, consumption")
    }
  }

  private func value(_ number: Double, of amount: Amount) -> Int64 {
    let scaled = (amount.isFractional ? number * Double(Quantity.one) : number).rounded()
    return Int64(max(-9e18, min(9e18, scaled)))
  }

  // MARK: Skills

  private func readSkills(_ table: inout TOMLTableReader) throws(TOMLFileError) -> SkillRule {
    var rule = SkillRule(prerequisites: [], allOf: [], anyOf: [])
    for title in try table.strings("all-of") ?? [] {
      rule.allOf.append(try certification(title, table.node))
    }
    for title in try table.strings("any-of") ?? [] {
      rule.anyOf.append(try certification(title, table.node))
    }
    guard !rule.allOf.isEmpty || !rule.anyOf.isEmpty else {
      throw table.node.failure("individuals need all-of or any-of")
    }
    for node in try table.tables("prerequisite") {
      var entry = try TOMLTableReader(node)
      let title = try entry.required(try entry.string("certification"), "certification")
      let holders = try entry.required(try entry.integer("holders"), "holders")
      guard holders > 0 else { throw node.failure("holders must be above 0") }
      rule.prerequisites.append(
        SkillRule.Prerequisite(certification: try certification(title, node), holders: holders))
      try entry.finish()
    }
    return rule
  }

  private func certification(_ title: String, _ node: TOMLNode) throws(TOMLFileError) -> Int {
    guard let number = certificationNumbers[FoldedName(title)] else {
      throw node.failure("there is no [[certification]] '\(title)'")
    }
    return number
  }
}
