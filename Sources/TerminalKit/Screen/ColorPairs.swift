internal import CNcurses

/// The numbers that the terminal library gives to pairs of colours.
struct ColorPairs {
  let depth: ColorDepth
  /// Whether the terminal's own colours can be asked for.
  private let hasDefaults: Bool
  private let limit: Int32
  private var numbers: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  /// Starts colours on the open screen, unless `wanted` is none: then not one colour is sent.
  init(wanted: ColorDepth) {
    guard wanted != .mono, has_colors() else {
      (depth, hasDefaults, limit) = (.mono, false, 0)
      return
    }
    start_color()
    hasDefaults = use_default_colors() == OK
    let found = ColorDepth(colors: Int(capstan_colors()))
    depth = min(wanted, found)
    limit = capstan_color_pairs()
  }

  /// The pair for a quantised style; nil when there is none left.
  mutating func number(for style: Style) -> Int32? {
    guard depth != .mono else { return 0 }
    let pair = Pair(
      foreground: number(style.foreground, otherwise: 7),
      background: number(style.background, otherwise: 0))
    if pair == Pair(foreground: -1, background: -1) { return 0 }
    if let known = numbers[pair] { return known }
    let next = Int32(numbers.count + 1)
    guard next < limit, init_extended_pair(next, pair.foreground, pair.background) == OK else {
      return nil
    }
    numbers[pair] = next
    return next
  }

  /// Forgets all pairs. Everything on the screen must be drawn again.
  mutating func reset() {
    reset_color_pairs()
    numbers.removeAll(keepingCapacity: true)
  }

  private func number(_ color: Color?, otherwise substitute: Int32) -> Int32 {
    switch color {
    case nil, .terminalDefault: hasDefaults ? -1 : substitute
    case .indexed(let index): Int32(index)
    case .rgb(let red, let green, let blue):
      // Below 256 our terminal description means the palette; one step of green is not seen.
      max(0x100, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
    }
  }
}
