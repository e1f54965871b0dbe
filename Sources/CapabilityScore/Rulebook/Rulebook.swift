/// The rules a score is computed by: data, read from a file (scoring.md §2).
///
/// Workloads, associations, certifications, scopes and measures refer to each other by number.
public struct Rulebook: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Where the figures come from, in words.
  public var source: String
  /// A track qualifies at this total, if every metric earned something.
  public var passMark: Int
  public var workloads: [WorkloadRule]
  public var associations: [AssociationRule]
  public var certifications: [CertificationRule]
  /// What certification titles may begin with, besides `Exam XX-000:`.
  public var titlePrefixes: [String]
  public var scopes: [Scope]
  public var measures: [Measure]
  public var areas: [AreaRule]

  public init(
    id: String, name: String, source: String, passMark: Int, workloads: [WorkloadRule],
    associations: [AssociationRule], certifications: [CertificationRule], titlePrefixes: [String],
    scopes: [Scope], measures: [Measure], areas: [AreaRule]
  ) {
    self.id = id
    self.name = name
    self.source = source
    self.passMark = passMark
    self.workloads = workloads
    self.associations = associations
    self.certifications = certifications
    self.titlePrefixes = titlePrefixes
    self.scopes = scopes
    self.measures = measures
    self.areas = areas
  }

  /// What the names in exports stand for under this rulebook.
  public var vocabulary: Vocabulary {
    var workloadNames: [FoldedName: String] = [:]
    for workload in workloads {
      for name in [workload.name] + workload.aliases {
        workloadNames[FoldedName(name)] = workload.name
      }
    }
    var associationIDs: [FoldedName: String] = [:]
    for association in associations {
      for name in [association.id, association.name] + association.aliases {
        associationIDs[FoldedName(name)] = association.id
      }
    }
    return Vocabulary(workloads: workloadNames, associations: associationIDs)
  }

  public func areaIndex(_ id: String) -> Int? { areas.firstIndex { $0.id == id } }
}

/// A product or service that rules name (scoring.md §7).
public struct WorkloadRule: Sendable, Equatable {
  public var name: String
  public var aliases: [String]
  /// Monthly consumption value of one unit; nil for workloads without a rate.
  public var rate: Quantity?
  /// Counted by capacity (profiles) instead of users.
  public var isCountedByCapacity: Bool
  /// The rate is on no public card.
  public var isAssumed: Bool

  public init(
    name: String, aliases: [String] = [], rate: Quantity? = nil, isCountedByCapacity: Bool = false,
    isAssumed: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.rate = rate
    self.isCountedByCapacity = isCountedByCapacity
    self.isAssumed = isAssumed
  }

  /// The field that `units` means for this workload.
  public var unitsField: Field { isCountedByCapacity ? .capacity : .users }
}

/// A way the partner is attached to usage (scoring.md §1, §12).
public struct AssociationRule: Sendable, Equatable {
  public var id: String
  public var name: String
  public var aliases: [String]

  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A certification that metrics name (scoring.md §8).
public struct CertificationRule: Sendable, Equatable {
  public var title: String
  public var aliases: [String]
  /// The last day it earns anything; it belongs to the certification, wherever it is listed.
  public var eligibleThrough: Day?
  /// Rows that are no certification count if their title contains one of these.
  public var examTitlesContaining: [String]
  /// Rows that are no certification count by the title itself.
  public var countsAssessments: Bool

  public init(
    title: String, aliases: [String] = [], eligibleThrough: Day? = nil,
    examTitlesContaining: [String] = [], countsAssessments: Bool = false
  ) {
    self.title = title
    self.aliases = aliases
    self.eligibleThrough = eligibleThrough
    self.examTitlesContaining = examTitlesContaining
    self.countsAssessments = countsAssessments
  }
}

/// Which usage a measure looks at: a fact is in scope if one of the pairs admits it.
public struct Scope: Sendable, Equatable {
  public var id: String
  public var pairs: [ScopePair]

  public init(id: String, pairs: [ScopePair]) {
    self.id = id
    self.pairs = pairs
  }
}

/// Some workloads, as used under some associations.
public struct ScopePair: Sendable, Equatable {
  /// Numbers in ``Rulebook/workloads``; nil admits every workload, also unknown ones.
  public var workloads: [Int]?
  /// Numbers in ``Rulebook/associations``, families resolved.
  public var associations: [Int]
  /// The pair in words, as the rulebook names it.
  public var workloadNames: String
  public var associationNames: String

  public init(
    workloads: [Int]?, associations: [Int], workloadNames: String, associationNames: String
  ) {
    self.workloads = workloads
    self.associations = associations
    self.workloadNames = workloadNames
    self.associationNames = associationNames
  }
}
