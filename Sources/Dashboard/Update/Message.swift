public import CapabilityScore
public import TerminalKit

/// Something that happened, told to the state.
public enum Message: Sendable {
  case event(Event)
  /// The score alone is there, while the data is read: nothing can be opened yet.
  case glimpsed(Standings)
  /// A load has ended.
  case loaded(LoadOutcome)
  /// Somebody else changed the cache.
  case cacheChanged
  /// A background task has something to say.
  case progress(String)
  case failed(String)
  /// The scenario at work could not be stored.
  case notSaved(String)
  /// How far an import is.
  case importing(String)
  /// What came of an export.
  case exported(ExportOutcome, FileExport)
  /// The stored scenarios, and the edits that an earlier session left unsaved.
  case scenarios([Scenario], running: Scenario?)
  case planned(Plan, PlanQuestion)
  /// What a path that is being typed may go on with: whole paths, folders with a slash at the end.
  case completed(path: String, candidates: [String])
  /// The theme files were read again.
  case themes([Theme], warnings: [String])
}

/// What came of reading the cache.
public enum LoadOutcome: Sendable {
  case standings(Standings)
  /// The data is what it was.
  case unchanged
  /// There is no cache yet, or no data in it.
  case empty
  case failed(String)
}

/// Something to be written to a file of the user's.
public struct FileExport: Sendable, Equatable {
  public var path: String
  public var content: Content
  /// Whether a file that is there already may be replaced.
  public var replaces = false

  public enum Content: Sendable, Equatable {
    /// Rows of a page; the ending of the file's name says in which form.
    case table(columns: [String], rows: [[String]])
    case scenario(Scenario)
  }
}

public enum ExportOutcome: Sendable, Equatable {
  case written
  /// There is such a file, and it was not to be replaced.
  case exists
  case failed(String)
}

/// What the state asks the outside world to do.
public enum Effect: Sendable, Equatable {
  case load
  case openDemo
  case importExports(path: String)
  /// Ends the import; the cache stays as it was.
  case cancelImport
  /// Looks for what a typed path may become.
  case complete(path: String)
  case export(FileExport)
  /// Keeps the running edits, so that they survive a crash; nil where there are none.
  case journal(Scenario?)
  case changeScenarios(ScenarioChange)
  /// Reads the stored scenarios again.
  case readScenarios
  /// Works out a plan in the background.
  case plan(PlanQuestion)
  /// Copies to the terminal's clipboard.
  case copy(String)
  case captureMouse(Bool)
  case redraw
  case suspend
  case leave
}

/// A change of the stored scenarios.
public enum ScenarioChange: Sendable, Equatable {
  /// One of the same name is replaced.
  case save(Scenario)
  /// Stores one under its new name, and only then gives up the old one.
  case rename(Scenario, from: String)
  case delete(String)
}
