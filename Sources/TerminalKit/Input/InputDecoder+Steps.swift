extension InputDecoder {
  func step(at place: Int, isFinal: Bool) -> Step {
    guard buffer[place] == Byte.escape else { return character(at: place, isFinal: isFinal) }
    guard place + 1 < buffer.count else {
      return isFinal ? .event(.key(Key(.escape)), 1) : .incomplete
    }
    if let (key, length) = boundKey(at: place) { return .event(.key(key), length) }
    switch buffer[place + 1] {
    case UInt8(ascii: "["): return controlSequence(at: place, isFinal: isFinal)
    case UInt8(ascii: "O"): return singleShift(at: place, isFinal: isFinal)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return reply(at: place, isFinal: isFinal)
    case Byte.escape: return escapedEscape(at: place, isFinal: isFinal)
    default: return altCharacter(at: place, isFinal: isFinal)
    }
  }

  /// The longest bound sequence that begins here.
  private func boundKey(at place: Int) -> (Key, Int)? {
    guard !bindings.isEmpty else { return nil }
    return bindings.filter { buffer[place...].starts(with: $0.key) }
      .max { $0.key.count < $1.key.count }
      .map { ($0.value, $0.key.count) }
  }

  /// ESC O and a letter: arrows, Home, End and F1–F4 in application mode.
  private func singleShift(at place: Int, isFinal: Bool) -> Step {
    guard place + 2 < buffer.count else {
      return isFinal ? .event(.key(Key(.character("O"), .alt)), 2) : .incomplete
    }
    guard let code = KeyTable.letters[buffer[place + 2]] else { return .skip(3) }
    return .event(.key(Key(code)), 3)
  }

  /// A string from the terminal: it ends with BEL or ESC \, and is a keystroke if it never does.
  private func reply(at place: Int, isFinal: Bool) -> Step {
    let letter = Character(Unicode.Scalar(buffer[place + 1]))
    let keystroke = Step.event(.key(Key(.character(letter), .alt)), 2)
    let limit = min(buffer.count, place + 65_536)
    guard let end = (place + 2..<limit).first(where: { isStringEnd(buffer[$0]) }) else {
      return isFinal || limit < buffer.count ? keystroke : .incomplete
    }
    let text = Event.reply(String(decoding: buffer[(place + 1)..<end], as: UTF8.self))
    if buffer[end] == Byte.bell { return .event(text, end + 1 - place) }
    guard end + 1 < buffer.count else { return isFinal ? keystroke : .incomplete }
    return buffer[end + 1] == UInt8(ascii: "\\") ? .event(text, end + 2 - place) : keystroke
  }

  private func isStringEnd(_ byte: UInt8) -> Bool { byte == Byte.bell || byte == Byte.escape }

  /// ESC ESC [ A is Alt-Up in some terminals; ESC ESC x is two keystrokes.
  private func escapedEscape(at place: Int, isFinal: Bool) -> Step {
    // Not a third Esc: a long row of them would be looked at again and again.
    if place + 2 < buffer.count, buffer[place + 2] == Byte.escape {
      return .event(.key(Key(.escape)), 1)
    }
    switch step(at: place + 1, isFinal: isFinal) {
    case .event(.key(let key), let length) where length > 2 && key.modifiers.isEmpty:
      return .event(.key(Key(key.code, .alt)), length + 1)
    case .incomplete where !isFinal: return .incomplete
    default: return .event(.key(Key(.escape)), 1)
    }
  }

  private func altCharacter(at place: Int, isFinal: Bool) -> Step {
    switch character(at: place + 1, isFinal: isFinal) {
    case .event(.key(var key), let length):
      key.modifiers.insert(.alt)
      return .event(.key(key), length + 1)
    case .incomplete: return .incomplete
    default: return .skip(1)
    }
  }

  /// One character of UTF-8 or one control byte.
  private func character(at place: Int, isFinal: Bool) -> Step {
    let byte = buffer[place]
    switch byte {
    case 0: return .event(.key(Key(.character(" "), .control)), 1)
    case 8, 127: return .event(.key(Key(.backspace)), 1)
    case 9: return .event(.key(Key(.tab)), 1)
    case 13: return .event(.key(Key(.enter)), 1)
    case 1..<27: return .event(.key(Key(.character(letter(byte + 96)), .control)), 1)
    case 28..<32: return .event(.key(Key(.character(letter(byte + 64)), .control)), 1)
    case 32..<127: return .event(.key(Key(.character(letter(byte)))), 1)
    case 0xC2..<0xF5: return multibyte(at: place, isFinal: isFinal)
    default: return .event(.key(Key(.character("\u{FFFD}"))), 1)
    }
  }

  private func letter(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  private func multibyte(at place: Int, isFinal: Bool) -> Step {
    let length = buffer[place] < 0xE0 ? 2 : buffer[place] < 0xF0 ? 3 : 4
    let end = min(buffer.count, place + length)
    let isBroken = buffer[(place + 1)..<end].contains { $0 & 0xC0 != 0x80 }
    if end - place < length, !isBroken {
      return isFinal ? .event(.key(Key(.character("\u{FFFD}"))), end - place) : .incomplete
    }
    // A malformed sequence decodes to several replacement characters.
    let scalars = String(decoding: buffer[place..<end], as: UTF8.self).unicodeScalars
    guard !isBroken, scalars.count == 1, let scalar = scalars.first else {
      return .event(.key(Key(.character("\u{FFFD}"))), 1)
    }
    return .event(.key(Key(.character(Character(scalar)))), length)
  }
}
