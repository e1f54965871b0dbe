import CVTerm
import Glibc

extension TestTerminal {
  /// A colour on the screen.
  public enum Color: Hashable, Sendable {
    case terminalDefault
    case index(Int)
    case rgb(Int, Int, Int)
  }

  /// What one cell shows.
  public struct Cell: Hashable, Sendable {
    public var text: String
    public var width: Int
    public var foreground: Color
    public var background: Color
    public var isBold: Bool
    public var isItalic: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool
  }

  /// The modes of the line that a shell relies on.
  public struct LineModes: Hashable, Sendable {
    public var echoes: Bool
    public var isCanonical: Bool
    public var hasSignals: Bool
    public var mapsReturn: Bool

    /// As a shell leaves them.
    public static let cooked = LineModes(
      echoes: true, isCanonical: true, hasSignals: true, mapsReturn: true)
  }

  public var cursor: (column: Int, row: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position)
    return (Int(position.col), Int(position.row))
  }

  public var modes: LineModes {
    var line = termios()
    tcgetattr(slave, &line)
    return LineModes(
      echoes: line.c_lflag & tcflag_t(ECHO) != 0,
      isCanonical: line.c_lflag & tcflag_t(ICANON) != 0,
      hasSignals: line.c_lflag & tcflag_t(ISIG) != 0,
      mapsReturn: line.c_iflag & tcflag_t(ICRNL) != 0)
  }

  public func cell(_ column: Int, _ row: Int) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    let scalars = withUnsafeBytes(of: cell.chars) { bytes in
      bytes.bindMemory(to: UInt32.self).prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
    }
    return Cell(
      text: String(String.UnicodeScalarView(scalars)), width: Int(cell.width),
      foreground: color(cell.fg), background: color(cell.bg), isBold: cell.attrs.bold != 0,
      isItalic: cell.attrs.italic != 0, isUnderlined: cell.attrs.underline != 0,
      isReversed: cell.attrs.reverse != 0)
  }

  /// A row as text, without trailing blanks.
  public func line(_ row: Int) -> String {
    var text = ""
    var column = 0
    while column < size.columns {
      let cell = cell(column, row)
      text += cell.text.isEmpty ? " " : cell.text
      column += max(1, cell.width)
    }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The whole screen.
  public var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

  private func color(_ color: VTermColor) -> Color {
    // Bits 1 and 2 say that it is the default foreground or background, bit 0 that it is indexed.
    if color.type & 0x06 != 0 { return .terminalDefault }
    if color.type & 0x01 != 0 { return .index(Int(color.indexed.idx)) }
    return .rgb(Int(color.rgb.red), Int(color.rgb.green), Int(color.rgb.blue))
  }
}

/// The folder of the test runner, where the programs of the build are.
public func productsFolder() -> String {
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = buffer.withUnsafeMutableBytes { bytes in
    bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
  }
  let path = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
}
