import CPty
import CVTerm
import Glibc

/// A program in a pseudo-terminal, with a terminal emulator on the other side.
///
/// It is used from one test only. Nothing sleeps: waiting ends when output comes.
public final class TestTerminal {
  /// Every byte that the program wrote.
  public internal(set) var log: [UInt8] = []
  public internal(set) var size: (columns: Int, rows: Int)
  public internal(set) var isCursorVisible = true
  public internal(set) var isAlternateScreen = false
  /// 0 when the program does not want the mouse.
  public internal(set) var mouseMode = 0
  /// The operating system commands that the program sent, other than answers to `settle()`.
  public internal(set) var commands: [String] = []
  /// The wait status, once the program has ended.
  public internal(set) var exitStatus: Int32?
  public let pid: pid_t

  let master: Int32
  let slave: Int32
  let emulator: OpaquePointer
  let screen: OpaquePointer
  var isClosed = false
  var questions = 0
  var answers = 0
  private let screenCallbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
  private let parserCallbacks = UnsafeMutablePointer<VTermParserCallbacks>.allocate(capacity: 1)

  /// Starts a program. The environment begins empty but for the basics, so that nothing of the
  /// developer's own gets in; a nil value takes a variable out.
  public init(
    _ arguments: [String], environment: [String: String?] = [:], folder: String? = nil,
    columns: Int = 80, rows: Int = 24
  ) throws {
    size = (columns, rows)
    var variables: [String: String?] = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "CAPSTAN_TEST_SYNC": "1",
      // Else a crash waits at the backtracer's prompt.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    var argv = arguments.map { strdup($0) } + [nil]
    var envp = variables.compactMap { name, value in value.map { strdup("\(name)=\($0)") } } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var (pid, slave): (pid_t, Int32) = (0, -1)
    let master = pty_spawn(&argv, &envp, folder, Int32(rows), Int32(columns), &pid, &slave)
    let code = errno
    (self.pid, self.slave, self.master) = (pid, slave, master)
    emulator = vterm_new(Int32(rows), Int32(columns))
    screen = vterm_obtain_screen(emulator)
    screenCallbacks.initialize(to: VTermScreenCallbacks())
    parserCallbacks.initialize(to: VTermParserCallbacks())
    guard master >= 0 else {
      exitStatus = 0
      throw TestTerminalFailure.notStarted(arguments.first ?? "", code: code)
    }
    connectEmulator()
  }

  deinit {
    if exitStatus == nil {
      var status: Int32 = 0
      kill(pid, SIGKILL)
      waitpid(pid, &status, 0)
    }
    if master >= 0, !isClosed { closeDescriptors() }
    vterm_free(emulator)
    screenCallbacks.deallocate()
    parserCallbacks.deallocate()
  }

  /// Closes the window: the program's terminal is gone.
  public func hangUp() {
    vterm_output_set_callback(emulator, nil, nil)
    isClosed = true
    closeDescriptors()
  }

  private func closeDescriptors() {
    close(slave)
    close(master)
  }

  private func connectEmulator() {
    let this = Unmanaged.passUnretained(self).toOpaque()
    screenCallbacks.pointee.settermprop = { property, value, user in
      guard let terminal = TestTerminal.from(user), let value else { return 0 }
      terminal.set(property, value.pointee)
      return 1
    }
    parserCallbacks.pointee.osc = { bytes, count, user in
      let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
      TestTerminal.from(user)?.receive(command: text)
      return 1
    }
    vterm_set_utf8(emulator, 1)
    vterm_screen_set_callbacks(screen, screenCallbacks, this)
    vterm_screen_set_unrecognised_fallbacks(screen, parserCallbacks, this)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    vterm_output_set_callback(
      emulator,
      { bytes, count, user in
        let answer = UnsafeRawBufferPointer(start: bytes, count: count)
        TestTerminal.from(user)?.send(bytes: Array(answer))
      }, this)
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> TestTerminal? {
    user.map { Unmanaged<TestTerminal>.fromOpaque($0).takeUnretainedValue() }
  }

  private func set(_ property: VTermProp, _ value: VTermValue) {
    switch property {
    case VTERM_PROP_CURSORVISIBLE: isCursorVisible = value.boolean != 0
    case VTERM_PROP_ALTSCREEN: isAlternateScreen = value.boolean != 0
    case VTERM_PROP_MOUSE: mouseMode = Int(value.number)
    default: break
    }
  }

  private func receive(command: String) {
    if command.hasPrefix("7770;"), let count = Int(command.dropFirst(5)) {
      answers = count
    } else {
      commands.append(command)
    }
  }
}

/// Why a test in a terminal could not go on; the screen is shown with it.
public enum TestTerminalFailure: Error, CustomStringConvertible {
  case notStarted(String, code: Int32)
  case timedOut(String, screen: String)
  case ended(Int32, screen: String)

  public var description: String {
    switch self {
    case .notStarted(let program, let code):
      "\(program) could not be started: \(String(cString: strerror(code)))"
    case .timedOut(let what, let screen): "no \(what) in time; the screen:\n\(screen)"
    case .ended(let status, let screen): "ended with status \(status); the screen:\n\(screen)"
    }
  }
}
