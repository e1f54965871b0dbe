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
  public enum Button: Sendable { case left, middle, right }

  public enum Kind: Hashable, Sendable {
    case press(Button)
    case release(Button)
    case drag(Button)
    case wheelUp, wheelDown, wheelLeft, wheelRight
  }

  public var point: Point
  public var kind: Kind
  public var modifiers: Key.Modifiers

  public init(_ kind: Kind, at point: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
