/// A value of a JSON text that remembers where it was written.
public struct JSONNode: Sendable {
  /// What is written there, with everything inside it.
  public var value: Value
  /// The name that the text was read under, for errors.
  public var file: String
  /// Where the value begins, behind its key; counted from 1.
  public var line: Int
  /// The path from the root, `edits[3].value`.
  public var path: String

  /// The six kinds of JSON values.
  public enum Value: Sendable {
    /// Keys in the order they are written.
    case object([(key: String, node: JSONNode)])
    /// Elements in their order.
    case array([JSONNode])
    /// A text, its escapes undone.
    case string(String)
    /// As written, so that decimals stay exact.
    case number(String)
    /// True or false.
    case boolean(Bool)
    /// Nothing.
    case null
  }

  /// Reads a whole text.
  ///
  /// - Throws: The first thing that is no JSON (RFC 8259), or a key that is there twice.
  public init(text: String, file: String) throws(JSONFileError) {
    var reader = JSONReader(text, file: file)
    self = try reader.readText()
  }

  init(_ value: Value, file: String, line: Int, path: String) {
    self.value = value
    self.file = file
    self.line = line
    self.path = path
  }

  /// An error at the place of this value; the problem says what is wrong and what would be right.
  public func failure(_ problem: String) -> JSONFileError {
    JSONFileError(file: file, line: line, path: path, problem: problem)
  }
}
