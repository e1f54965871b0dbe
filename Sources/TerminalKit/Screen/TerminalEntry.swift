internal import CNcurses
import Glibc

/// The terminal description in use: the one that TERM names, or our own in its place.
struct TerminalEntry {
  let name: String

  /// Loads the description for the terminal at `descriptor`.
  ///
  /// Ours serves where COLORTERM promises colours that TERM cannot express, and where a modern
  /// terminal is not known here, as over ssh or in a container.
  init(
    _ environment: TerminalEnvironment, descriptor: Int32, wantsDirectColor: Bool
  ) throws(TerminalError) {
    let isKnown = !environment.type.isEmpty && Self.load(environment.type, descriptor)
    let lacksColor =
      wantsDirectColor && environment.understandsDirectColor && isKnown
      && tigetnum("colors") == 256
    if environment.isXtermLike, !isKnown || lacksColor, Self.loadOwn(descriptor) {
      name = DirectColorEntry.name
    } else if isKnown {
      name = environment.type
    } else {
      throw .unknownType(environment.type)
    }
    guard capstan_capability("cup") != nil else { throw .tooSimple(environment.type) }
  }

  var isOwn: Bool { name == DirectColorEntry.name }

  /// Opens the screen with this description; nil if the library refuses.
  func open(output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>) -> OpaquePointer?
  {
    isOwn ? Self.withOwnEntry { newterm(name, output, input) } : newterm(name, output, input)
  }

  /// The bytes of a capability, without the pauses that old terminals need.
  static func capability(_ name: String) -> [UInt8]? {
    guard let pointer = capstan_capability(name) else { return nil }
    var rest = String(cString: pointer).utf8[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func load(_ name: String, _ descriptor: Int32) -> Bool {
    var reason: Int32 = 0
    return setupterm(name, descriptor, &reason) == OK
  }

  private static func loadOwn(_ descriptor: Int32) -> Bool {
    withOwnEntry { load(DirectColorEntry.name, descriptor) }
  }

  /// Shows our description to the terminal library, but not to child processes.
  private static func withOwnEntry<Result>(_ body: () -> Result) -> Result {
    let saved = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", DirectColorEntry.terminfo, 1)
    defer {
      if let saved { setenv("TERMINFO", saved, 1) } else { unsetenv("TERMINFO") }
    }
    return body()
  }
}
