import TerminalKit

/// What a widget draws on a blank canvas of this size, as text.
func picture(_ columns: Int, _ rows: Int, _ draw: (inout Canvas, Rect) -> Void) -> String {
  canvas(columns, rows, draw).text
}

/// What a widget draws on a blank canvas of this size.
func canvas(_ columns: Int, _ rows: Int, _ draw: (inout Canvas, Rect) -> Void) -> Canvas {
  var canvas = Canvas(Size(columns: columns, rows: rows))
  draw(&canvas, canvas.bounds)
  return canvas
}
