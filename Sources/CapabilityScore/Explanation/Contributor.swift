/// What a component counts one by one.
public enum Subject: Hashable, Sendable {
  /// A tenant by its number in the portfolio.
  case tenant(Int)
  /// A (tenant, workload) pair.
  case pair(tenant: Int, workload: Int)
  /// A workload by its number in the names.
  case workload(Int)
  /// A person by their number in the roster.
  case individual(Int)
}

/// One row of a component's contributors (scoring.md §10).
public struct Contributor: Sendable, Equatable {
  /// Who or what it is, by number.
  public var subject: Subject
  /// How it counts now against a year before; workloads and people are added or not counted.
  public var change: Change
  /// How close it is to counting, or to being lost; `neither` for workloads and totals.
  public var nearness: Nearness
  /// The value that decides, now and a year before, in ``ContributorList/unit``.
  public var current: Int64?
  /// A year before; nil for workloads and people, which are compared with nothing.
  public var baseline: Int64?
  /// What is missing to the threshold, in the same unit; nil where nothing is.
  public var shortfall: Int64?
  /// +1, −1 or 0 for what is counted; for totals the amount.
  public var contribution: Int64

  /// The tenant it is about, if it is about one.
  public var tenant: Int? {
    switch subject {
    case .tenant(let tenant), .pair(let tenant, _): tenant
    case .workload, .individual: nil
    }
  }

  /// Whether it counts now, a year before, in both or in neither (scoring.md §10).
  public enum Change: String, Sendable, CaseIterable {
    /// Counts now, and did not a year before.
    case added
    /// Counted a year before, and does not now.
    case lost
    /// Counts in both periods.
    case kept
    /// Counts in neither.
    case notCounted = "not-counted"
  }

  /// How close a contributor is to the threshold, on either side of it (scoring.md §10).
  public enum Nearness: Sendable, Equatable {
    /// Neither near to counting nor to being lost.
    case neither
    /// Does not qualify, but reaches a good part of the threshold; the distance to it is relative.
    case nearMiss(distance: Double)
    /// Qualifies with little to spare; the distance to being lost is relative.
    case atRisk(distance: Double)

    /// For sorting: the nearest first.
    public var distance: Double? {
      switch self {
      case .neither: nil
      case .nearMiss(let distance), .atRisk(let distance): distance
      }
    }
  }
}

/// The contributors of a component, and what their numbers are.
public struct ContributorList: Sendable, Equatable {
  /// All people, or what has usage that the measure reads; in portfolio order unless sorted since.
  public var contributors: [Contributor]
  /// The unit of current, baseline and shortfall.
  public var unit: Unit
  /// What ``Contributor/current`` is, in words.
  public var valueName: String
  /// What is required of it, in words; nil where everything is added up.
  public var requirement: String?
  /// Whether contributions are amounts in the measure's unit, not counts.
  public var addsAmounts: Bool
}

/// A selection of contributors that a person looks at.
public enum Segment: String, Sendable, CaseIterable {
  /// Everybody.
  case all
  /// Those of one ``Contributor/Change``.
  case added, lost, kept
  /// Those who reach half the threshold or more, and not the whole.
  case nearMiss = "near-miss"
  /// Those who count with at most a tenth to spare.
  case atRisk = "at-risk"
  /// Those who count in neither period.
  case notCounted = "not-counted"

  /// For people, at the head of a list: `Near miss`.
  public var name: String {
    switch self {
    case .all: "All"
    case .added: "Added"
    case .lost: "Lost"
    case .kept: "Kept"
    case .nearMiss: "Near miss"
    case .atRisk: "At risk"
    case .notCounted: "Not counted"
    }
  }

  /// Near misses are among the lost and not counted, those at risk among the added and kept.
  public func contains(_ contributor: Contributor) -> Bool {
    switch (self, contributor.nearness) {
    case (.all, _): true
    case (.nearMiss, .nearMiss), (.atRisk, .atRisk): true
    case (.nearMiss, _), (.atRisk, _): false
    case (.added, _): contributor.change == .added
    case (.lost, _): contributor.change == .lost
    case (.kept, _): contributor.change == .kept
    case (.notCounted, _): contributor.change == .notCounted
    }
  }
}
