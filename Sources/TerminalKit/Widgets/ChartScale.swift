/// How values map to the rows of a chart. Zero lies between two rows, or at the bottom.
struct ChartScale {
  /// The first row below zero; the number of rows where no value is negative.
  let zeroRow: Int
  private let rows: Int
  private let perRow: Double

  init(values: [Double], rows: Int) {
    let finite = values.filter(\.isFinite)
    let high = max(0, finite.max() ?? 0)
    let depth = max(0, -(finite.min() ?? 0))
    self.rows = rows
    guard rows > 0, high > 0 || depth > 0 else {
      zeroRow = max(0, rows)
      perRow = 1
      return
    }
    let share = depth / (high + depth)
    let below = depth > 0 ? max(1, Int((share * Double(rows)).rounded())) : 0
    zeroRow = max(high > 0 ? 1 : 0, rows - below)
    let above = high > 0 ? high / Double(max(1, zeroRow)) : 0
    perRow = max(above, depth > 0 ? depth / Double(max(1, rows - zeroRow)) : 0)
  }

  /// The height of a bar in eighths of a row; negative when it hangs down. A value that is not zero
  /// is at least one.
  func eighths(_ value: Double) -> Int {
    let limit = Double(rows * 8)
    let height = (min(limit, max(-limit, value / perRow * 8))).rounded()
    if height == 0, value != 0 { return value > 0 ? 1 : -1 }
    return Int(height)
  }

  /// The row that holds a value; nil outside the chart.
  func row(of value: Double) -> Int? {
    guard value.isFinite, rows > 0 else { return nil }
    let position = Double(zeroRow) - value / perRow
    guard position >= 0, position <= Double(rows) else { return nil }
    return min(rows - 1, Int(position))
  }

  /// The values to write on the axis, the highest first: top, middle and zero, or the lowest one.
  var ticks: [(row: Int, value: Double)] {
    guard rows > 0 else { return [] }
    let top = perRow * Double(zeroRow)
    let bottom = perRow * Double(zeroRow - rows)
    if rows < 3 { return [(0, top)] }
    let middle = (top + bottom) / 2
    if zeroRow == rows { return [(0, top), (row(of: middle) ?? rows / 2, middle), (rows - 1, 0)] }
    let zero = min(rows - 1, max(0, zeroRow - (zeroRow > 1 ? 1 : 0)))
    return [(0, top)] + (zero > 0 && zero < rows - 1 ? [(zero, 0)] : []) + [(rows - 1, bottom)]
  }
}
