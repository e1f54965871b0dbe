import TerminalKit
import Testing

@Suite struct LineEditorTests {

  @Test(arguments: [
    (["Backspace"], "seats and user", 14), (["Home", "Del"], "eats and users", 0),
    (["Ctrl-A", "x"], "xseats and users", 1), (["Left", "x"], "seats and userxs", 15),
    (["Ctrl-W"], "seats and ", 10), (["Ctrl-W", "Ctrl-W"], "seats ", 6),
    (["Alt-b", "Ctrl-K"], "seats and ", 10), (["Ctrl-Left", "Ctrl-U"], "users", 0),
    (["Home", "Alt-f", "Alt-d"], "seats users", 5), (["Home", "Backspace"], "seats and users", 0),
    (["Del"], "seats and users", 15), (["Ctrl-A", "Ctrl-E", "!"], "seats and users!", 16),
  ])
  func `keys edit as in a shell`(keys: [String], text: String, cursor: Int) {
    var editor = LineEditor("seats and users")
    for key in keys {
      let applied = Key(notation: key).map { editor.apply($0) }
      #expect(applied == true)
    }
    #expect(editor.text == text)
    #expect(editor.cursor == cursor)
  }

  @Test func `a key that edits nothing is left to others`() {
    var editor = LineEditor("a")
    #expect(editor.apply(Key(.enter)) == false)
    #expect(editor.apply(Key(.function(2))) == false)
    #expect(editor == LineEditor("a"))
  }

  @Test func `what is inserted is one line, and marks join their letter`() {
    var editor = LineEditor("e")
    editor.insert("\u{301}\nb")
    #expect(editor.text == "e\u{301} b")
    #expect(editor.cursor == 3)
  }

  @Test(arguments: [(20, "Contoso 日本", 12), (5, "日本", 4), (1, "", 0)])
  func `long text scrolls so that the cursor is in sight`(
    columns: Int, shown: String, column: Int
  ) {
    let drawn = canvas(columns, 1) {
      LineEditor("Contoso 日本").draw(on: &$0, in: $1, glyphs: .unicode)
    }
    #expect(drawn.text == shown)
    #expect(drawn.cursor == Point(column: column, row: 0))
  }
}
