/// A terminal as the program sees it. There is one, and it is used from the main thread only.
@MainActor public protocol Screen: AnyObject {
  var size: Size { get }
  /// The signs that this terminal can show.
  var glyphs: Glyphs { get }
  /// Shows a frame; only what differs from the last one is sent.
  func show(_ canvas: Canvas, theme: Theme)
  /// Waits until something happens and gives all of it; nothing else in the program waits.
  func nextEvents() -> [Event]
  /// Gives the terminal back to the shell, as Ctrl-Z does, until the shell resumes the program.
  func suspend()
  /// Sends a control sequence between two frames.
  func write(control: String)
  /// Whether clicks come to the program, or are left to the terminal for selecting text.
  var capturesMouse: Bool { get set }
  /// Draws everything again with the next frame, in case something else wrote on the terminal.
  func redraw()
  /// Gives the terminal back for good.
  func close()
}

extension Screen {
  /// A screen without a mouse.
  public var capturesMouse: Bool {
    get { false }
    set {}
  }
  /// A screen that nothing else writes on.
  public func redraw() {}
}
