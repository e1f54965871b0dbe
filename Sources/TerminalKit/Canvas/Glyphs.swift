/// The signs a view draws with: one set for Unicode terminals, one in pure ASCII.
public struct Glyphs: Sendable, Equatable {
  /// Meets what is required.
  public var met: Character
  /// Does not.
  public var unmet: Character
  /// Nearly does.
  public var near: Character
  /// Sorted with the least first.
  public var up: Character
  /// Sorted with the most first.
  public var down: Character
  /// From one value to another.
  public var right: Character
  /// The mark of a target on a gauge.
  public var threshold: Character
  /// The row under the cursor.
  public var selection: Character
  /// Between the levels of a path.
  public var crumb: Character
  /// Something is cut here.
  public var ellipsis: Character
  /// There is nothing.
  public var dash: Character
  /// Between facts on a line.
  public var separator: Character
  /// The data is watched.
  public var live: Character
  /// Before an item.
  public var bullet: Character
  /// The row is marked.
  public var marked: Character
  /// There is more to the left.
  public var moreLeft: Character
  /// There is more to the right.
  public var moreRight: Character
  /// A line across.
  public var horizontal: Character
  /// A line down.
  public var vertical: Character
  /// A corner of a frame.
  public var topLeft: Character
  /// A corner of a frame.
  public var topRight: Character
  /// A corner of a frame.
  public var bottomLeft: Character
  /// A corner of a frame.
  public var bottomRight: Character
  /// Where a label meets the axis.
  public var teeRight: Character
  /// The line of a threshold across a chart.
  public var thresholdLine: Character
  /// Eight bars that grow from the left; the last one fills the cell.
  public var eighths: [Character]
  /// Eight bars that grow from the bottom; the last one fills the cell.
  public var verticalEighths: [Character]
  /// The upper half of a cell: the end of a bar that hangs down.
  public var upperHalf: Character
  /// A whole cell of a bar.
  public var full: Character
  /// What a bar has not reached.
  public var shade: Character
  /// It became more.
  public var gain: Character
  /// It became less.
  public var loss: Character

  /// One column each in every terminal that speaks Unicode.
  public static let unicode = Glyphs(
    met: "✓", unmet: "✗", near: "~", up: "▲", down: "▼", right: "→",
    threshold: "┃", selection: "▸", crumb: "›", ellipsis: "…", dash: "–",
    separator: "·", live: "●", bullet: "•", marked: "●", moreLeft: "‹", moreRight: "›",
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeRight: "┤",
    thresholdLine: "┄", eighths: Array("▏▎▍▌▋▊▉█"), verticalEighths: Array("▁▂▃▄▅▆▇█"),
    upperHalf: "▀", full: "█", shade: "░", gain: "▓", loss: "▒")

  /// For terminals and fonts that have nothing else.
  public static let ascii = Glyphs(
    met: "+", unmet: "x", near: "~", up: "^", down: "v", right: ">",
    threshold: "|", selection: ">", crumb: ">", ellipsis: "~", dash: "-",
    separator: "-", live: "*", bullet: "*", marked: "*", moreLeft: "<", moreRight: ">",
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeRight: "+",
    thresholdLine: "-", eighths: Array("...#####"), verticalEighths: Array("_.:-=+*#"),
    upperHalf: "#", full: "#", shade: ".", gain: "=", loss: "-")
}
