/// Something before and after the edits; nil on the side whose rulebook does not have it.
public struct BeforeAfter<Value: Sendable & Equatable>: Sendable, Equatable {
  /// Without the edits, or in the first of two scorecards.
  public var before: Value?
  /// With the edits, or in the second of two scorecards.
  public var after: Value?

  /// Pairs what two sides have of the same thing; nil for a side without it.
  public init(before: Value?, after: Value?) {
    self.before = before
    self.after = after
  }

  /// Whether the sides differ, also where only one of them has the thing.
  public var isChanged: Bool { before != after }
}

extension BeforeAfter where Value == Points {
  /// What the edits are worth; what is missing on one side counts as 0.
  public var difference: Points { (after ?? .zero) - (before ?? .zero) }
}
