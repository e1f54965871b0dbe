/// A named, ordered list of what-if edits on top of the cached data (scoring.md §11).
public struct Scenario: Hashable, Sendable {
  /// What it is kept and listed under, e.g. `Q3 plan`.
  public var name: String
  /// In the order they are applied: each works on what those before it left.
  public var edits: [ScenarioEdit]
  /// What the data had when an edit of usage was made, in the last of its months and in the field's
  /// unit, as far as that is known: by it one sees whether the data has changed under the edit since.
  public var found: [UsageEdit: Int64]

  /// Nothing is checked: whether edits apply shows when they meet data, on a ``ScenarioBoard``.
  public init(name: String, edits: [ScenarioEdit], found: [UsageEdit: Int64] = [:]) {
    self.name = name
    self.edits = edits
    self.found = found
  }

  /// The scenario for other data, of which what was found in these says nothing.
  public var portable: Scenario { Scenario(name: name, edits: edits) }
}
