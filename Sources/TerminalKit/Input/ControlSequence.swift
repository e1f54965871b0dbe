/// The inside of ESC [ … final: parameters, and what they mean.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters.
  private let prefix: Character?
  private let parameters: [Int]
  private let final: UInt8
  private let text: String

  init(_ bytes: ArraySlice<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    final = bytes.last ?? 0
    let body = text.dropLast()
    prefix = body.first.flatMap { "<=>?".contains($0) ? $0 : nil }
    parameters = body.dropFirst(prefix == nil ? 0 : 1)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) ?? 0 }
  }

  var isPasteBegin: Bool {
    prefix == nil && final == UInt8(ascii: "~") && parameters.first == 200
  }

  /// Nil for what nobody asked for.
  var event: Event? {
    if prefix == "<" { return mouse.map(Event.mouse) }
    if prefix != nil { return .reply("[" + text) }
    switch final {
    case UInt8(ascii: "~"): return tilde
    case UInt8(ascii: "u"): return key(KeyTable.code(scalar: parameters.first ?? 0), 1)
    case UInt8(ascii: "Z"): return .key(Key(.tab, .shift))
    case UInt8(ascii: "I") where text.utf8.count == 1: return .focus(true)
    case UInt8(ascii: "O") where text.utf8.count == 1: return .focus(false)
    default: return key(KeyTable.letters[final], 1)
    }
  }

  private var tilde: Event? {
    switch parameters.first ?? 0 {
    case 27 where parameters.count == 3: key(KeyTable.code(scalar: parameters[2]), 1)
    case 7770: .reply("[" + text)
    case let number: key(KeyTable.numbers[number], 1)
    }
  }

  private func key(_ code: Key.Code?, _ modifierIndex: Int) -> Event? {
    code.map { .key(Key($0, modifiers(modifierIndex))) }
  }

  /// The parameter is 1 + shift + 2 alt + 4 control.
  private func modifiers(_ index: Int) -> Key.Modifiers {
    guard index < parameters.count else { return [] }
    return Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, parameters[index] &- 1) & 7))
  }

  private var mouse: Mouse? {
    guard parameters.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else {
      return nil
    }
    let point = Point(column: max(0, parameters[1] &- 1), row: max(0, parameters[2] &- 1))
    return Mouse(code: parameters[0], at: point, isRelease: final == UInt8(ascii: "m"))
  }
}

extension Mouse {
  /// Reads the button code of a report. Nil for plain motion and for buttons beyond the third.
  init?(code: Int, at point: Point, isRelease: Bool) {
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    guard code >= 0, code < 128 else { return nil }
    let number = code & 3
    if code & 64 != 0 {
      let kind = [Kind.wheelUp, .wheelDown, .wheelLeft, .wheelRight][number]
      self.init(kind, at: point, modifiers: modifiers)
    } else if isRelease {
      self.init(.release([.left, .middle, .right, .left][number]), at: point, modifiers: modifiers)
    } else {
      guard number < 3 else { return nil }
      let button = [Button.left, .middle, .right][number]
      self.init(code & 32 != 0 ? .drag(button) : .press(button), at: point, modifiers: modifiers)
    }
  }
}
