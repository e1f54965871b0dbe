/// A column of a table.
public struct TableColumn: Hashable, Sendable {
  /// How wide a column is, in cells.
  public enum Width: Hashable, Sendable {
    case fixed(Int)
    case flexible(min: Int, max: Int)

    var least: Int {
      switch self {
      case .fixed(let columns): max(0, columns)
      case .flexible(let min, _): max(0, min)
      }
    }

    var most: Int {
      switch self {
      case .fixed(let columns): max(0, columns)
      case .flexible(let min, let max): Swift.max(0, min, max)
      }
    }
  }

  /// What it is known by in filters, exports and choices.
  public var id: String
  /// What stands above it.
  public var title: String
  /// Shown after the title where there is room.
  public var unit: String?
  /// How wide it may be.
  public var width: Width
  /// Where its cells stand.
  public var alignment: Alignment
  /// Which columns go first when there is no room: the highest number.
  public var priority: Int
  /// Whether its cells are numbers alone, so that no word is to be looked for there.
  public var isNumeric: Bool
  /// Whether the column stays at the left when the others scroll.
  public var frozen: Bool
  /// Before which character its cells are cut first; nil cuts their ends.
  public var cutsBefore: Character?

  public init(
    id: String, title: String, unit: String? = nil, width: Width, alignment: Alignment = .left,
    priority: Int = 0, frozen: Bool = false, isNumeric: Bool = false,
    cutsBefore: Character? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.frozen = frozen
    self.isNumeric = isNumeric
    self.cutsBefore = cutsBefore
  }
}

/// The content of one cell of a table.
public struct TableCell: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// What it means.
  public var role: Role
  /// The characters to show as found, counted from the beginning of the text.
  public var matches: [Range<Int>]

  public init(_ text: String, role: Role = .text, matches: [Range<Int>] = []) {
    self.text = text
    self.role = role
    self.matches = matches
  }
}
