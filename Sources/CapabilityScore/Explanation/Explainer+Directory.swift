/// What a contributor is to one component of one metric.
public struct SubjectRole: Sendable, Equatable {
  /// The metric that looks at the subject, of any track, the partner's or not.
  public var place: MetricNumber
  /// The component's number in the metric.
  public var component: Int
  /// What the component makes of the subject.
  public var contributor: Contributor
  /// The unit of the contributor's values.
  public var unit: Unit
  /// Whether its contribution is an amount in ``unit``, not a count.
  public var addsAmounts: Bool
  /// The component's id where a metric has several; else empty.
  public var componentName: String
}

/// One series of usage: a tenant's, of one workload under one association.
public struct SeriesLine: Sendable, Equatable {
  /// The tenant's number in the portfolio.
  public var tenant: Int
  /// A number in ``UsageNames/workloads``.
  public var workload: Int
  /// A number in ``UsageNames/associations``.
  public var association: Int
  /// Which of the workload's numbers it is; it tells the unit of all values.
  public var field: Field
  /// L, and the same month a year before; nil where there is no fact.
  public var current: Int64?
  /// The same month a year before L, in the field's unit; nil where there is no fact.
  public var baseline: Int64?
  /// Up to 24 months that end at L, oldest first; nil where there is no fact.
  public var months: [Int64?]
}

/// What series of usage come to together, in one of their fields.
public struct UsageTotal: Sendable, Equatable {
  /// It tells the unit of the sums.
  public var field: Field
  /// How many tenants have a series of it, with a fact at L or not.
  public var tenants: Int
  /// V at L, added up: the largest over associations (scoring.md §1).
  public var current: Int64
  /// The same a year before.
  public var baseline: Int64
}

/// A workload over all tenants, in one of its fields.
public struct WorkloadTotal: Sendable, Equatable {
  /// A number in ``UsageNames/workloads``.
  public var workload: Int
  /// The field that is added up; a workload has a total for each field it is measured in.
  public var field: Field
  /// How many tenants have a series of it, with a fact at L or not.
  public var tenants: Int
  /// V at L, added up over tenants without regard to scopes: the largest over associations.
  public var lastMonth: Int64
  /// Whether the rulebook knows the name.
  public var isKnown: Bool
}

extension Explainer {
  /// How many months charts show.
  static let chartMonths = 24

  /// The sum over workloads of a tenant's field at L, each usage once; nil where there is none.
  public func lastMonthTotal(_ tenant: Int, _ field: Field) -> Int64? {
    guard let last = lastLane(0), tenant < portfolio.series.tenantCount else { return nil }
    return portfolio.series.at(tenant) { table, number in
      var sum: Int64?
      table.forEachWorkload(of: number, field, at: last) { _, value in sum = (sum ?? 0) &+ value }
      return sum
    }
  }

  /// ``lastMonthTotal(_:_:)`` of all tenants, by number.
  ///
  /// - Complexity: O(rows of the field).
  public func lastMonthTotals(_ field: Field) -> [Int64?] {
    (0..<portfolio.series.tenantCount).map { lastMonthTotal($0, field) }
  }

  /// All workloads in use, with each field they are measured in.
  ///
  /// - Complexity: O(rows of the portfolio).
  public func workloadTotals() -> [WorkloadTotal] {
    let last = lastLane(0) ?? -1
    let numbers = RuleNumbers(rulebook: rulebook, names: portfolio.names)
    let fields = Field.allCases.count
    var tenants = [Int](repeating: 0, count: portfolio.names.workloads.count * fields)
    var sums = [Int64](repeating: 0, count: tenants.count)
    portfolio.series.forEachTable(of: 0..<portfolio.series.tenantCount) { table, numbers, _ in
      for number in numbers {
        for field in Field.allCases {
          table.forEachWorkload(of: number, field, at: last) { workload, value in
            tenants[workload * fields + Int(field.rawValue)] += 1
            sums[workload * fields + Int(field.rawValue)] &+= value
          }
        }
      }
    }
    return tenants.indices.compactMap { place in
      guard tenants[place] > 0, let field = Field(rawValue: UInt8(place % fields)) else {
        return nil
      }
      return WorkloadTotal(
        workload: place / fields, field: field, tenants: tenants[place], lastMonth: sums[place],
        isKnown: numbers.workloads[place / fields] != nil || field == .acr)
    }
  }

