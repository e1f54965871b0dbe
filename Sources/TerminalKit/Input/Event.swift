/// Something the program must react to.
public enum Event: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Pasted text; its line ends are `\n`.
  case paste(String)
  case resize(Size)
  /// A mailbox has messages, or the screen wants to be drawn again.
  case wake
  case signal(Int32)
  /// The terminal is gone; nothing can be shown any more.
  case hangUp
  /// Whether the terminal's window has the focus.
  case focus(Bool)
  /// The terminal's answer to a query.
  case reply(String)
}

/// What the mouse did.
public struct Mouse: Hashable, Sendable {
  /// The buttons that terminals tell apart.
  public enum Button: Sendable { case left, middle, right }

  /// What was done with the mouse.
  public enum Kind: Hashable, Sendable {
    case press(Button)
    case release(Button)
    case drag(Button)
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  /// The cell under the pointer.
  public var point: Point
  /// What was done.
  public var kind: Kind
  /// The keys held meanwhile.
  public var modifiers: Key.Modifiers

  public init(_ kind: Kind, at point: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
