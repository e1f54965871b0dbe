/// Takes the keys of one table, and complains about those that nobody asked for.
public struct TOMLTableReader {
  /// The table itself: the place of errors about missing keys.
  public let node: TOMLNode
  private var rest: [String: TOMLNode]
  private var asked: [String] = []

  /// - Throws: Where the value is no table.
  public init(_ node: TOMLNode) throws(TOMLFileError) {
    guard case .table(let children) = node.value else { throw node.failure("must be a table") }
    self.node = node
    rest = children
  }

  /// The value of a key; each can be taken once.
  public mutating func take(_ key: String) -> TOMLNode? {
    asked.append(key)
    return rest.removeValue(forKey: key)
  }

  /// The text of a key, nil where it is missing; throws for any other value.
  public mutating func string(_ key: String) throws(TOMLFileError) -> String? {
    guard let node = take(key) else { return nil }
    guard case .string(let text) = node.value else { throw node.failure("must be a text") }
    return text
  }

  /// The whole number of a key, nil where it is missing; throws for any other value, also `1.0`.
  public mutating func integer(_ key: String) throws(TOMLFileError) -> Int? {
    guard let node = take(key) else { return nil }
    guard case .integer(let number) = node.value else {
      throw node.failure("must be a whole number")
    }
    return number
  }

  /// The finite number of a key, whole or not, nil where it is missing; throws for any other value.
  public mutating func decimal(_ key: String) throws(TOMLFileError) -> Double? {
    guard let node = take(key) else { return nil }
    switch node.value {
    case .integer(let number): return Double(number)
    case .decimal(let number) where number.isFinite: return number
    default: throw node.failure("must be a number")
    }
  }

  /// True or false as the key has it, nil where it is missing; throws for any other value.
  public mutating func boolean(_ key: String) throws(TOMLFileError) -> Bool? {
    guard let node = take(key) else { return nil }
    guard case .boolean(let flag) = node.value else { throw node.failure("must be true or false") }
    return flag
  }

  /// A date as written, `2024-04-30`.
  public mutating func date(_ key: String) throws(TOMLFileError) -> (text: String, node: TOMLNode)?
  {
    guard let node = take(key) else { return nil }
    guard case .date(let text) = node.value else {
      throw node.failure("must be a date such as 2024-04-30")
    }
    return (text, node)
  }

  /// The list of texts of a key, nil where it is missing; throws for any other value or element.
  public mutating func strings(_ key: String) throws(TOMLFileError) -> [String]? {
    guard let node = take(key) else { return nil }
    guard case .array(let elements) = node.value else {
      throw node.failure("must be a list of texts")
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element.value else {
        throw element.failure("must be a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  /// The tables of `[[key]]`; none where the key is missing.
  public mutating func tables(_ key: String) throws(TOMLFileError) -> [TOMLNode] {
    guard let node = take(key) else { return [] }
    guard case .array(let elements) = node.value else {
      throw node.failure("must be a list of tables, [[\(node.key)]]")
    }
    return elements
  }

  /// The value of a key, which stays to be taken; for its place in errors.
  public func peek(_ key: String) -> TOMLNode? { rest[key] }

  /// The names of keys not taken yet, in order.
  public var remainingKeys: [String] { rest.keys.sorted() }

  /// The value that was taken for a key; throws where it is nil, at the line of the table.
  public func required<T>(_ value: T?, _ key: String) throws(TOMLFileError) -> T {
    guard let value else { throw node.failure("\(key) is missing") }
    return value
  }

  /// - Throws: For a key that was not asked for, with the nearest one that could be meant.
  public func finish() throws(TOMLFileError) {
    guard let key = remainingKeys.first, let node = rest[key] else { return }
    throw node.failure("unknown key" + SpellingSuggestion.question(for: key, among: asked))
  }
}
