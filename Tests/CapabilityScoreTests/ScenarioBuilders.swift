import CapabilityScore
import RuleFiles

/// A small portfolio, fact by fact.
struct PortfolioBuilder {
  struct Key: Hashable {
    var tenant: String
    var workload: String
    var association: String
    var field: Field
  }

  var asOf = day("2024-07-15")
  var tenants: [String] = []
  /// Millionths for money, else counts.
  var facts: [Key: [Month: Int64]] = [:]
  var associatedOn: [Key: Day] = [:]
  var roster: [Individual] = []

  mutating func add(
    _ tenant: String, _ workload: String, _ association: String, _ field: Field, _ month: String,
    _ value: Int64, since: String? = nil
  ) {
    let key = Key(tenant: tenant, workload: workload, association: association, field: field)
    if !tenants.contains(tenant) { tenants.append(tenant) }
    facts[key, default: [:]][CapabilityScoreTests.month(month)] =
      field.isMoney ? value * Quantity.one : value
    if let since { associatedOn[key] = day(since) }
  }

  mutating func hold(_ person: String, _ titles: String..., on date: String = "2023-01-31") {
    let holdings = titles.map {
      Holding(
        title: $0, isCertification: true, completed: day(date), expires: nil, isActive: true)
    }
    roster.append(Individual(id: person, givenName: "", familyName: "", holdings: holdings))
  }

  var months: [Month] { facts.values.flatMap(\.keys) }

  var lastMonth: Month? { months.filter { $0 < asOf.month }.max() }

  var window: MonthWindow { MonthWindow(asOf: asOf, lastMonth: lastMonth, oldest: months.min()) }

  func portfolio() -> Portfolio { portfolio(window: window) }

  /// - Parameter window: Facts of other months are left out.
  func portfolio(window: MonthWindow) -> Portfolio {
    let names = UsageNames(
      workloads: Set(facts.keys.map(\.workload)).sorted(),
      associations: Set(facts.keys.map(\.association)).sorted())
    var directory = TenantDirectory()
    var appender = SeriesTable.Appender(lanes: window.count)
    for tenant in tenants {
      directory.append(id: tenant, name: "", market: "", segment: "")
      for (key, months) in facts where key.tenant == tenant {
        let inside = months.filter { window.contains($0.key) }
        if inside.isEmpty { continue }
        let row = SeriesTable.RowKey(
          field: key.field, workload: names.workloads.firstIndex(of: key.workload)!,
          association: names.associations.firstIndex(of: key.association)!)
        appender.addRow(row, associatedOn: associatedOn[key]) { values in
          var bits: UInt64 = 0
          for (month, value) in inside {
            values[window.lane(month)] = value
            bits |= 1 << UInt64(window.lane(month))
          }
          return bits
        }
      }
      appender.endTenant()
    }
    return Portfolio(
      partner: Partner(id: "1", name: "Fjordline"), window: window, names: names,
      tenants: directory, series: SeriesTables(appender.table, span: 2), roster: roster)
  }

  func board(_ rulebook: Rulebook = .insights, rulebooks: [Rulebook] = []) -> ScenarioBoard {
    let portfolio = portfolio()
    return ScenarioBoard(
      portfolio, scorer: Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf),
      rulebooks: rulebooks)
  }
}

extension Rulebook {
  static let insights: Rulebook = {
    do {
      return try RulebookFile.shipped[0].rulebook()
    } catch {
      fatalError("\(error)")
    }
  }()

  /// The same rules under another id, with another pass mark and half the rates.
  static let other: Rulebook = {
    var rules = insights
    rules.id = "other"
    rules.passMark = 50
    for index in rules.workloads.indices {
      rules.workloads[index].rate?.millionths /= 2
    }
    rules.areas.swapAt(0, 3)
    return rules
  }()
}

extension Scorecard {
  func metric(
    _ area: String, _ track: String, _ metric: String, _ rules: Rulebook = .insights
  ) -> MetricScore {
    let areaRule = rules.areas.first { $0.id == area }!
    let trackRule = areaRule.tracks.first { $0.id == track }!
    return areas[rules.areaIndex(area)!].tracks[areaRule.tracks.firstIndex { $0.id == track }!]
      .metrics[trackRule.metrics.firstIndex { $0.id == metric }!]
  }
}

func month(_ text: String) -> Month { Month(text)! }
func day(_ text: String) -> Day { Day(text)! }

func usage(
  _ tenant: String, _ workload: String, _ association: String, _ field: EditField,
  _ operation: EditOperation, _ months: EditMonths = .last
) -> ScenarioEdit {
  .usage(
    UsageEdit(
      tenant: tenant, workload: workload, association: association, field: field, months: months,
      operation: operation))
}

/// Repeatable chance (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func pick<T>(_ choices: [T]) -> T { choices[roll(0...choices.count - 1)] }
  mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }
}