  /// The usage of a tenant, ordered by field, workload and association.
  public func series(ofTenant tenant: Int) -> [SeriesLine] {
    portfolio.series.at(tenant) { table, number in
      table.rows(of: number).compactMap { line(row: $0, of: table, number, tenant) }
    }
  }

  /// The usage of a workload by every tenant.
  ///
  /// - Complexity: O(rows of the portfolio).
  public func series(ofWorkload workload: Int) -> [SeriesLine] {
    var lines: [SeriesLine] = []
    portfolio.series.forEachTable(of: 0..<portfolio.series.tenantCount) { table, numbers, first in
      for number in numbers {
        for row in table.rows(of: number) where Int(table.workload[row]) == workload {
          if let line = line(row: row, of: table, number, first + number) { lines.append(line) }
        }
      }
    }
    return lines
  }

  /// What the series of one workload come to, field by field; each tenant's must follow each other.
  public static func totals(of lines: [SeriesLine]) -> [UsageTotal] {
    Field.allCases.compactMap { field in
      var total = UsageTotal(field: field, tenants: 0, current: 0, baseline: 0)
      var last: SeriesLine?
      func add(_ line: SeriesLine) {
        total.tenants += 1
        total.current &+= line.current ?? 0
        total.baseline &+= line.baseline ?? 0
      }
      for line in lines where line.field == field {
        guard var joined = last, joined.tenant == line.tenant else {
          if let last { add(last) }
          last = line
          continue
        }
        joined.current = larger(joined.current, line.current)
        joined.baseline = larger(joined.baseline, line.baseline)
        last = joined
      }
      if let last { add(last) }
      return total.tenants > 0 ? total : nil
    }
  }

  private static func larger(_ first: Int64?, _ second: Int64?) -> Int64? {
    guard let first, let second else { return first ?? second }
    return max(first, second)
  }

  private func line(
    row: Int, of table: borrowing SeriesTable, _ number: Int, _ tenant: Int
  ) -> SeriesLine? {
    guard let field = table.field(ofRow: row, tenant: number) else { return nil }
    let last = lastLane(0) ?? table.lanes - 1
    return SeriesLine(
      tenant: tenant, workload: Int(table.workload[row]), association: Int(table.association[row]),
      field: field, current: table.value(row: row, lane: last),
      baseline: table.value(row: row, lane: last - ScoringMonths.year),
      months: (last - Explainer.chartMonths + 1...last).map { table.value(row: row, lane: $0) })
  }

  /// Every component that looks at a tenant, in rulebook order.
  public func roles(ofTenant tenant: Int) -> [SubjectRole] {
    var roles: [SubjectRole] = []
    for place in rulebook.metricNumbers where !rulebook[place].isInformation {
      let components = rulebook[place].components
      for (component, part) in components.enumerated() {
        guard let usage = rulebook.measures[part.measure].usage else { continue }
        let list = contributors(ofTenant: tenant, measure: part.measure, usage)
        roles += list.contributors.map { contributor in
          SubjectRole(
            place: place, component: component, contributor: contributor, unit: list.unit,
            addsAmounts: list.addsAmounts, componentName: components.count > 1 ? part.id : "")
        }
      }
    }
    return roles
  }

  func contributors(
    ofTenant tenant: Int, measure: Int, _ rule: UsageRule
  ) -> ContributorList {
    switch rule.counted {
    case .tenants, .total: tenantContributors(measure, rule, 0, tenants: tenant..<tenant + 1)
    case .pairs: pairContributors(measure, rule, 0, tenants: tenant..<tenant + 1)
    case .workloads:
      ContributorList(
        contributors: [], unit: .workloads, valueName: "", requirement: nil, addsAmounts: false)
    }
  }
}

extension SeriesTable {
  /// Calls with each workload that a tenant has a field of, and its V at a lane without regard to
  /// scopes: the largest over associations, 0 where there is no fact.
  fileprivate borrowing func forEachWorkload(
    of tenant: Int, _ field: Field, at lane: Int, _ body: (_ workload: Int, _ value: Int64) -> Void
  ) {
    let rows = rows(of: tenant, field)
    var row = rows.lowerBound
    while row < rows.upperBound {
      let workload = self.workload[row]
      var largest: Int64?
      while row < rows.upperBound, self.workload[row] == workload {
        if let value = value(row: row, lane: lane) { largest = max(largest ?? value, value) }
        row += 1
      }
      body(Int(workload), largest ?? 0)
    }
  }
}
