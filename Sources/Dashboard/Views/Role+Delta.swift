import TerminalKit

extension Role {
  /// The role of a change, by its sign.
  static func delta<Change: AdditiveArithmetic & Comparable>(_ change: Change) -> Role {
    change > .zero ? .deltaUp : change < .zero ? .deltaDown : .deltaNone
  }
}
