import TerminalKit
import Testing

@testable import Dashboard

/// The one table of commands.
@Suite struct KeymapTests {
  @Test func `every command stands in the table once`() {
    let listed = CommandInfo.all.map(\.command)
    #expect(Set(listed) == Set(Command.allCases))
    #expect(listed.count == Set(listed).count)
  }

  @Test func `every key of the table can be read, and is written as people see it`() {
    for info in CommandInfo.all {
      for text in info.keys {
        #expect(Key(notation: text)?.description == text, "\(info.command) \(text)")
      }
    }
  }

  @Test func `no key runs two commands`() {
    let keys = CommandInfo.all.flatMap { $0.keys.compactMap { Key(notation: $0) } }
    #expect(keys.count == Set(keys).count)
  }

  @Test func `no key is one that terminals take`() {
    let taken = ["Ctrl-A", "Ctrl-B", "Ctrl-S", "Ctrl-Q", "Ctrl-\\"].compactMap { Key(notation: $0) }
    let keys = CommandInfo.all.flatMap { $0.keys.compactMap { Key(notation: $0) } }
    #expect(taken.count == 5 && keys.allSatisfy { !taken.contains($0) })
  }

  /// AltGr makes brackets, backslash, pipe, at and tilde on many keyboards.
  @Test func `no command needs AltGr or a function key`() {
    for info in CommandInfo.all where !info.keys.isEmpty {
      let keys = info.keys.compactMap { Key(notation: $0) }
      let easy = keys.filter { key in
        switch key.code {
        case .function: false
        case .character(let character): !"[]{}\\|@~^`€".contains(character)
        default: true
        }
      }
      #expect(!easy.isEmpty, "\(info.command)")
    }
  }

  @Test func `the palette lists every command, and finds it by its title and its name`() {
    #expect(CommandPicker().matches(.standard).count == CommandInfo.all.count)
    for info in CommandInfo.all {
      for text in [info.title, info.command.rawValue] {
        let found = CommandPicker(query: LineEditor(text)).matches(.standard)
        #expect(found.contains { $0.command == info.command }, "\(text)")
      }
    }
  }

  @Test func `a command without a key runs from the palette`() throws {
    var script = Script(try TinyPartner.standings())
    script.type(":")
    script.write("data and its age")
    script.type("Enter")
    #expect(script.kind == .datasets)
  }

  @Test func `a key taken by another command tells which lost it`() {
    var keymap = Keymap.standard
    let key = Key(.character("s"))
    #expect(keymap.bind(.lists, to: [key]) == [.sort])
    #expect(keymap.command(for: key) == .lists)
    #expect(keymap.keys(of: .sort).isEmpty)
  }

  @Test func `a command bound to nothing is off`() throws {
    var keymap = Keymap.standard
    keymap.bind(.lists, to: [])
    #expect(keymap.command(for: Key(.character("o"))) == nil)
    #expect(keymap.hint(.lists) == nil)
  }

  @Test func `a key without a command says where the keys are shown`() throws {
    var script = Script(try TinyPartner.standings())
    script.type("ö")
    #expect(script.notice == "ö does nothing here. ? shows the keys.")
  }

  @Test func `a command that cannot run says why and changes nothing`() throws {
    for keys in ["", "4", "4 j Enter", "5 c", "o Enter", "2 j Enter Enter", "4 p"] {
      var there = Script(try TinyPartner.standings())
      there.type(keys)
      for info in CommandInfo.all {
        var script = there
        guard let reason = info.command.reasonUnavailable(in: script.state) else { continue }
        let pages = script.state.pages.map(\.kind)
        #expect(script.state.perform(info.command).isEmpty)
        #expect(script.notice == reason, "\(info.command) after \(keys)")
        #expect(script.state.pages.map(\.kind) == pages)
        #expect(!script.hasOverlay)
      }
    }
  }

  @Test func `the footer offers only what can be done`() throws {
    var script = Script(try TinyPartner.standings(), columns: 200)
    #expect(script.lines.last?.contains("track") == false)
    script.type("4")
    #expect(script.lines.last?.contains("t track") == true)
  }
}
