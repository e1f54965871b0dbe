/// What is wrong with a TOML file of ours, and where.
public struct TOMLFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name that the text was read under.
  public var file: String
  /// Counted from 1.
  public var line: Int
  /// The dotted path of the key, `area.track.points`; empty for errors of the file as such.
  public var key: String
  /// What is wrong and what would be right, in words.
  public var problem: String

  /// For errors of the text as such; ``TOMLNode/failure(_:)`` makes those of a value.
  public init(file: String, line: Int, key: String, problem: String) {
    self.file = file
    self.line = line
    self.key = key
    self.problem = problem
  }

  /// `file:line: key: problem`; without the key where it is empty.
  public var description: String {
    "\(file):\(line): " + (key.isEmpty ? "" : "\(key): ") + problem
  }
}
