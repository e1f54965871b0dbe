/// The signs a view draws with: one set for Unicode terminals, one in pure ASCII.
public struct Glyphs: Sendable, Equatable {
  public var met: Character
  public var unmet: Character
  public var near: Character
  public var up: Character
  public var down: Character
  public var right: Character
  public var threshold: Character
  public var selection: Character
  public var crumb: Character
  public var ellipsis: Character
  public var dash: Character
  public var separator: Character
  public var live: Character
  public var bullet: Character
  public var marked: Character
  public var moreLeft: Character
  public var moreRight: Character
  public var horizontal: Character
  public var vertical: Character
  public var topLeft: Character
  public var topRight: Character
  public var bottomLeft: Character
  public var bottomRight: Character
  public var teeRight: Character
  /// The line of a threshold across a chart.
  public var thresholdLine: Character
  /// Eight bars that grow from the left; the last one fills the cell.
  public var eighths: [Character]
  /// Eight bars that grow from the bottom; the last one fills the cell.
  public var verticalEighths: [Character]
  /// The upper half of a cell: the end of a bar that hangs down.
  public var upperHalf: Character
  public var full: Character
  public var shade: Character
  public var gain: Character
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
