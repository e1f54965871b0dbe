/// A piece of text with one meaning.
public struct Span: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// What it means.
  public var role: Role

  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}
