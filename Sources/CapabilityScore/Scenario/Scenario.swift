/// A named, ordered list of what-if edits on top of the cached data (scoring.md §11).
public struct Scenario: Hashable, Sendable {
  public var name: String
  public var edits: [ScenarioEdit]

  public init(name: String, edits: [ScenarioEdit]) {
    self.name = name
    self.edits = edits
  }
}
