/// One cell of a canvas.
public struct Cell: Sendable {
  /// The glyph; a blank for the right half of a wide one.
  public internal(set) var glyph: Glyph
  /// What the text means.
  public internal(set) var role: Role
  /// What lies under it.
  public internal(set) var ground: Role
  /// Whether the wide glyph to the left covers this cell.
  public internal(set) var isRightHalf: Bool

  init(_ glyph: Glyph, role: Role, ground: Role, isRightHalf: Bool = false) {
    self.glyph = glyph
    self.role = role
    self.ground = ground
    self.isRightHalf = isRightHalf
  }

  static let blank = Cell(.space, role: .text, ground: .background)

  /// What the cell shows as text; empty for a right half.
  public var text: String {
    isRightHalf ? "" : String(String.UnicodeScalarView(glyph.scalars))
  }
}

extension Cell: Equatable {}
