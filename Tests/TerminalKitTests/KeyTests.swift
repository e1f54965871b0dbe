import TerminalKit
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    ("j", Key(.character("j"))), ("G", Key(.character("G"))), ("?", Key(.character("?"))),
    ("-", Key(.character("-"))), ("Ctrl-R", Key(.character("r"), .control)),
    ("Ctrl--", Key(.character("-"), .control)), ("Alt-x", Key(.character("x"), .alt)),
    ("Ctrl-Alt-Del", Key(.delete, [.control, .alt])), ("Shift-Tab", Key(.tab, .shift)),
    ("Shift-Left", Key(.left, .shift)), ("Enter", Key(.enter)), ("Esc", Key(.escape)),
    ("Space", Key(.character(" "))), ("Ctrl-Space", Key(.character(" "), .control)),
    ("Backspace", Key(.backspace)), ("PgDn", Key(.pageDown)), ("F2", Key(.function(2))),
    ("é", Key(.character("é"))),
  ])
  func `a key is written as it is read`(notation: String, key: Key) {
    #expect(Key(notation: notation) == key)
    #expect(key.description == notation)
  }

  @Test(arguments: [
    ("ctrl-r", "Ctrl-R"), ("PageDown", "PgDn"), ("escape", "Esc"), ("Return", "Enter"),
    ("Shift-a", "A"), ("Ctrl-I", "Tab"), ("Ctrl-M", "Enter"), ("Ctrl-[", "Esc"),
    ("Ctrl-H", "Backspace"), ("Ctrl-Shift-R", "Ctrl-R"), ("f12", "F12"),
  ])
  func `other spellings mean the same key`(notation: String, canonical: String) {
    #expect(Key(notation: notation)?.description == canonical)
  }

  @Test(arguments: ["", "Ctrl-", "Hyper-x", "F0", "F25", "Fx", "PgSideways", "ab"])
  func `what is no key is refused`(notation: String) {
    #expect(Key(notation: notation) == nil)
  }
}
