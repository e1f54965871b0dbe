public import TerminalKit

/// Which key runs which command.
public struct Keymap: Sendable, Equatable {
  private var commands: [Key: Command]
  private var keys: [Command: [Key]]

  /// The keys of the command table.
  public static let standard = Keymap(
    CommandInfo.all.map { info in (info.command, info.keys.compactMap { Key(notation: $0) }) })

  /// - Parameter bindings: Where two commands want one key, the later has it.
  public init(_ bindings: [(Command, [Key])]) {
    commands = [:]
    keys = [:]
    for (command, list) in bindings { bind(command, to: list) }
  }

  /// Gives a command these keys and no others; an empty list switches it off.
  ///
  /// - Returns: The commands that lost a key to it.
  @discardableResult
  public mutating func bind(_ command: Command, to list: [Key]) -> [Command] {
    for key in keys[command] ?? [] where commands[key] == command { commands[key] = nil }
    var losers: [Command] = []
    for key in list {
      if let other = commands[key], other != command {
        losers.append(other)
        keys[other]?.removeAll { $0 == key }
      }
      commands[key] = command
    }
    keys[command] = list
    return losers
  }

  public func command(for key: Key) -> Command? { commands[key] }

  public func keys(of command: Command) -> [Key] { keys[command] ?? [] }

  /// The first key, as it is written in hints; nil for a command without.
  func hint(_ command: Command, _ glyphs: Glyphs = .unicode) -> String? {
    keys(of: command).first.map { key in
      key == Key(.enter) && glyphs != .ascii ? "⏎" : key.description
    }
  }

  /// How a command is run, within a sentence: its key, or the palette's sign where it has none.
  func name(_ command: Command, _ glyphs: Glyphs = .unicode) -> String {
    hint(command, glyphs) ?? hint(.palette, glyphs) ?? Command.palette.rawValue
  }
}
