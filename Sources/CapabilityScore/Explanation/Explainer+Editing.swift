extension Explainer {
  /// The series whose value decides for a contributor: what a person means who edits its row.
  ///
  /// The largest admitted one of the leading test's field, of the workload that decides; nil where the
  /// contributor has none.
  public func decidingSeries(of subject: Subject, measure: Int) -> SeriesLine? {
    guard let rule = rulebook.measures[measure].usage, let last = lastLane(0) else { return nil }
    let tenant: Int
    var workload: Int?
    switch subject {
    case .tenant(let number): tenant = number
    case .pair(let number, let other):
      tenant = number
      workload = other
    default: return nil
    }
    if workload == nil, let usage = scorer.plan.measures[measure] {
      var reading = UsageReading(scorer)
      reading.read(tenant, of: portfolio.series)
      workload = reading.readings(usage, at: last).first?.workload
    }
    let fields: [Field] =
      if case .total(.field(let field)) = rule.counted { [field] } else { rule.leadingFields }
    let bit: UInt64 = 1 << UInt64(rule.scope)
    let lines = series(ofTenant: tenant).filter { line in
      let place = line.workload * scorer.plan.associationCount + line.association
      return fields.contains(line.field) && scorer.plan.admission[place] & bit != 0
        && workload.map { $0 == line.workload } ?? true
    }
    return lines.max { ($0.current ?? 0) < ($1.current ?? 0) }
  }

  /// The certifications of the rulebook by title.
  public var certificationTitles: [String] { rulebook.certifications.map(\.title) }
}

extension UsageRule {
  /// The fields of the first test, or of what is counted.
  fileprivate var leadingFields: [Field] {
    switch tests.first {
    case .total(.field(let field), _)?, .anyWorkload(.field(let field), _)?: [field]
    case .share(let part, _, _, _)?: [part]
    default: fields
    }
  }
}

extension EditField {
  /// How a field of the data is called in edits.
  public init(_ field: Field) {
    switch field {
    case .acr: self = .acr
    case .revenue: self = .revenue
    case .pau: self = .pau
    case .mau: self = .mau
    case .users, .capacity: self = .units
    }
  }

  init(_ amount: Amount) {
    switch amount {
    case .field(let field): self.init(field)
    case .consumption: self = .units
    }
  }
}
