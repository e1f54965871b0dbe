/// A named, ordered list of what-if edits on top of the cached data (scoring.md §11).
public struct Scenario: Hashable, Sendable {
  /// What it is kept and listed under, e.g. `Q3 plan`.
  public var name: String
  /// In the order they are applied: each works on what those before it left.
  public var edits: [ScenarioEdit]

  /// Nothing is checked: whether edits apply shows when they meet data, on a ``ScenarioBoard``.
  public init(name: String, edits: [ScenarioEdit]) {
    self.name = name
    self.edits = edits
  }
}
