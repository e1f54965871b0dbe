/// Something before and after the edits; nil on the side whose rulebook does not have it.
public struct BeforeAfter<Value: Sendable & Equatable>: Sendable, Equatable {
  public var before: Value?
  public var after: Value?

  public init(before: Value?, after: Value?) {
    self.before = before
    self.after = after
  }

  public var isChanged: Bool { before != after }
}

extension BeforeAfter where Value == Points {
  /// What the edits are worth; what is missing on one side counts as 0.
  public var difference: Points { (after ?? .zero) - (before ?? .zero) }
}
