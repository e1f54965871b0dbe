/// The rules a score is computed by: data, read from a file (scoring.md §2).
///
/// Workloads, associations, certifications, scopes and measures refer to each other by number.
public struct Rulebook: Sendable, Equatable {
  /// How commands and edits ask for it, e.g. `insights-2024`.
  public var id: String
  /// As people read it, e.g. `Insights criteria, 2024`.
  public var name: String
  /// Where the figures come from, in words.
  public var source: String
  /// What the metrics of a track add up to, at most.
  public var trackPoints: Int
  /// A track qualifies at this total, if every metric earned something.
  public var passMark: Int
  /// What is nearly counted, and what nearly lost.
  public var nearness: NearnessRule
  /// Those that the rules know, with the services that only groups of the file mention.
  public var workloads: [WorkloadRule]
  /// Those that scopes can admit; all others are admitted nowhere (scoring.md §12).
  public var associations: [AssociationRule]
  /// Those that measures can ask for; rows that stand for none of them count for nothing.
  public var certifications: [CertificationRule]
  /// What certification titles may begin with, besides `Exam XX-000:`.
  public var titlePrefixes: [String]
  /// At most 64: scoring keeps a bit for each.
  public var scopes: [Scope]
  /// Those that components and classifications refer to; several components may share one.
  public var measures: [Measure]
  /// In the order that scorecards and tabs have them.
  public var areas: [AreaRule]

  /// All numbers by which the lists refer to each other must be places in these very lists.
  public init(
    id: String, name: String, source: String, trackPoints: Int, passMark: Int,
    nearness: NearnessRule, workloads: [WorkloadRule], associations: [AssociationRule],
    certifications: [CertificationRule], titlePrefixes: [String], scopes: [Scope],
    measures: [Measure], areas: [AreaRule]
  ) {
    self.id = id
    self.name = name
    self.source = source
    self.trackPoints = trackPoints
    self.passMark = passMark
    self.nearness = nearness
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

  /// The number of an area by its exact id; nil where the rulebook has no such area.
  public func areaIndex(_ id: String) -> Int? { areas.firstIndex { $0.id == id } }
}

/// A product or service that rules name (scoring.md §7).
public struct WorkloadRule: Sendable, Equatable {
  /// What all its names stand for, e.g. `EXO`; unique when folded.
  public var name: String
  /// Its other names in exports, compared without case, spaces and punctuation.
  public var aliases: [String]
  /// Monthly consumption value of one unit; nil for workloads without a rate.
  public var rate: Quantity?
  /// Counted by capacity (profiles) instead of users.
  public var isCountedByCapacity: Bool
  /// The rate is on no public card.
  public var isAssumed: Bool

  /// `rate` is MCV per unit; `isAssumed` says something only where there is one.
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
  /// As scopes and edits name it, e.g. `csp-tier-1`.
  public var id: String
  /// As people read it, e.g. `CSP Tier 1`; exports may call it so, too.
  public var name: String
  /// Its other names in exports, compared without case, spaces and punctuation.
  public var aliases: [String]

  /// No name or alias may stand for another association as well.
  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// A certification that metrics name (scoring.md §8).
public struct CertificationRule: Sendable, Equatable {
  /// As metrics list it, e.g. `Azure Developer Associate`; exports may prefix it.
  public var title: String
  /// Its other titles, e.g. from before it was renamed; folded and prefixed like the first.
  public var aliases: [String]
  /// The last day it earns anything; it belongs to the certification, wherever it is listed.
  public var eligibleThrough: Day?
  /// Rows that are no certification count if their title contains one of these.
  public var examTitlesContaining: [String]
  /// Rows that are no certification count by the title itself.
  public var countsAssessments: Bool

  /// By default it is eligible without end, and only rows that are certifications count.
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
  /// Unique in its rulebook: what measures in files refer to, e.g. `business-usage`.
  public var id: String
  /// At least one, or nothing is in scope; usage that several admit counts once (scoring.md §1).
  public var pairs: [ScopePair]

  /// The pairs refer to workloads and associations of the same rulebook.
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
  /// The ids of associations and families as they were written: `cpor, csp`.
  public var associationNames: String

  /// Numbers decide; the names only tell people what the numbers were made of.
  public init(
    workloads: [Int]?, associations: [Int], workloadNames: String, associationNames: String
  ) {
    self.workloads = workloads
    self.associations = associations
    self.workloadNames = workloadNames
    self.associationNames = associationNames
  }
}

extension Rulebook {
  /// Whether both have the same areas, tracks and metrics, so that scores by them can be laid side by
  /// side.
  public func hasShape(of other: Rulebook) -> Bool {
    areas.elementsEqual(other.areas) { area, other in
      area.id == other.id
        && area.tracks.elementsEqual(other.tracks) { track, other in
          track.id == other.id && track.metrics.map(\.id) == other.metrics.map(\.id)
        }
    }
  }
}
