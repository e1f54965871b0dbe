/// What is wrong with a JSON file of ours, and where.
public struct JSONFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name that the text was read under.
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// The path of the value, `edits[3].value`; empty for errors of the file as such.
  public var path: String
  /// What is wrong and what would be right, in words.
  public var problem: String

  /// For errors of the text as such; ``JSONNode/failure(_:)`` makes those of a value.
  public init(file: String, line: Int, path: String, problem: String) {
    self.file = file
    self.line = line
    self.path = path
    self.problem = problem
  }

  /// `file:line: path: problem`; without the path where it is empty.
  public var description: String {
    "\(file):\(line): " + (path.isEmpty ? "" : "\(path): ") + problem
  }
}
