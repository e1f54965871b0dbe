internal import TOMLKit

/// A value of a TOML file that remembers where it was written.
public struct TOMLNode: Sendable {
  /// What is written there, with everything inside it.
  public var value: Value
  /// The name that the text was read under, for errors.
  public var file: String
  /// Where its key or table header stands, counted from 1; a value that has neither has the
  /// line of what it lies in. Always 1 in a text that was read as sound.
  public var line: Int
  /// The dotted path from the root, without the numbers of array elements.
  public var key: String

  /// The kinds of TOML values; a time, or a date with one, is a ``date(_:)``, too.
  public enum Value: Sendable {
    /// By key; their order is not kept.
    case table([String: TOMLNode])
    /// Elements in their order, of tables too.
    case array([TOMLNode])
    /// A text, its escapes undone.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number with a point or an exponent.
    case decimal(Double)
    /// True or false.
    case boolean(Bool)
    /// A date, as written: `2024-04-30`.
    case date(String)
  }

  /// Reads a whole file.
  ///
  /// - Throws: The parser's complaint, with its line.
  public init(text: String, file: String) throws(TOMLFileError) {
    try TOMLNode.refuseWhatTheParserCannotTake(text, file)
    try self.init(text: text, Places(file: file, lines: KeyLocator(text).lines, isLocating: true))
  }

  /// Reads a file that is compiled into the program and known to be sound: without looking for lines,
  /// which takes longer than parsing.
  public init(sound text: String, file: String) throws(TOMLFileError) {
    try self.init(text: text, Places(file: file, lines: [:], isLocating: false))
  }

  private init(text: String, _ places: Places) throws(TOMLFileError) {
    let file = places.file
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw TOMLFileError(
        file: file, line: error.source.begin.line, key: "", problem: error.description)
    } catch {
      throw TOMLFileError(file: file, line: 1, key: "", problem: "\(error)")
    }
    self.init(table, path: "", key: "", line: 1, places)
  }

  /// The parser takes a NUL for the end of the file, and some mistakes end the program in it.
  private static func refuseWhatTheParserCannotTake(
    _ text: String, _ file: String
  ) throws(TOMLFileError) {
    var scanner = LineScanner(text)
    while let line = scanner.next() {
      guard let problem = line.problem else { continue }
      throw TOMLFileError(file: file, line: line.number, key: "", problem: problem)
    }
  }

  /// An error at the place of this value; the problem says what is wrong and what would be right.
  public func failure(_ problem: String) -> TOMLFileError {
    TOMLFileError(file: file, line: line, key: key, problem: problem)
  }

  private struct Places {
    var file: String
    var lines: [String: Int]
    var isLocating: Bool

    func path(_ path: String, _ part: String) -> String {
      !isLocating ? "" : path.isEmpty ? part : "\(path).\(part)"
    }
  }

  private init(
    _ source: any TOMLValueConvertible, path: String, key: String, line: Int, _ places: Places
  ) {
    file = places.file
    self.line = places.lines[path] ?? line
    self.key = key
    if let table = source.table {
      var children: [String: TOMLNode] = [:]
      for name in table.keys {
        guard let child = table[name] else { continue }
        children[name] = TOMLNode(
          child, path: places.path(path, name),
          key: key.isEmpty ? name : "\(key).\(name)", line: self.line, places)
      }
      value = .table(children)
    } else if let array = source.array {
      var elements: [TOMLNode] = []
      for index in 0..<array.count {
        elements.append(
          TOMLNode(
            array[index], path: places.path(path, String(index)), key: key, line: self.line, places)
        )
      }
      value = .array(elements)
    } else if let text = source.string {
      value = .string(text)
    } else if let number = source.int {
      value = .integer(number)
    } else if let number = source.double {
      value = .decimal(number)
    } else if let flag = source.bool {
      value = .boolean(flag)
    } else {
      value = .date(source.debugDescription)
    }
  }
}
