/// A bar that fills from the left: `██████▓▓▓░░┃░`.
public struct Gauge: Sendable {
  /// The share that is filled, 0…1; more or less is cut off.
  public var value: Double
  /// The share to compare with: what is gained on it or lost from it shows as a ghost.
  public var baseline: Double?
  /// The share to reach, marked by a line.
  public var threshold: Double?

  public init(value: Double, baseline: Double? = nil, threshold: Double? = nil) {
    self.value = value
    self.baseline = baseline
    self.threshold = threshold
  }

  /// Draws in the first row of `rect`.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let bar = rect.row(0)
    canvas.fill(bar, glyphs.shade, role: .gaugeEmpty)
    let filled = eighths(value, of: bar.columns)
    let reference = baseline.map { eighths($0, of: bar.columns) } ?? filled
    let solid = min(filled, reference)
    draw(from: 0, to: solid, with: glyphs.full, .gaugeFill, on: &canvas, bar, glyphs)
    if filled > reference {
      draw(from: reference, to: filled, with: glyphs.gain, .gaugeGain, on: &canvas, bar, glyphs)
    } else if filled < reference {
      draw(from: filled, to: reference, with: glyphs.loss, .gaugeBaseline, on: &canvas, bar, glyphs)
    }
    guard let threshold, let share = Gauge.share(threshold) else { return }
    let column = bar.column + min(bar.columns - 1, Int(share * Double(bar.columns)))
    canvas.fill(Rect(column, bar.row, 1, 1), glyphs.threshold, role: .gaugeThreshold)
  }

  /// Draws one part of the bar. The solid part ends in eighths; a ghost begins where that cell ends.
  private func draw(
    from start: Int, to end: Int, with glyph: Character, _ role: Role, on canvas: inout Canvas,
    _ bar: Rect, _ glyphs: Glyphs
  ) {
    let first = (start + 7) / 8
    if glyph == glyphs.full, end % 8 > 0 {
      let edge = Rect(bar.column + end / 8, bar.row, 1, 1)
      canvas.fill(edge, glyphs.eighths[end % 8 - 1], role: role)
    }
    let last = glyph == glyphs.full ? end / 8 : (end + 7) / 8
    canvas.fill(Rect(bar.column + first, bar.row, last - first, 1), glyph, role: role)
  }

  private func eighths(_ value: Double, of columns: Int) -> Int {
    Int(((Gauge.share(value) ?? 0) * Double(columns * 8)).rounded(.down))
  }

  private static func share(_ value: Double) -> Double? {
    value.isNaN ? nil : min(1, max(0, value))
  }
}
