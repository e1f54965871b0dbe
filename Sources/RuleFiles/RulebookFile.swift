public import CapabilityScore

/// A rulebook as it is written: a TOML text with a file name for its errors.
public struct RulebookFile: Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The rulebooks that come with the program.
  public static let shipped: [RulebookFile] = [
    RulebookFile(
      name: "insights-2024.toml",
      text: String(decoding: PackageResources.insights_2024_toml, as: UTF8.self)),
    RulebookFile(
      name: "membership-2023.toml",
      text: String(decoding: PackageResources.membership_2023_toml, as: UTF8.self)),
  ]

  /// The id a rulebook file gives itself, which names it on the command line.
  public var id: String? {
    guard let node = try? TOMLNode(text: text, file: name), case .table(let keys) = node.value,
      case .string(let id)? = keys["id"]?.value
    else { return nil }
    return id
  }

  /// Reads the rules strictly.
  ///
  /// - Parameter others: Where `extends` finds the rulebook it is based on.
  /// - Throws: The first thing that is wrong: file, line, key, and what would be right.
  public func rulebook(among others: [RulebookFile] = shipped) throws(TOMLFileError) -> Rulebook {
    var root = try TOMLNode(text: text, file: name)
    var seen = [name]
    while case .table(var keys) = root.value, let base = keys.removeValue(forKey: "extends") {
      guard case .string(let id) = base.value else { throw base.failure("must be a rulebook's id") }
      guard let file = others.first(where: { $0.id == id }) else {
        throw base.failure("there is no rulebook '\(id)'")
      }
      guard !seen.contains(file.name) else {
        throw base.failure("'\(id)' is based on this rulebook itself")
      }
      seen.append(file.name)
      root = try TOMLNode(text: file.text, file: file.name).overlaid(with: keys, of: root)
    }
    var reader = RulebookReader()
    return try reader.read(root)
  }
}

extension TOMLNode {
  /// This table with the keys of another laid over it: entries of a list replace those of the same
  /// id, name or title, and new ones are added at its end.
  fileprivate func overlaid(
    with keys: [String: TOMLNode], of other: TOMLNode
  ) throws(TOMLFileError) -> TOMLNode {
    guard case .table(var merged) = value else { throw failure("must be a table") }
    for (key, node) in keys {
      guard case .array(let additions) = node.value, case .array(var entries)? = merged[key]?.value
      else {
        merged[key] = node
        continue
      }
      var seen: Set<String> = []
      for addition in additions {
        if let identity = addition.identity, !seen.insert(identity).inserted {
          throw addition.failure("'\(identity)' is there twice")
        }
        if let index = entries.firstIndex(where: {
          $0.identity != nil && $0.identity == addition.identity
        }) {
          entries[index] = addition
        } else {
          entries.append(addition)
        }
      }
      merged[key]?.value = .array(entries)
    }
    var result = other
    result.value = .table(merged)
    return result
  }

  private var identity: String? {
    guard case .table(let keys) = value else { return nil }
    for name in ["id", "title", "name"] {
      if case .string(let text)? = keys[name]?.value { return text }
    }
    return nil
  }
}
