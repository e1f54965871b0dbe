import Synchronization
import Testing

@testable import CapabilityScore

/// What holds for any partner: sums do not depend on order, and explanations agree with scores.
@Suite struct ScoringPropertyTests {
  @Test(arguments: 0..<25)
  func `the order of tenants and people changes nothing`(seed: Int) {
    var random = RandomPartner(seed: seed)
    var partner = random.partner()
    let card = partner.score().card
    partner.tenants.shuffle(using: &random.dice)
    partner.people.shuffle(using: &random.dice)
    #expect(partner.score().card == card)
  }

  @Test(arguments: 0..<25)
  func `tallies of parts add up to the tally of the whole`(seed: Int) {
    var random = RandomPartner(seed: seed)
    let partner = random.partner()
    let (scorer, series) = (partner.scorer(), partner.portfolio.series)
    let whole = scorer.tally(series)
    let (first, second) = (
      random.dice.roll(0...series.tenantCount), random.dice.roll(0...series.tenantCount)
    )
    let (low, high) = (min(first, second), max(first, second))
    let parts = [low..<high, 0..<low, high..<series.tenantCount]
      .map { scorer.tally(series, tenants: $0) }
    #expect(parts[0] + parts[1] + parts[2] == whole)
    var single = scorer.tally(series, tenants: 0..<0)
    for tenant in 0..<series.tenantCount {
      single += scorer.tally(series, tenants: tenant..<tenant + 1)
    }
    #expect(single == whole)
  }

  @Test(arguments: 0..<25)
  func `a tenant or a person who comes and goes leaves no trace`(seed: Int) {
    var random = RandomPartner(seed: seed)
    let partner = random.partner()
    let (scorer, series) = (partner.scorer(), partner.portfolio.series)
    let before = scorer.tally(series)
    let people = scorer.tally(partner.people)
    for tenant in 0..<series.tenantCount {
      let part = scorer.tally(series, tenants: tenant..<tenant + 1)
      var after = before + part
      after -= part
      #expect(after == before)
      var evaluator = scorer.evaluator()
      series.at(tenant) { table, number in
        evaluator.add(number, of: table, sign: -1, to: &after)
      }
      after += part
      #expect(after == before)
    }
    for person in partner.people {
      var after = people
      scorer.people.add(person, sign: 1, to: &after)
      scorer.people.add(person, sign: -1, to: &after)
      #expect(after == people)
    }
  }

  @Test(arguments: 0..<25)
  func `contributions add up to the counts they explain`(seed: Int) {
    var random = RandomPartner(seed: seed)
    let partner = random.partner()
    let explainer = partner.explainer()
    let counts = Counts(partner)
    for measure in Rulebook.insights.measures.indices {
      for month in [0, random.dice.roll(1...5)] {
        let sum = explainer.contributors(measure: measure, month: month).contributors
          .reduce(0) { $0 + $1.contribution }
        #expect(
          sum == counts.net(measure, month), "\(Rulebook.insights.measures[measure].id), \(month)")
      }
    }
  }

  @Test(arguments: 0..<10)
  func `tests that hold where nothing is used count whom the explanation counts`(seed: Int) {
    var rules = Rulebook.insights
    for (number, measure) in rules.measures.enumerated() {
      guard var usage = measure.usage else { continue }
      usage.tests = usage.tests.map { test in
        guard case .total(let amount, let bounds) = test else { return test }
        return .total(amount, Bounds(upper: .init(bounds.least, isInclusive: false)))
      }
      rules.measures[number].counting = .usage(usage)
    }
    var random = RandomPartner(seed: seed)
    let partner = random.partner()
    let explainer = partner.explainer(rules)
    let counts = Counts(partner, rules)
    for measure in rules.measures.indices {
      let sum = explainer.contributors(measure: measure).contributors
        .reduce(0) { $0 + $1.contribution }
      #expect(sum == counts.net(measure, 0), "\(rules.measures[measure].id)")
    }
  }

  @Test(arguments: 0..<5)
  func `each row but the first few of a table is asked for ahead, which changes nothing`(seed: Int)
  {
    var random = RandomPartner(seed: seed)
    var partner = random.partner()
    while partner.tenants.count < 30 { partner.tenants += random.partner().tenants }
    let series = partner.portfolio.series
    var rows = 0
    series.forEachTable(of: 0..<series.tenantCount) { table, _, _ in
      rows += max(0, table.rowCount - EvaluationPlan.rowsAhead)
    }
    #expect(rows > 0)
    let asked = Mutex(0)
    var scorer = partner.scorer()
    let tally = scorer.tally(series)
    scorer.prefetch = { months in
      if months.count == series.lanes { asked.withLock { $0 += 1 } }
    }
    #expect(scorer.tally(series) == tally)
    #expect(asked.withLock { $0 } == rows)
  }

  @Test func `however many measures a rulebook has, each counts the same`() {
    var rules = Rulebook.insights
    let count = rules.measures.count
    for _ in 0..<5 { rules.measures += rules.measures.prefix(count) }
    var random = RandomPartner(seed: 3)
    let partner = random.partner()
    let tally = partner.scorer(rules).tally(partner.portfolio.series)
    #expect((0..<count).contains { tally.counts($0).contains { $0 != 0 } })
    for measure in rules.measures.indices {
      #expect(Array(tally.counts(measure)) == Array(tally.counts(measure % count)))
    }
  }

  @Test(arguments: 0..<15)
  func `conditions end in what the contributor adds, and are all met where it counts`(seed: Int) {
    var random = RandomPartner(seed: seed)
    let partner = random.partner()
    let explainer = partner.explainer()
    for (number, measure) in Rulebook.insights.measures.enumerated() {
      for contributor in explainer.contributors(measure: number).contributors {
        let conditions = explainer.conditions(of: contributor.subject, measure: number)
        let context = "\(measure.id), \(contributor)"
        #expect(conditions.last?.kind == .contribution, "\(context)")
        #expect(
          conditions.last?.actual == words(contributor, measure), "\(context)")
        let isMet = conditions.allSatisfy { condition in
          condition.period == .baseline || condition.isMet
            || condition.kind == .prerequisite || condition.kind == .contribution
        }
        let counts = contributor.change == .added || contributor.change == .kept
        if measure.countsWhatMeetsTests { #expect(isMet == counts, "\(context)") }
      }
    }
  }

  private func words(_ contributor: Contributor, _ measure: Measure) -> String {
    let amount = contributor.contribution
    let number = (amount > 0 ? "+" : "") + measure.unit.number(amount)
    switch (measure.counting, contributor.subject) {
    case (_, .individual), (_, .workload): return amount > 0 ? "counted (+1)" : "not counted (0)"
    case (.usage(let rule), _):
      if case .total = rule.counted { return "\(number) \(measure.unit.plural)" }
      return "\(contributor.change.words) (\(number))"
    default: return ""
    }
  }
}

