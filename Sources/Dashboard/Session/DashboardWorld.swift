/// What the dashboard needs from outside, as closures: it knows no file, no clock, no cache.
public struct DashboardWorld: Sendable {
  /// Reads the data; runs in the background.
  public var load: @Sendable () -> LoadOutcome
  /// Makes the demo data and reads it; runs in the background.
  public var openDemo: @Sendable () -> LoadOutcome
  /// Imports exports; gives a line for the user, or what went wrong. Runs in the background.
  public var importExports: @Sendable (_ path: String) -> Result<String, ImportFailure>
  /// A descriptor that can be read when the cache or a theme file may have changed.
  public var watches: [Watch]

  /// Something that is watched, and the message that follows from it.
  public struct Watch: Sendable {
    public var descriptor: Int32
    /// Takes what the descriptor says; nil where nothing has changed after all.
    public var message: @Sendable () -> Message?

    public init(descriptor: Int32, message: @escaping @Sendable () -> Message?) {
      self.descriptor = descriptor
      self.message = message
    }
  }

  /// Why an import failed, in words.
  public struct ImportFailure: Error, Sendable {
    public var words: String

    public init(_ words: String) { self.words = words }
  }

  public init(
    load: @escaping @Sendable () -> LoadOutcome, openDemo: @escaping @Sendable () -> LoadOutcome,
    importExports: @escaping @Sendable (String) -> Result<String, ImportFailure>,
    watches: [Watch] = []
  ) {
    self.load = load
    self.openDemo = openDemo
    self.importExports = importExports
    self.watches = watches
  }
}
