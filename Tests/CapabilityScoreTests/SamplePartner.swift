import CapabilityScore

/// A small partner, written down by month: 0 is L, −12 the same month a year before.
///
///     SamplePartner(
///       tenant("Elm", uses("EXO", "csp", pau: [0: 11, -12: 10], mau: [0: 5])),
///       people: [person("ana", holds("Azure Data Engineer Associate"))])
struct SamplePartner {
  var tenants: [SampleTenant]
  var people: [Individual]
  var asOf: Day
  var lastMonth: Month
  /// How many tenants a table holds: few, so that scores go over several.
  var span = 2

  init(
    _ tenants: SampleTenant..., people: [Individual] = [], asOf: String = "2024-07-15",
    lastMonth: String = "2024-06"
  ) {
    self.init(tenants, people: people, asOf: asOf, lastMonth: lastMonth)
  }

  /// Usage under no association makes L what it is said to be, and counts nowhere.
  init(
    _ tenants: [SampleTenant], people: [Individual] = [], asOf: String = "2024-07-15",
    lastMonth: String = "2024-06"
  ) {
    let anchor = tenant("Anchor", uses("Anchor", "nobody", acr: [0: 1]))
    self.tenants = tenants.isEmpty ? [] : tenants + [anchor]
    self.people = people
    self.asOf = day(asOf)
    self.lastMonth = month(lastMonth)
  }

  var portfolio: Portfolio {
    let usage = tenants.flatMap(\.usage)
    let oldest = usage.flatMap(\.months.keys).min().map(lastMonth.advanced)
    let window = MonthWindow(
      asOf: asOf, lastMonth: tenants.isEmpty ? nil : lastMonth, oldest: oldest)
    let names = UsageNames(
      workloads: Set(usage.map(\.workload)).sorted(),
      associations: Set(usage.map(\.association)).sorted())
    var directory = TenantDirectory()
    var appender = SeriesTable.Appender(lanes: window.count)
    for tenant in tenants {
      directory.append(id: tenant.name.lowercased(), name: tenant.name, market: "", segment: "")
      for line in tenant.usage { add(line, window, names, to: &appender) }
      appender.endTenant()
    }
    return Portfolio(
      partner: Partner(id: "1", name: "Fjordline"), window: window, names: names,
      tenants: directory, series: SeriesTables(appender.table, span: span), roster: people)
  }

  private func add(
    _ line: SampleUsage, _ window: MonthWindow, _ names: UsageNames,
    to appender: inout SeriesTable.Appender
  ) {
    guard let workload = names.workloads.firstIndex(of: line.workload),
      let association = names.associations.firstIndex(of: line.association)
    else { return }
    let key = SeriesTable.RowKey(field: line.field, workload: workload, association: association)
    appender.addRow(key, associatedOn: line.since) { values in
      var bits: UInt64 = 0
      for (offset, value) in line.months {
        let month = lastMonth.advanced(by: offset)
        guard window.contains(month) else { continue }
        values[window.lane(month)] = value
        bits |= 1 << UInt64(window.lane(month))
      }
      return bits
    }
  }

  func scorer(_ rulebook: Rulebook = .insights) -> Scorer {
    Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf)
  }

  func score(_ rulebook: Rulebook = .insights) -> SampleScore {
    SampleScore(rulebook: rulebook, card: scorer(rulebook).scorecard(of: portfolio))
  }

  func explainer(_ rulebook: Rulebook = .insights) -> Explainer {
    Explainer(scorer: scorer(rulebook), portfolio: portfolio)
  }
}

struct SampleTenant: Sendable {
  var name: String
  var usage: [SampleUsage]
}

/// One series of a tenant; money in millionths.
struct SampleUsage: Sendable {
  var workload: String
  var association: String
  var field: Field
  var months: [Int: Int64]
  var since: Day?
}

func tenant(_ name: String, _ usage: [SampleUsage]...) -> SampleTenant {
  SampleTenant(name: name, usage: usage.flatMap { $0 })
}

/// The usage of a workload under an association, by month before L.
func uses(
  _ workload: String, _ association: String, acr: [Int: Double] = [:],
  revenue: [Int: Double] = [:], pau: [Int: Double] = [:], mau: [Int: Double] = [:],
  users: [Int: Double] = [:], capacity: [Int: Double] = [:], since: String? = nil
) -> [SampleUsage] {
  let fields: [(Field, [Int: Double])] = [
    (.acr, acr), (.revenue, revenue), (.pau, pau), (.mau, mau), (.users, users),
    (.capacity, capacity),
  ]
  return fields.filter { !$0.1.isEmpty }.map { field, months in
    SampleUsage(
      workload: workload, association: association, field: field,
      months: months.mapValues { Int64((field.isMoney ? $0 * 1e6 : $0).rounded()) },
      since: since.map { day($0) })
  }
}

/// The same amount in each of the twelve months that end `back` months before L.
func year(_ amount: Double, back: Int = 0) -> [Int: Double] {
  Dictionary(uniqueKeysWithValues: (0..<12).map { (-back - $0, amount) })
}

func person(_ id: String, _ holdings: Holding...) -> Individual {
  Individual(id: id, givenName: "", familyName: "", holdings: holdings)
}

func holds(
  _ title: String, on date: String = "2023-01-31", until expiry: String? = nil,
  isActive: Bool = true
) -> Holding {
  Holding(
    title: title, isCertification: true, completed: day(date), expires: expiry.map { day($0) },
    isActive: isActive)
}

/// An exam or an assessment: not a certification.
func passed(_ title: String) -> Holding {
  Holding(
    title: title, isCertification: false, completed: day("2023-01-31"), expires: nil,
    isActive: true)
}

/// A scorecard whose parts are named as in the rulebook: `modern-work.smb.deployments.csp`.
struct SampleScore {
  let rulebook: Rulebook
  let card: Scorecard

  /// The metric's points.
  func points(_ path: String, month: Int = 0) -> Points { metric(path, month).score.points }

  func reason(_ path: String, month: Int = 0) -> MetricScore.Reason? {
    metric(path, month).score.reason
  }

  /// The component that is named, or the metric's first.
  func component(_ path: String, month: Int = 0) -> ComponentScore {
    let (rule, score) = metric(path, month)
    let index = rule.components.firstIndex { $0.id == path.split(separator: ".").last ?? "" }
    return score.components[index ?? 0]
  }

  func current(_ path: String, month: Int = 0) -> Int64 { component(path, month: month).current }
  func baseline(_ path: String, month: Int = 0) -> Int64? { component(path, month: month).baseline }

  func quantity(_ path: String, month: Int = 0) -> ComponentQuantity? {
    component(path, month: month).quantity
  }

  func area(_ id: String, month: Int = 0) -> AreaScore {
    card.months[month].areas[rulebook.areaIndex(id)!]
  }

  /// The id of the partner's track.
  func track(_ area: String, month: Int = 0) -> String {
    let rule = rulebook.areas[rulebook.areaIndex(area)!]
    return rule.tracks[self.area(area, month: month).selectedTrack].id
  }

  private func metric(_ path: String, _ month: Int) -> (rule: MetricRule, score: MetricScore) {
    let names = path.split(separator: ".")
    let area = rulebook.areas.firstIndex { $0.id == names[0] }!
    let track = rulebook.areas[area].tracks.firstIndex { $0.id == names[1] }!
    let rules = rulebook.areas[area].tracks[track].metrics
    let metric = rules.firstIndex { $0.id == names[2] }!
    return (rules[metric], card.months[month].areas[area].tracks[track].metrics[metric])
  }
}
