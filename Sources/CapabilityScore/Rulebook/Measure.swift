/// What a component counts, now and a year before (scoring.md §2). Several components may share one.
public struct Measure: Sendable, Equatable {
  /// Unique in its rulebook: what components in files refer to, e.g. `azure-customers`.
  public var id: String
  /// What is counted, in words, for the criteria page.
  public var criteria: String
  /// Who states the rule, in words: `Insights criteria, Solution area - security`.
  public var source: String
  /// Whom or what it counts: usage of tenants, or people.
  public var counting: Counting
  /// How the count now and the one a year before make the quantity.
  public var comparison: Comparison

  /// Growth goes with totals, both periods with tenants and pairs, and people with current alone.
  public init(
    id: String, criteria: String, source: String, counting: Counting, comparison: Comparison
  ) {
    self.id = id
    self.criteria = criteria
    self.source = source
    self.counting = counting
    self.comparison = comparison
  }

  /// The two kinds of things that are counted, each with its rule.
  public enum Counting: Sendable, Equatable {
    /// What tenants use.
    case usage(UsageRule)
    /// What people hold.
    case skills(SkillRule)
  }

  /// How `quantity` comes from `current` and `baseline`.
  public enum Comparison: Sendable, Equatable {
    /// current − baseline
    case difference
    /// 100 × (current − baseline) / baseline, if the gate is passed.
    case growth(GrowthGate)
    /// current alone.
    case current
    /// Only what meets the tests in both periods counts.
    case bothPeriods
  }

  /// The rule of a measure of usage; nil where people are counted.
  public var usage: UsageRule? {
    if case .usage(let rule) = counting { rule } else { nil }
  }

  /// The rule of a measure of people; nil where usage is counted.
  public var skills: SkillRule? {
    if case .skills(let rule) = counting { rule } else { nil }
  }

  /// The unit of `current` and `baseline`.
  public var unit: Unit {
    switch counting {
    case .skills: .individuals
    case .usage(let rule):
      switch rule.counted {
      case .tenants: .tenants
      case .pairs: .pairs
      case .workloads: .workloads
      case .total(.consumption): .consumption
      case .total(.field(let field)):
        field.isMoney ? .dollars : field == .pau ? .seats : .users
      }
    }
  }
}

/// What numbers count, for words and formats.
public enum Unit: Sendable, Equatable {
  /// Things that are counted, as whole numbers.
  case tenants, pairs, workloads, individuals, users, seats
  /// Amounts in millionths.
  case dollars, consumption

  /// Whether values are ``Quantity/millionths``.
  public var isFractional: Bool { self == .dollars || self == .consumption }
}

/// A growth earns nothing unless both periods reach these amounts, in the measure's own unit.
public struct GrowthGate: Sendable, Equatable {
  /// What the period now must reach; nil asks for nothing.
  public var currentAtLeast: Int64?
  /// What the year before must reach; nil asks for nothing but a baseline above 0 (scoring.md §12).
  public var baselineAtLeast: Int64?

  /// Millionths for USD and MCV, else whole counts; with neither, any baseline above 0 will do.
  public init(currentAtLeast: Int64? = nil, baselineAtLeast: Int64? = nil) {
    self.currentAtLeast = currentAtLeast
    self.baselineAtLeast = baselineAtLeast
  }
}

/// Counts usage in a scope.
public struct UsageRule: Sendable, Equatable {
  /// A number in ``Rulebook/scopes``.
  public var scope: Int
  /// What one of the count is, or the amount that is added up.
  public var counted: Counted
  /// The months that are read for now; those a year before are the baseline.
  public var period: Period
  /// All must be met; for totals they gate the tenants that are added up.
  public var tests: [UsageTest]
  /// Usage from before the partner was associated earns nothing (scoring.md §4, qualified usage).
  public var isQualified: Bool

  /// Not every combination can be evaluated: rulebooks.md lists those that files are refused for.
  public init(
    scope: Int, counted: Counted, period: Period, tests: [UsageTest], isQualified: Bool = false
  ) {
    self.scope = scope
    self.counted = counted
    self.period = period
    self.tests = tests
    self.isQualified = isQualified
  }

