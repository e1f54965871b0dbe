/// What the names in exports stand for: every alias a rulebook lists, and the name it knows it by.
public struct Vocabulary: Sendable, Equatable {
  private var workloads: [FoldedName: String]
  private var associations: [FoldedName: String]

  /// - Parameters:
  ///   - workloads: From folded name or alias to the workload's name.
  ///   - associations: From folded name or alias to the association's id.
  public init(workloads: [FoldedName: String], associations: [FoldedName: String]) {
    self.workloads = workloads
    self.associations = associations
  }

  /// Knows no name: each stands for itself.
  public static let none = Vocabulary(workloads: [:], associations: [:])

  /// The workload's name; one that no rulebook knows keeps its own spelling.
  public func workload(_ name: String) -> String { workloads[FoldedName(name)] ?? name }

  /// The association's id; one that no rulebook knows keeps its own spelling.
  public func association(_ name: String) -> String { associations[FoldedName(name)] ?? name }

  /// Whether a rulebook lists the workload's name, or an alias of it, in any spelling.
  public func knowsWorkload(_ name: String) -> Bool { workloads[FoldedName(name)] != nil }
  /// Whether a rulebook lists the association's id, its name or an alias, in any spelling.
  public func knowsAssociation(_ name: String) -> Bool { associations[FoldedName(name)] != nil }
}
