public import CapabilityScore

/// A rulebook as it is written: a TOML text with a file name for its errors.
public struct RulebookFile: Sendable {
  /// The path it was read from, or the name of a shipped file; errors begin with it.
  public var name: String
  /// The TOML as written, not yet checked.
  public var text: String

  /// Whether it is compiled into the program, and so known to be sound.
  public let isShipped: Bool

  /// A file that is not known to be sound: whatever is wrong with it is told with its line.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    isShipped = false
  }

  private init(shipped name: String, _ bytes: [UInt8]) {
    self.name = name
    text = String(decoding: bytes, as: UTF8.self)
    isShipped = true
  }

  /// The rulebooks that come with the program.
  public static let shipped: [RulebookFile] = [
    RulebookFile(shipped: "insights-2024.toml", PackageResources.insights_2024_toml),
    RulebookFile(shipped: "membership-2023.toml", PackageResources.membership_2023_toml),
  ]

  /// The id a rulebook file gives itself, which names it on the command line.
  public var id: String? {
    // The id stands before the first table: nothing behind it needs to be read.
    let head = text.firstRange(of: "\n[").map { String(text[..<$0.lowerBound]) } ?? text
    guard let node = try? TOMLNode(text: head, file: name), case .table(let keys) = node.value,
      case .string(let id)? = keys["id"]?.value
    else { return nil }
    return id
  }

  /// Reads the rules strictly.
  ///
  /// - Parameter others: Where `extends` finds the rulebook it is based on.
  /// - Throws: The first thing that is wrong: file, line, key, and what would be right.
  public func rulebook(among others: [RulebookFile] = shipped) throws(TOMLFileError) -> Rulebook {
    var root = try node()
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
      root = try file.node().overlaid(with: keys, of: root)
    }
    var reader = RulebookReader()
    return try reader.read(root)
  }

  private func node() throws(TOMLFileError) -> TOMLNode {
    isShipped ? try TOMLNode(sound: text, file: name) : try TOMLNode(text: text, file: name)
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