  /// What a measure of usage counts one by one, or adds up.
  public enum Counted: Sendable, Equatable {
    /// Tenants that meet the tests.
    case tenants
    /// (tenant, workload) pairs.
    case pairs
    /// Distinct workloads with usage of any tenant, except those named.
    case workloads(of: Field, except: [String])
    /// An amount, added up over the tenants that meet the tests.
    case total(Amount)
  }

  /// The months that "now" stands for; the baseline is the same months a year before.
  public enum Period: String, Sendable, Equatable, CaseIterable {
    /// L alone.
    case lastMonth = "last"
    /// Met if either L or the month before meets the tests.
    case eitherOfLastTwo = "either-of-last-two"
    /// The sum of the twelve months up to L.
    case trailingYear = "ttm"
  }
}

/// A number of a tenant, or of a tenant and workload.
public enum Amount: Hashable, Sendable {
  /// A field as the exports give it.
  case field(Field)
  /// Monthly consumption value: units × rate, in millionths (scoring.md §7).
  case consumption

  /// Whether values are ``Quantity/millionths``.
  public var isFractional: Bool {
    switch self {
    case .field(let field): field.isMoney
    case .consumption: true
    }
  }
}

/// One condition on a tenant's usage, over the largest values of the admitted associations.
public enum UsageTest: Sendable, Equatable {
  /// The sum over workloads lies in the bounds. For pairs: the workload's own value.
  case total(Amount, Bounds)
  /// At least one workload's value lies in the bounds.
  case anyWorkload(Amount, Bounds)
  /// 100 × part ≥ percent × whole, both summed over workloads; a whole of 0 does not meet it.
  case share(part: Field, whole: Field, percent: Int64, isInclusive: Bool)
}

/// Where a value must lie.
public struct Bounds: Hashable, Sendable {
  /// Nil where values may be as small as they like.
  public var lower: Bound?
  /// Nil where values may be as large as they like.
  public var upper: Bound?

  /// Without either bound every value lies inside.
  public init(lower: Bound? = nil, upper: Bound? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// One end of the bounds.
  public struct Bound: Hashable, Sendable {
    /// Millionths for USD and MCV, else a whole count.
    public var value: Int64
    /// Whether the value itself lies inside: `at-least` and `up-to` of rulebook files.
    public var isInclusive: Bool

    /// `value` is in the unit of the amount it bounds, so 250 USD are 250,000,000.
    public init(_ value: Int64, isInclusive: Bool) {
      self.value = value
      self.isInclusive = isInclusive
    }
  }

  /// The smallest whole value inside; values are integers in their own unit.
  public var least: Int64 {
    lower.map { $0.isInclusive ? $0.value : $0.value &+ 1 } ?? .min
  }

  /// The largest whole value inside.
  public var greatest: Int64 {
    upper.map { $0.isInclusive ? $0.value : $0.value &- 1 } ?? .max
  }

  /// The whole values inside; nil where there is none.
  var range: ClosedRange<Int64>? { least <= greatest ? least...greatest : nil }

  /// Whether a value, in the unit of the bounds, lies inside.
  @inline(__always)
  public func contains(_ value: Int64) -> Bool { value >= least && value <= greatest }
}

/// Counts people by what they hold (scoring.md §8).
public struct SkillRule: Sendable, Equatable {
  /// All must be met, or nobody earns anything; holders earn nothing by it.
  public var prerequisites: [Prerequisite]
  /// Numbers in ``Rulebook/certifications``; every one must be held.
  public var allOf: [Int]
  /// At least one must be held, unless the list is empty.
  public var anyOf: [Int]

  /// `allOf` and `anyOf` must not both be empty, or any listed certification would do.
  public init(prerequisites: [Prerequisite], allOf: [Int], anyOf: [Int]) {
    self.prerequisites = prerequisites
    self.allOf = allOf
    self.anyOf = anyOf
  }

  /// A certification that some must hold before anybody earns points (scoring.md §8).
  public struct Prerequisite: Sendable, Equatable {
    /// A number in ``Rulebook/certifications``.
    public var certification: Int
    /// How many individuals must hold it.
    public var holders: Int

    /// `holders` must be above 0; they may be the same people who earn the points.
    public init(certification: Int, holders: Int) {
      self.certification = certification
      self.holders = holders
    }
  }
}