extension Measure {
  /// Not totals, which add nothing where nothing is used, and not pairs of both periods.
  fileprivate var countsWhatMeetsTests: Bool {
    if case .total? = usage?.counted { return false }
    return comparison != .bothPeriods
  }
}

/// Current less baseline of every measure, as the score has it.
private struct Counts {
  let scorer: Scorer
  let usage: Tally
  let people: RosterTally

  init(_ partner: SamplePartner, _ rules: Rulebook = .insights) {
    scorer = partner.scorer(rules)
    usage = scorer.tally(partner.portfolio.series)
    people = scorer.tally(partner.people)
  }

  func net(_ measure: Int, _ month: Int) -> Int64 {
    switch scorer.rulebook.measures[measure].counting {
    case .skills: return Int64(people.fulfilled(measure: measure, month: month))
    case .usage(let rule):
      if case .workloads = rule.counted {
        let counted = scorer.countedWorkloads(usage, measure, month: month)
        return Int64(counted.count { $0.value > 0 })
      }
      return usage.current(measure: measure, month: month)
        - usage.baseline(measure: measure, month: month)
    }
  }
}

/// Partners whose figures crowd around the thresholds of the shipped rulebook.
struct RandomPartner {
  var dice: Dice

  init(seed: Int) { dice = Dice(seed: seed &+ 77) }

  private static let office = ["EXO", "Teams", "Intune", "Yammer", "AADP", "Visio"]
  private static let azure = ["SQL", "Virtual Machines", "Key Vault", "Sentinel", "Unheard Of"]
  private static let business = ["Business Central", "Customer Insights", "Sales", "Power App"]
  private static let associations = [
    "csp", "csp-tier-1", "dpor", "pal", "cpor", "cpor-osu", "cpor-revrec", "",
  ]
  private static let titles = [
    "Azure Administrator Associate", "Azure Solutions Architect Expert",
    "Azure Developer Associate", "Azure AI Engineer Associate",
    "Azure Security Engineer Associate", "Security Operations Analyst Associate",
    "Cybersecurity Architect Expert", "Azure Enterprise Data Analyst Associate",
    "Exam MS-100: Identity", "Knitting",
  ]

  mutating func partner() -> SamplePartner {
    let tenants = (0..<dice.roll(1...8)).map { number in
      SampleTenant(name: "T\(number)", usage: (0..<dice.roll(0...8)).flatMap { _ in series() })
    }
    let people = (0..<dice.roll(0...6)).map { number in
      Individual(
        id: "p\(number)", givenName: "", familyName: "",
        holdings: (0..<dice.roll(0...4)).map { _ in holding() })
    }
    return SamplePartner(tenants, people: people)
  }

  private mutating func series() -> [SampleUsage] {
    let association = dice.pick(Self.associations)
    switch dice.roll(0...2) {
    case 0:
      let since = dice.chance(40) ? month("2024-07").advanced(by: -dice.roll(0...20)) : nil
      return uses(
        dice.pick(Self.office), association, pau: months([0, 10, 11, 25, 26, 100, 300, 301]),
        mau: months([0, 4, 5, 15, 16, 40, 120]), since: since?.firstDay.description)
    case 1:
      return uses(
        dice.pick(Self.azure), association, acr: months([-50, 0, 100, 999.99, 1000, 1100, 12_000]))
    default:
      return uses(
        dice.pick(Self.business), association,
        revenue: months([250, 250.01, 1500, 1500.01, 5000, 5000.01]),
        users: months([4, 5, 25, 50]), capacity: months([24_999, 25_000, 50_000]))
    }
  }

  private mutating func months(_ values: [Double]) -> [Int: Double] {
    var months: [Int: Double] = [:]
    for back in 0..<30 where dice.chance(60) { months[-back] = dice.pick(values) }
    return months
  }

  private mutating func holding() -> Holding {
    let title = dice.pick(Self.titles)
    let day = day("2024-07-15")
    return Holding(
      title: title, isCertification: !title.hasPrefix("Exam"),
      completed: day.advanced(by: dice.roll(-300...10)),
      expires: dice.chance(40) ? day.advanced(by: dice.roll(-200...200)) : nil,
      isActive: dice.chance(90))
  }
}

extension Scorer {
  /// The sum of the contributions of a run of tenants.
  fileprivate func tally(_ series: SeriesTables, tenants: Range<Int>) -> Tally {
    var all: Range<Int>? = tenants
    return tally(series) { all.take() }
  }
}
