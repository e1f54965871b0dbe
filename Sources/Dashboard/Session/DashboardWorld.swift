public import CapabilityScore

/// What the dashboard needs from outside, as closures: it knows no file, no day, no cache.
public struct DashboardWorld: Sendable {
  /// The score without the data, where it is known; asked for the first frame, which must not wait long
  /// for it, and in the background before ``load`` if it was not there in time.
  public var glimpse: @Sendable (Patience) -> Standings?
  /// Reads the data, unless it is what is known; runs in the background.
  public var load: @Sendable (_ known: Standings?) -> LoadOutcome
  /// Makes the demo data and reads it; runs in the background.
  public var openDemo: @Sendable () -> LoadOutcome
  /// Imports exports; gives a line for the user, or what went wrong. Runs in the background, and tells
  /// how far it is.
  public var importExports:
    @Sendable (_ path: String, _ tell: @escaping (String) -> Void) -> Result<String, ImportFailure>
  /// Ends the import at work; may be called from any thread.
  public var cancelImport: @Sendable () -> Void
  /// Does some work beside the main thread.
  public var background: @Sendable (_ work: @escaping @Sendable () -> Void) -> Void
  /// The folders and exports that a path may become; runs in the background.
  public var paths: @Sendable (_ beginning: String) -> [String]
  /// Writes a file, at once or not at all.
  public var export: @Sendable (FileExport) -> ExportOutcome
  /// The stored scenarios.
  public var scenarios: @Sendable () -> [Scenario]
  /// Edits that an earlier session left unsaved, which are this one's from then on; asked for once.
  public var unsavedEdits: @Sendable () -> Scenario?
  /// Whether scenarios that are saved last longer than the session; else the list of stored ones is
  /// the session's own.
  public var keepsScenarios: Bool
  /// Changes the stored scenarios, in the order asked; comes back before that is done, and tells then,
  /// from any thread, what went wrong, in words.
  public var changeScenarios:
    @Sendable (ScenarioChange, _ done: @escaping @Sendable (_ problem: String?) -> Void) -> Void
  /// Keeps the running edits; called before they are shown. It may come back before they are kept where
  /// that would hold up the keyboard, and tells then with the next what went wrong.
  public var journal: @Sendable (Scenario?) -> String?
  /// What a step of a plan takes.
  public var effort: PlanEffort
  /// Begins to tell of changes that others make to the cache; may be called again when there was
  /// nothing to watch before.
  public var watch: @Sendable (_ post: @escaping @Sendable (Message) -> Void) -> Void
  /// Begins to tell of themes that are saved; called once.
  public var followThemes: @Sendable (_ post: @escaping @Sendable (Message) -> Void) -> Void

  /// How long to wait for something that is on its way.
  public enum Patience: Sendable { case aMoment, endless }

  /// Why an import failed, in words.
  public struct ImportFailure: Error, Sendable {
    public var words: String

    public init(_ words: String) { self.words = words }
  }

  public init(
    glimpse: @escaping @Sendable (Patience) -> Standings? = { _ in nil },
    load: @escaping @Sendable (Standings?) -> LoadOutcome,
    openDemo: @escaping @Sendable () -> LoadOutcome,
    importExports:
      @escaping @Sendable (String, @escaping (String) -> Void) -> Result<String, ImportFailure>,
    cancelImport: @escaping @Sendable () -> Void,
    background: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
    paths: @escaping @Sendable (String) -> [String] = { _ in [] },
    export: @escaping @Sendable (FileExport) -> ExportOutcome,
    scenarios: @escaping @Sendable () -> [Scenario],
    unsavedEdits: @escaping @Sendable () -> Scenario? = { nil },
    keepsScenarios: Bool = true,
    changeScenarios:
      @escaping @Sendable (ScenarioChange, @escaping @Sendable (String?) -> Void) -> Void,
    journal: @escaping @Sendable (Scenario?) -> String?, effort: PlanEffort = PlanEffort(),
    watch: @escaping @Sendable (@escaping @Sendable (Message) -> Void) -> Void = { _ in },
    followThemes: @escaping @Sendable (@escaping @Sendable (Message) -> Void) -> Void = { _ in }
  ) {
    self.glimpse = glimpse
    self.load = load
    self.openDemo = openDemo
    self.importExports = importExports
    self.cancelImport = cancelImport
    self.background = background
    self.paths = paths
    self.export = export
    self.scenarios = scenarios
    self.unsavedEdits = unsavedEdits
    self.keepsScenarios = keepsScenarios
    self.changeScenarios = changeScenarios
    self.journal = journal
    self.effort = effort
    self.watch = watch
    self.followThemes = followThemes
  }
}
