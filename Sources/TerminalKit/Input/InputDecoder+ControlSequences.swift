extension InputDecoder {
  /// ESC [ … and a final byte.
  func controlSequence(at place: Int, isFinal: Bool) -> Step {
    let first = place + 2
    let altBracket = Step.event(.key(Key(.character("["), .alt)), 2)
    guard first < buffer.count else { return isFinal ? altBracket : .incomplete }
    if buffer[first] == UInt8(ascii: "[") { return consoleFunctionKey(at: place, isFinal: isFinal) }
    if buffer[first] == UInt8(ascii: "M") { return oldMouse(at: place, isFinal: isFinal) }
    guard let end = buffer[first...].firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
      return isFinal ? .skip(buffer.count - place) : .incomplete
    }
    // Broken off by Esc, a control byte or text.
    guard (0x40..<0x7F).contains(buffer[end]) else {
      return end == first ? altBracket : .skip(end - place)
    }
    let sequence = ControlSequence(buffer[first...end])
    if sequence.isPasteBegin { return .pasteBegin(end + 1 - place) }
    return sequence.event.map { .event($0, end + 1 - place) } ?? .skip(end + 1 - place)
  }

  /// The Linux console sends ESC [ [ A … E for F1 … F5.
  private func consoleFunctionKey(at place: Int, isFinal: Bool) -> Step {
    guard place + 3 < buffer.count else { return isFinal ? .skip(3) : .incomplete }
    let number = Int(buffer[place + 3]) - 64
    return (1...5).contains(number) ? .event(.key(Key(.function(number))), 4) : .skip(3)
  }

  /// ESC [ M and three bytes: the mouse as terminals reported it before 1006.
  private func oldMouse(at place: Int, isFinal: Bool) -> Step {
    guard place + 5 < buffer.count else {
      return isFinal ? .skip(buffer.count - place) : .incomplete
    }
    let values = buffer[(place + 3)..<(place + 6)].map { Int($0) - 32 }
    let isRelease = values[0] & 0x63 == 3
    let point = Point(column: max(0, values[1] - 1), row: max(0, values[2] - 1))
    let mouse = Mouse(code: values[0], at: point, isRelease: isRelease)
    return mouse.map { .event(.mouse($0), 6) } ?? .skip(6)
  }
}
