import TerminalKit
import Testing

@Suite struct InputDecoderTests {
  static let keys: [(String, String)] = [
    ("\u{1B}x", "Alt-x"), ("\u{1B}é", "Alt-é"), ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"),
    ("\u{1B}[1;2A", "Shift-Up"), ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}[1;3D", "Alt-Left"),
    ("\u{1B}\u{1B}[A", "Alt-Up"), ("\u{1B}OH", "Home"), ("\u{1B}[H", "Home"),
    ("\u{1B}[1~", "Home"), ("\u{1B}OF", "End"), ("\u{1B}[4~", "End"), ("\u{1B}[Z", "Shift-Tab"),
    ("\u{1B}[5~", "PgUp"), ("\u{1B}[3~", "Del"), ("\u{1B}[3;5~", "Ctrl-Del"), ("\u{1B}OP", "F1"),
    ("\u{1B}[15~", "F5"), ("\u{1B}[15;2~", "Shift-F5"), ("\u{1B}[24~", "F12"),
    ("\u{1B}[[A", "F1"), ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"), ("\r", "Enter"),
    ("\t", "Tab"), ("\u{0}", "Ctrl-Space"), ("\u{1}", "Ctrl-A"), ("\n", "Ctrl-J"),
    ("\u{1F}", "Ctrl-_"), ("é", "é"), ("日", "日"), ("😀", "😀"), ("\u{1B}[97;5u", "Ctrl-A"),
    ("\u{1B}[27;5;13~", "Ctrl-Enter"), ("\u{1B}[13;2u", "Shift-Enter"),
  ]

  private func events(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    return decoder.feed(bytes) + decoder.flush()
  }

  @Test(arguments: keys)
  func `a sequence is the key it stands for`(sequence: String, key: String) {
    #expect(events(Array(sequence.utf8)) == [.key(Key(notation: key) ?? Key(.escape))])
  }

  @Test func `a lone Esc waits for what may follow`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.needsTimeout)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(!decoder.needsTimeout)
  }

  @Test func `wherever a stream is split, the events are the same`() {
    let parts =
      Self.keys.map(\.0) + [
        "\u{1B}[200~pasted q \u{1B}[A\r日\u{1B}[201~", "\u{1B}[<0;300;5M\u{1B}[<0;300;5m",
        "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[99;99X", "\u{1B}[I",
      ]
    let stream = Array(parts.joined().utf8)
    let whole = events(stream)
    #expect(whole.count > 40)
    for split in 0...stream.count {
      var decoder = InputDecoder()
      let pieces =
        decoder.feed(stream[..<split]) + decoder.feed(stream[split...]) + decoder.flush()
      #expect(pieces == whole)
    }
    var decoder = InputDecoder()
    #expect(stream.flatMap { decoder.feed([$0]) } + decoder.flush() == whole)
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap and never get stuck`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let likely: [UInt8] = Array("\u{1B}\u{1B}[O]<;:0123M~uAtm\u{7}\\".utf8) + [0xC3, 0xE6, 0xF0]
    var decoder = InputDecoder()
    for _ in 0..<60 {
      let chunk = (0..<next(40)).map { _ in
        next(3) == 0 ? UInt8(next(256)) : likely[Int(next(UInt64(likely.count)))]
      }
      _ = decoder.feed(chunk)
      if next(4) == 0 { _ = decoder.flush() }
    }
    _ = decoder.feed(Array("\u{1B}[201~".utf8)) + decoder.flush()
    #expect(decoder.feed(Array("j".utf8)) == [.key(Key(.character("j")))])
  }

  @Test func `huge parameters are taken for what they are not`() {
    let digits = String(repeating: "9", count: 30)
    #expect(events(Array("\u{1B}[\(digits);\(digits)A".utf8)) == [.key(Key(.up))])
    let click = Mouse(.press(.left), at: Point(column: 0, row: 0))
    #expect(events(Array("\u{1B}[<\(digits);1;1M".utf8)) == [.mouse(click)])
    #expect(events(Array("\u{1B}[1114112u".utf8)) == [])
    #expect(events(Array("\u{1B}[55296u".utf8)) == [])
  }

  @Test func `bytes that are not UTF-8 become replacement characters`() {
    let bad = Event.key(Key(.character("\u{FFFD}")))
    #expect(events([0xFF, 0x41]) == [bad, .key(Key(.character("A")))])
    #expect(events([0xE6, 0x41]) == [bad, .key(Key(.character("A")))])
    #expect(events([0xE6, 0x97]) == [bad])
  }

  @Test func `a paste is text, whatever is in it`() {
    let pasted = events(Array("\u{1B}[200~a\r\nb\rq\u{1B}[A\u{1B}[201~j".utf8))
    #expect(pasted == [.paste("a\nb\nq\u{1B}[A"), .key(Key(.character("j")))])
  }

  @Test func `a mark joins the letter before it`() {
    #expect(events(Array("e\u{301}".utf8)) == [.key(Key(.character("e\u{301}")))])
  }

  @Test(arguments: [
    ("\u{1B}[<0;3;5M", Mouse.Kind.press(.left)), ("\u{1B}[<2;3;5M", .press(.right)),
    ("\u{1B}[<1;3;5m", .release(.middle)), ("\u{1B}[<32;3;5M", .drag(.left)),
    ("\u{1B}[<64;3;5M", .wheelUp), ("\u{1B}[<65;3;5M", .wheelDown),
    ("\u{1B}[<66;3;5M", .wheelLeft), ("\u{1B}[<67;3;5M", .wheelRight),
    ("\u{1B}[M #%", .press(.left)),
  ])
  func `the mouse is understood`(sequence: String, kind: Mouse.Kind) {
    let mouse = Mouse(kind, at: Point(column: 2, row: 4))
    #expect(events(Array(sequence.utf8)) == [.mouse(mouse)])
  }

  @Test func `answers of the terminal are no keys`() {
    let stream = "\u{1B}]11;rgb:0/0/0\u{1B}\\\u{1B}[?62;22c\u{1B}P1$r\u{7}"
    let replies = ["]11;rgb:0/0/0", "[?62;22c", "P1$r"]
    #expect(events(Array(stream.utf8)) == replies.map { .reply($0) })
  }

  @Test func `a bound sequence wins over the usual meaning`() {
    var decoder = InputDecoder()
    decoder.bind(Array("\u{1B}[A".utf8), to: Key(.function(9)))
    #expect(decoder.feed(Array("\u{1B}[A".utf8)) == [.key(Key(.function(9)))])
  }
}
