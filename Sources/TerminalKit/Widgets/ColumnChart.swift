/// Columns over a horizontal axis, with labels on both axes and a threshold line.
public struct ColumnChart {
  /// The heights, oldest first; nil where there is no value.
  public var values: [Double?]
  /// One label for each value; those that would touch their neighbour are left out.
  public var labels: [String]
  /// Where a line is drawn across.
  public var threshold: Double?
  /// The text of a value on the vertical axis.
  public var valueLabel: (Double) -> String

  public init(
    values: [Double?], labels: [String], threshold: Double? = nil,
    valueLabel: @escaping (Double) -> String
  ) {
    self.values = values
    self.labels = labels
    self.threshold = threshold
    self.valueLabel = valueLabel
  }

  /// Draws it as high as the rectangle is.
  public func draw(on canvas: inout Canvas, in rect: Rect, glyphs: Glyphs) {
    let (above, captions) = rect.splitBottom(rect.rows > 3 ? 1 : 0)
    let scale = ChartScale(values: values.compactMap(\.self) + [threshold ?? 0], rows: above.rows)
    let ticks = scale.ticks.map { (row: $0.row, text: valueLabel($0.value)) }
    let margin = (ticks.map { TextWidth.columns($0.text) }.max() ?? 0) + 1
    guard above.rows > 0, rect.columns > margin + 1 else { return }
    let (axis, plot) = above.splitLeft(margin)
    drawAxis(ticks, on: &canvas, in: axis, glyphs: glyphs)
    drawThreshold(scale, on: &canvas, in: plot, glyphs: glyphs)
    drawBars(scale, on: &canvas, in: plot, glyphs: glyphs)
    drawCaptions(on: &canvas, in: captions.splitLeft(margin).1, glyphs: glyphs)
  }

  private func drawAxis(
    _ ticks: [(row: Int, text: String)], on canvas: inout Canvas, in axis: Rect, glyphs: Glyphs
  ) {
    let line = Rect(axis.right - 1, axis.row, 1, axis.rows)
    canvas.fill(line, glyphs.vertical, role: .chartAxis)
    for tick in ticks {
      let row = axis.row + tick.row
      canvas.writeRight(tick.text, right: axis.right - 1, row: row, role: .chartAxis)
      canvas.fill(Rect(line.column, row, 1, 1), glyphs.teeRight, role: .chartAxis)
    }
  }

  private func drawThreshold(
    _ scale: ChartScale, on canvas: inout Canvas, in plot: Rect, glyphs: Glyphs
  ) {
    guard let threshold, let row = scale.row(of: threshold) else { return }
    let line = Rect(plot.column, plot.row + row, plot.columns, 1)
    canvas.fill(line, glyphs.thresholdLine, role: .chartThreshold)
  }

  private func drawBars(
    _ scale: ChartScale, on canvas: inout Canvas, in plot: Rect, glyphs: Glyphs
  ) {
    let slots = Slots(count: values.count, columns: plot.columns)
    for (place, value) in values.suffix(slots.count).enumerated() {
      guard let value, value.isFinite else { continue }
      let column = plot.column + place * slots.width
      let eighths = scale.eighths(value)
      for step in 0..<((abs(eighths) + 7) / 8) {
        let row = eighths > 0 ? scale.zeroRow - 1 - step : scale.zeroRow + step
        guard row >= 0, row < plot.rows else { continue }
        let part = min(8, abs(eighths) - step * 8)
        let glyph =
          eighths > 0
          ? glyphs.verticalEighths[part - 1] : part > 4 ? glyphs.full : glyphs.upperHalf
        let cells = Rect(column, plot.row + row, slots.bar, 1)
        canvas.fill(cells, glyph, role: .chartBar)
      }
    }
  }

  private func drawCaptions(on canvas: inout Canvas, in row: Rect, glyphs: Glyphs) {
    let slots = Slots(count: values.count, columns: row.columns)
    let shown = labels.prefix(values.count).suffix(slots.count)
    var free = row.column
    for (place, label) in shown.enumerated() {
      let column = row.column + place * slots.width
      let width = TextWidth.columns(label)
      guard column >= free, width > 0, column + width <= row.right else { continue }
      canvas.write(label, at: Point(column: column, row: row.row), role: .chartAxis)
      free = column + width + 1
    }
  }

  /// How values share the width: the last ones are shown when there is no room for all.
  private struct Slots {
    let count: Int
    let width: Int
    let bar: Int

    init(count: Int, columns: Int) {
      width = count > 0 ? min(8, max(1, columns / count)) : 1
      self.count = min(count, columns / width)
      bar = width > 1 ? width - 1 : 1
    }
  }
}
