/// Turns the bytes of a terminal into events. Pure: no clock, no descriptor.
///
/// When `needsTimeout` is set and nothing came for about 25 ms, call `flush()`: it was a lone Esc, or
/// a sequence that will not be finished.
public struct InputDecoder: Sendable {
  var buffer: [UInt8] = []
  private var paste: [UInt8]?
  private(set) var bindings: [[UInt8]: Key] = [:]

  public init() {}

  /// Whether bytes are held back because they may be the beginning of a sequence.
  public var needsTimeout: Bool { !buffer.isEmpty && paste == nil }

  /// Adds a sequence from the terminal's description, for terminals unlike xterm.
  public mutating func bind(_ sequence: [UInt8], to key: Key) {
    if sequence.count > 1, sequence[0] == Byte.escape { bindings[sequence] = key }
  }

  /// Takes bytes as they come, in pieces of any size.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Event] {
    buffer.append(contentsOf: bytes)
    return decode(isFinal: false)
  }

  /// Gives what was held back.
  public mutating func flush() -> [Event] { decode(isFinal: true) }

  /// What the bytes at one place are. Looking changes nothing: after Esc Esc one looks twice.
  enum Step {
    case event(Event, Int)
    case skip(Int)
    case pasteBegin(Int)
    case incomplete
  }

  private mutating func decode(isFinal: Bool) -> [Event] {
    var events: [Event] = []
    var place = 0
    loop: while place < buffer.count {
      if paste != nil {
        guard let event = continuePaste(&place) else { break }
        events.append(event)
        continue
      }
      switch step(at: place, isFinal: isFinal) {
      case .incomplete: break loop
      case .skip(let length): place += length
      case .pasteBegin(let length):
        paste = []
        place += length
      case .event(let event, let length):
        place += length
        Self.append(event, to: &events)
      }
    }
    buffer.removeFirst(place)
    return events
  }

  /// Collects pasted bytes; the event, once the end has come. The last bytes may be half the end.
  private mutating func continuePaste(_ place: inout Int) -> Event? {
    guard let end = find(Byte.pasteEnd, from: place) else {
      let last = max(place, buffer.count - Byte.pasteEnd.count + 1)
      paste?.append(contentsOf: buffer[place..<last])
      place = last
      return nil
    }
    let bytes = (paste ?? []) + buffer[place..<end]
    paste = nil
    place = end + Byte.pasteEnd.count
    let text = String(decoding: bytes, as: UTF8.self)
    return .paste(String(text.map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 }))
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard buffer.count - start >= pattern.count else { return nil }
    return (start...(buffer.count - pattern.count)).first {
      buffer[$0] == pattern[0] && buffer[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
  }

  /// Adds an event; a combining mark joins the letter typed just before it.
  private static func append(_ event: Event, to events: inout [Event]) {
    guard case .key(let key) = event, case .character(let mark) = key.code,
      key.modifiers.isEmpty, mark.unicodeScalars.allSatisfy(\.properties.isGraphemeExtend),
      case .key(let previous)? = events.last, case .character(let letter) = previous.code,
      previous.modifiers.isEmpty
    else { return events.append(event) }
    let joined = String(letter) + String(mark)
    guard joined.count == 1, let character = joined.first else { return events.append(event) }
    events[events.count - 1] = .key(Key(.character(character)))
  }
}

/// The bytes that have a meaning of their own.
enum Byte {
  static let escape: UInt8 = 0x1B
  static let bell: UInt8 = 0x07
  /// ESC [ 201 ~
  static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
}
