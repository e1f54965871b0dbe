internal import CNcurses

/// Turns cells into what the terminal library draws.
struct CellPainter {
  private(set) var pairs: ColorPairs
  /// Whether the terminal reads UTF-8; else everything becomes ASCII.
  let isUnicode: Bool
  /// Whether dimmed text can still be read; else it is plain.
  let dims: Bool
  /// Set when a frame needs more colour pairs than there are left.
  private(set) var hasRunOut = false
  private var theme = Theme.terminal
  private var looks: [Ground: Look] = [:]
  private var last: (ground: Ground, look: Look)?

  private struct Ground: Hashable {
    let role: Role
    let ground: Role
    let isSign: Bool
  }

  private struct Look {
    let attributes: UInt32
    let pair: Int32
  }

  init(pairs: ColorPairs, isUnicode: Bool, dims: Bool) {
    self.pairs = pairs
    self.isUnicode = isUnicode
    self.dims = dims
  }

  /// Takes another theme; true if everything must be drawn again.
  mutating func use(_ theme: Theme) -> Bool {
    let theme = theme.reduced(to: pairs.depth)
    guard theme != self.theme else { return false }
    self.theme = theme
    forgetLooks()
    return true
  }

  /// Begins again with no colour pair taken.
  mutating func restart() {
    pairs.reset()
    forgetLooks()
  }

  /// Leaves it at that: what has no pair keeps the terminal's own colours.
  mutating func acceptShortage() { hasRunOut = false }

  private mutating func forgetLooks() {
    looks.removeAll(keepingCapacity: true)
    last = nil
  }

  /// Fills one cell of the library.
  mutating func paint(_ cell: Cell, into target: inout cchar_t) {
    let look = look(of: cell)
    if isUnicode, cell.glyph.hasMarks {
      let scalars = cell.glyph.scalars.map(\.value)
      capstan_set_cell(&target, scalars, Int32(scalars.count), look.attributes, look.pair)
    } else {
      var scalar = shown(cell.glyph)
      capstan_set_cell(&target, &scalar, 1, look.attributes, look.pair)
    }
  }

  /// The glyph's scalar, or a stand-in of the same width. Where this machine's library disagrees
  /// with our table about the width, the rest of the row would be shifted.
  private func shown(_ glyph: Glyph) -> UInt32 {
    let value = glyph.scalar.value
    if value < 0x7F { return value }
    guard isUnicode else { return AsciiFallback.scalar(for: glyph.scalar).value }
    if capstan_width(value) == Int32(glyph.columns) { return value }
    return glyph.columns == 2 ? 0x3000 : 0xFFFD
  }

  private mutating func look(of cell: Cell) -> Look {
    let ground = Ground(role: cell.role, ground: cell.ground, isSign: cell.glyph.isSign)
    if let last, last.ground == ground { return last.look }
    let look = looks[ground] ?? newLook(ground)
    looks[ground] = look
    last = (ground, look)
    return look
  }

  private mutating func newLook(_ ground: Ground) -> Look {
    var style = theme.style(role: ground.role, on: ground.ground)
      .quantized(to: pairs.depth, contrast: ground.role.contrast)
    if ground.isSign, let sign = style.sign { style.foreground = sign }
    if !dims { style.attributes.remove(.dim) }
    let pair = pairs.number(for: style)
    if pair == nil { hasRunOut = true }
    return Look(attributes: Self.attributes(style.attributes), pair: pair ?? 0)
  }

  private static func attributes(_ attributes: Style.Attributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= CAPSTAN_BOLD }
    if attributes.contains(.dim) { bits |= CAPSTAN_DIM }
    if attributes.contains(.italic) { bits |= CAPSTAN_ITALIC }
    if attributes.contains(.underline) { bits |= CAPSTAN_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CAPSTAN_REVERSE }
    return bits
  }
}
