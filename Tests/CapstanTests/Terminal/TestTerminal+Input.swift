import CPty
import CVTerm
import Glibc

extension TestTerminal {
  /// A key that terminals send as a sequence.
  public enum SpecialKey: UInt32, Sendable {
    case enter = 1
    case tab, backspace, escape, up, down, left, right, insert, delete, home, end, pageUp, pageDown
  }

  /// Types text, control characters included.
  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  public func send(bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count, !isClosed {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        pump(milliseconds: 5)
      } else {
        return
      }
    }
  }

  /// Presses a key, in the mode that the program asked for.
  public func key(_ key: SpecialKey, shift: Bool = false, alt: Bool = false, control: Bool = false)
  {
    let bits: UInt32 = (shift ? 1 : 0) | (alt ? 2 : 0) | (control ? 4 : 0)
    vterm_keyboard_key(emulator, VTermKey(rawValue: key.rawValue), VTermModifier(rawValue: bits))
  }

  /// Presses function key `number`.
  public func functionKey(_ number: Int) {
    let key = VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
    vterm_keyboard_key(emulator, key, VTERM_MOD_NONE)
  }

  /// Presses or releases a button: 1–3, or 4 and 5 for the wheel.
  public func mouse(button: Int, column: Int, row: Int, isPressed: Bool = true) {
    vterm_mouse_move(emulator, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(emulator, Int32(button), isPressed, VTERM_MOD_NONE)
  }

  /// Resizes the window.
  public func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    vterm_set_size(emulator, Int32(rows), Int32(columns))
    _ = pty_resize(master, Int32(rows), Int32(columns))
  }

  public func signal(_ number: Int32) { kill(pid, number) }
}
