extension Glyph {
  /// Passes on what a character becomes on screen: nothing, one glyph or several.
  ///
  /// No control character gets through, nor any that reorders or hides text. Joins that terminals
  /// disagree on are cut back: an emoji family to its first member, a flag to its two letters.
  static func each(in character: Character, _ body: (Glyph) -> Void) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      return body(Glyph(scalar: Unicode.Scalar(ascii), columns: 1))
    }
    var current: Glyph?
    for scalar in character.unicodeScalars {
      if isDropped(scalar) { continue }
      let columns = TextWidth.columns(scalar)
      if columns == 0 {
        if current == nil { current = Glyph(scalar: "\u{25CC}", columns: 1) }
        current?.append(mark: scalar)
      } else {
        if let finished = current {
          if isEmojiTail(scalar) { continue }
          body(finished)
        }
        current = Glyph(spacing: scalar, columns: columns)
      }
    }
    if let current { body(current) }
  }

  private init(spacing scalar: Unicode.Scalar, columns: Int) {
    if columns > 0, let letter = Glyph.flagLetter(scalar) {
      self.init(scalar: letter, columns: 1)
    } else if columns > 0 {
      self.init(scalar: scalar, columns: UInt8(columns))
    } else {
      self.init(scalar: Glyph.picture(of: scalar), columns: 1)
    }
  }

  /// Characters that only steer the text around them: joiners, variation selectors, direction marks,
  /// the byte order mark, the enclosing keycap, tags.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20E3,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// An emoji inside a cluster: a joined family member or a skin tone. Letters of a conjunct stay.
  private static func isEmojiTail(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2190 && scalar.properties.isEmoji && flagLetter(scalar) == nil
  }

  private static func flagLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
  }

  private static func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
    switch control.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + control.value) ?? "?"
    case 0x7F: "\u{2421}"
    default: "?"
    }
  }
}
