extension Color {
  /// Red, green and blue, each 0–255; the sixteen user colours by their usual values. Nil for the
  /// terminal's default, which nobody knows.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .terminalDefault: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .indexed(let index): Color.paletteEntry(Int(index))
    }
  }

  /// The nearest colour that a terminal of this depth can show.
  ///
  /// Slots 0–15 belong to the user and may hold anything, so 256 colours means 16–255.
  public func quantized(to depth: ColorDepth) -> Color {
    guard depth != .mono, let color = components else { return .terminalDefault }
    switch (self, depth) {
    case (_, .direct), (.indexed, .palette256): return self
    case (.rgb, .palette256): return .indexed(Color.nearestPaletteEntry(color))
    case (.indexed(let index), .ansi16) where index < 16: return self
    // Bright black would become black, which is what most of these terminals have for a ground.
    case (.indexed(8), .ansi8): return .terminalDefault
    case (.indexed(let index), .ansi8) where index < 16: return .indexed(index % 8)
    default: return .indexed(Color.nearestUserColor(color, among: depth == .ansi8 ? 8 : 16))
    }
  }

  /// The nearest of the palette's entries 16–255 that keeps this contrast on a ground.
  func paletteEntry(on ground: Color, contrast: Double) -> Color {
    let nearest = quantized(to: .palette256)
    guard let color = components, let ratio = Contrast.ratio(nearest, ground), ratio < contrast
    else { return nearest }
    let readable = (UInt8(16)...255).filter {
      Contrast.ratio(.indexed($0), ground).map { $0 >= contrast } ?? true
    }
    let best = readable.min {
      Color.distance(color, Color.paletteEntry(Int($0)))
        < Color.distance(color, Color.paletteEntry(Int($1)))
    }
    return best.map { .indexed($0) } ?? nearest
  }

  /// Whether the terminal decides what it looks like.
  var isTerminals: Bool {
    switch self {
    case .terminalDefault: true
    case .indexed(let index): index < 16
    case .rgb: false
    }
  }

  private static let userColors = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static func paletteEntry(_ index: Int) -> (red: Int, green: Int, blue: Int) {
    if index < 16 { return userColors[index] }
    if index >= 232 {
      let gray = 8 + 10 * (index - 232)
      return (gray, gray, gray)
    }
    let cube = index - 16
    return (cubeLevels[cube / 36], cubeLevels[cube / 6 % 6], cubeLevels[cube % 6])
  }

  private static func nearestPaletteEntry(_ color: (red: Int, green: Int, blue: Int)) -> UInt8 {
    func level(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let cube = 16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue)
    let luma = (color.red * 299 + color.green * 587 + color.blue * 114) / 1000
    let gray = 232 + max(0, min(23, (luma - 3) / 10))
    let isGray = distance(color, paletteEntry(gray)) < distance(color, paletteEntry(cube))
    return UInt8(isGray ? gray : cube)
  }

  private static func nearestUserColor(
    _ color: (red: Int, green: Int, blue: Int), among count: Int
  ) -> UInt8 {
    let nearest = (0..<count).min {
      distance(color, userColors[$0]) < distance(color, userColors[$1])
    }
    return UInt8(nearest ?? 7)
  }

  /// The "redmean" distance: close to what eyes see, in whole numbers.
  private static func distance(
    _ left: (red: Int, green: Int, blue: Int), _ right: (red: Int, green: Int, blue: Int)
  ) -> Int {
    let mean = (left.red + right.red) / 2
    let (red, green, blue) = (
      left.red - right.red, left.green - right.green, left.blue - right.blue
    )
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }
}
