public import CapabilityScore

/// A scenario as it is written: a JSON text with a file name for its errors (commands.md).
public struct ScenarioFile: Sendable {
  /// The path it was read from, or what stands for one in errors; not the name of the scenario.
  public var name: String
  /// The JSON as written, not yet checked.
  public var text: String

  /// The form of the file; a newer one is refused.
  public static let schema = 1

  /// Takes any text: ``scenario()`` says what is wrong with it.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Reads the scenario strictly; whether its edits apply to some data is another question.
  ///
  /// - Throws: The first thing that is wrong: file, line, path, and what would be right.
  public func scenario() throws(JSONFileError) -> Scenario {
    var object = try JSONObjectReader(try JSONNode(text: text, file: name))
    let schema = try object.required("schema")
    let version = try schema.integer()
    guard version == ScenarioFile.schema else {
      throw schema.failure(
        version > ScenarioFile.schema
          ? "is of a newer form (\(version)); this program reads \(ScenarioFile.schema)"
          : "must be \(ScenarioFile.schema)")
    }
    let title = try object.string("name")
    var edits: [ScenarioEdit] = []
    for node in try object.required("edits").array() { edits.append(try ScenarioEdit(node)) }
    let found = try object.take("found").map { node throws(JSONFileError) in
      try ScenarioFile.found(node, edits)
    }
    try object.finish()
    return Scenario(name: title, edits: edits, found: found ?? [:])
  }

  /// A number for each edit, null where none is known.
  private static func found(
    _ node: JSONNode, _ edits: [ScenarioEdit]
  ) throws(JSONFileError) -> [UsageEdit: Int64] {
    let values = try node.array()
    guard values.count == edits.count else {
      throw node.failure("must have as many numbers as there are edits, or null in their place")
    }
    var found: [UsageEdit: Int64] = [:]
    for (value, edit) in zip(values, edits) {
      if case .null = value.value { continue }
      guard case .usage(let usage) = edit else { throw value.failure("goes with an edit of usage") }
      found[usage] = Int64(try value.integer())
    }
    return found
  }

  /// Reads one edit in the form that it has in a file.
  public static func edit(_ text: String, name: String) throws(JSONFileError) -> ScenarioEdit {
    try ScenarioEdit(try JSONNode(text: text, file: name))
  }

  /// The line of each edit, for what is to be said about it later; empty where the text is no scenario.
  public var editLines: [Int] {
    guard let root = try? JSONNode(text: text, file: name), case .object(let members) = root.value,
      case .array(let edits)? = members.first(where: { $0.key == "edits" })?.node.value
    else { return [] }
    return edits.map(\.line)
  }
}
