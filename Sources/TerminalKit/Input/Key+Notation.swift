extension Key: CustomStringConvertible {
  /// Reads a key as people write it: `j`, `?`, `Ctrl-R`, `Alt-x`, `Shift-Tab`, `PgDn`, `F2`, `Space`.
  ///
  /// Names may be in any case. Chords that a terminal cannot tell apart are one key: `Ctrl-I` is
  /// `Tab`, `Ctrl-M` is `Enter`, `Ctrl-H` is `Backspace`, `Ctrl-[` is `Esc`.
  public init?(notation: String) {
    var name = notation[...]
    var modifiers: Modifiers = []
    while let (modifier, rest) = Self.splitModifier(name) {
      modifiers.insert(modifier)
      name = rest
    }
    guard let code = Self.code(named: name) else { return nil }
    self = Key(code, modifiers).folded
  }

  /// The form that `init(notation:)` reads.
  public var description: String {
    var text = Self.modifierNames.filter { modifiers.contains($0.modifier) }.map(\.prefix).joined()
    switch code {
    case .character(" "): text += "Space"
    case .character(let character):
      text += modifiers.contains(.control) ? character.uppercased() : String(character)
    case .function(let number): text += "F\(number)"
    default: text += Self.names.first { $0.code == code }?.name ?? ""
    }
    return text
  }

  private static let modifierNames: [(modifier: Modifiers, prefix: String)] = [
    (.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-"),
  ]

  /// For each key the name it is written with, then the other names it is read by.
  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Tab", .tab), ("Backspace", .backspace), ("Esc", .escape), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Ins", .insert), ("Del", .delete),
    ("Space", .character(" ")), ("Return", .enter), ("Escape", .escape), ("PageUp", .pageUp),
    ("PageDown", .pageDown), ("Insert", .insert), ("Delete", .delete),
  ]

  private static func splitModifier(_ name: Substring) -> (Modifiers, Substring)? {
    for (modifier, prefix) in modifierNames
    where name.count > prefix.count && name.prefix(prefix.count).lowercased() == prefix.lowercased()
    {
      return (modifier, name.dropFirst(prefix.count))
    }
    return nil
  }

  private static func code(named name: Substring) -> Code? {
    if name.count == 1, let character = name.first { return .character(character) }
    let lowered = name.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lowered }) { return known.code }
    guard lowered.first == "f", let number = Int(lowered.dropFirst()), (1...24).contains(number)
    else { return nil }
    return .function(number)
  }

  /// The key as a terminal reports it.
  private var folded: Key {
    guard case .character(let character) = code else { return self }
    if modifiers.contains(.control) {
      let others = modifiers.subtracting(.control)
      switch character.lowercased() {
      case "i": return Key(.tab, others)
      case "m": return Key(.enter, others)
      case "h": return Key(.backspace, others)
      case "[": return Key(.escape, others)
      case let lower:
        return Key(.character(lower.first ?? character), modifiers.subtracting(.shift))
      }
    }
    guard modifiers.contains(.shift), character.isLetter, character.uppercased().count == 1 else {
      return self
    }
    return Key(.character(Character(character.uppercased())), modifiers.subtracting(.shift))
  }
}
