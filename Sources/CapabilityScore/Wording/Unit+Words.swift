extension Unit {
  /// `1 tenant`, `7 tenants`, `1,200.50 USD`.
  public func words(_ value: Int64) -> String {
    isFractional
      ? "\(NumberWords.money(value)) \(plural)"
      : "\(NumberWords.grouped(value)) \(value == 1 ? singular : plural)"
  }

  /// The number alone.
  public func number(_ value: Int64) -> String {
    isFractional ? NumberWords.money(value) : NumberWords.grouped(value)
  }

  /// A value as people count it: USD where it is in millionths of one.
  public func shown(_ value: Int64) -> Double {
    isFractional ? Double(value) / Double(Quantity.one) : Double(value)
  }

  /// What is missing, in words. A bound that is not reached by being equal to it is missed by the
  /// smallest amount there is, which says nothing to anybody.
  public func shortfallWords(_ value: Int64) -> String {
    isBelowCent(value) ? "less than 0.01 \(plural)" : words(value)
  }

  /// The same without the unit.
  public func shortfallNumber(_ value: Int64) -> String {
    isBelowCent(value) ? "<0.01" : number(value)
  }

  private func isBelowCent(_ value: Int64) -> Bool {
    isFractional && value > 0 && value < Quantity.one / 100
  }

  /// For any number but 1, and always for amounts: `tenants`, `USD`.
  public var plural: String {
    switch self {
    case .tenants: "tenants"
    case .pairs: "workloads of tenants"
    case .workloads: "workloads"
    case .individuals: "people"
    case .users: "users"
    case .seats: "seats"
    case .dollars: "USD"
    case .consumption: "MCV"
    }
  }

  /// For the head of a column.
  public var heading: String {
    switch self {
    case .dollars, .consumption: plural
    default: plural.prefix(1).uppercased() + plural.dropFirst()
    }
  }

  var singular: String {
    switch self {
    case .tenants: "tenant"
    case .pairs: "workload of a tenant"
    case .workloads: "workload"
    case .individuals: "person"
    case .users: "user"
    case .seats: "seat"
    case .dollars, .consumption: plural
    }
  }
}

extension Amount {
  /// The unit of its values.
  public var unit: Unit {
    switch self {
    case .consumption: .consumption
    case .field(.acr), .field(.revenue): .dollars
    case .field(.pau): .seats
    case .field(.mau), .field(.users), .field(.capacity): .users
    }
  }

  /// What it is, in the field's words.
  public var name: String {
    switch self {
    case .consumption: "consumption value"
    case .field(let field): field.name
    }
  }
}

extension Field {
  /// In words, within a sentence: `paid seats`, `revenue`.
  public var name: String {
    switch self {
    case .acr: "Azure consumed revenue"
    case .revenue: "revenue"
    case .pau: "paid seats"
    case .mau: "active users"
    case .users: "active users"
    case .capacity: "capacity"
    }
  }

  /// The unit of its values.
  public var unit: Unit { Amount.field(self).unit }
}

extension Bounds {
  /// `at least 1,000 USD`, `11 to 300 seats`, `more than 25 seats`.
  public func words(_ unit: Unit) -> String {
    switch (lower, upper) {
    case (let lower?, nil):
      "\(lower.isInclusive ? "at least" : "more than") \(unit.words(lower.value))"
    case (nil, let upper?):
      "\(upper.isInclusive ? "at most" : "less than") \(unit.words(upper.value))"
    case (.some, .some) where !unit.isFractional:
      "\(unit.number(least)) to \(unit.words(greatest))"
    case (let lower?, let upper?):
      "\(lower.isInclusive ? "from" : "above") \(unit.number(lower.value)) to \(unit.words(upper.value))"
    case (nil, nil): "any"
    }
  }
}
