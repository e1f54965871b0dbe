/// A trend in one row: `▂▃▄▇▇`. The last values are shown; a missing one is a gap.
public struct Sparkline: Sendable {
  /// The heights, oldest first; nil where there is no value.
  public var values: [Double?]
  /// What the lowest and the highest bar stand for; nil takes the range of the values.
  public var scale: ClosedRange<Double>?

  public init(values: [Double?], scale: ClosedRange<Double>? = nil) {
    self.values = values
    self.scale = scale
  }

  /// Draws in the first row of `rect`, one column for each value, up to its right edge.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let shown = values.suffix(rect.columns)
    let present = shown.compactMap(\.self).filter(\.isFinite)
    guard let low = scale?.lowerBound ?? present.min(),
      let high = scale?.upperBound ?? present.max()
    else { return }
    for (offset, value) in shown.enumerated() {
      guard let value, value.isFinite else { continue }
      let place = Rect(rect.right - shown.count + offset, rect.row, 1, 1)
      let glyph = glyphs.verticalEighths[Self.level(value, low, high)]
      canvas.fill(place, glyph, role: .sparkline)
    }
  }

  /// 0…7; the middle where all values are equal.
  private static func level(_ value: Double, _ low: Double, _ high: Double) -> Int {
    guard high > low else { return 3 }
    let share = (value - low) / (high - low)
    return Int((min(1, max(0, share)) * 7).rounded())
  }
}
