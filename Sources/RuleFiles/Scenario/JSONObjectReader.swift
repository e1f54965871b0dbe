/// Takes the keys of one object, and complains about those that nobody asked for.
public struct JSONObjectReader {
  /// The object itself: the place of errors about missing keys.
  public let node: JSONNode
  private var rest: [(key: String, node: JSONNode)]
  private var asked: [String] = []

  /// - Throws: Where the value is no object.
  public init(_ node: JSONNode) throws(JSONFileError) {
    guard case .object(let members) = node.value else {
      throw node.failure("must be an object, { … }")
    }
    self.node = node
    rest = members
  }

  /// The value of a key; each can be taken once.
  public mutating func take(_ key: String) -> JSONNode? {
    asked.append(key)
    return rest.firstIndex { $0.key == key }.map { rest.remove(at: $0).node }
  }

  /// The value of a key that must be there.
  public mutating func required(_ key: String) throws(JSONFileError) -> JSONNode {
    guard let node = take(key) else { throw self.node.failure("\(key) is missing") }
    return node
  }

  /// The text of a key that must be there; throws for any other value.
  public mutating func string(_ key: String) throws(JSONFileError) -> String {
    try required(key).string()
  }

  /// - Throws: For a key that was not asked for, with the nearest one that could be meant.
  public func finish() throws(JSONFileError) {
    guard let (key, node) = rest.first else { return }
    throw node.failure("unknown key" + SpellingSuggestion.question(for: key, among: asked))
  }
}

extension JSONNode {
  /// The text; throws where the value is no text.
  public func string() throws(JSONFileError) -> String {
    guard case .string(let text) = value else { throw failure("must be a text in quotes") }
    return text
  }

  /// The elements of the list; throws where the value is no list.
  public func array() throws(JSONFileError) -> [JSONNode] {
    guard case .array(let elements) = value else { throw failure("must be a list, [ … ]") }
    return elements
  }

  /// The whole number, written without fraction and exponent; throws for any other value.
  public func integer() throws(JSONFileError) -> Int {
    guard case .number(let text) = value, let number = Int(text) else {
      throw failure("must be a whole number")
    }
    return number
  }

  /// One of the names of an enumeration.
  public func choice<Choice>(
    _ type: Choice.Type
  ) throws(JSONFileError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let name = try string()
    if let choice = Choice(rawValue: name) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw failure(
      "'\(name)' is none of \(names.joined(separator: ", "))"
        + SpellingSuggestion.question(for: name, among: names))
  }
}
