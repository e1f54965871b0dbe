internal import CNcurses
internal import CTerminal
import Glibc

/// The terminal of this process, through ncurses.
///
/// ncurses gets the terminal's description, its modes and the sending of differences; input is read
/// and decoded here.
@MainActor public final class TerminalScreen: Screen {
  /// What to use of a terminal that has it.
  public struct Options: Sendable {
    /// Whether clicks and the wheel come to the program.
    public var mouse = true
    /// Whether to draw with ASCII signs only.
    public var ascii = false
    /// The most colours to use; nil for all that the terminal has.
    public var colorDepth: ColorDepth?
    /// Whether to mark frames, so that a terminal that can shows each at once.
    public var synchronizedOutput = true
    /// The descriptor of a file that what was printed goes to when the program crashes; -1 for none.
    public var log: Int32 = -1
    /// What to say on the terminal when the program crashes.
    public var farewell = ""

    public init() {}
  }

  public internal(set) var size: Size
  /// The signs that this terminal can show.
  public let glyphs: Glyphs
  /// The colours in use.
  public var colorDepth: ColorDepth { painter.pairs.depth }
  /// Whether clicks and the wheel come as events; the terminal selects text otherwise.
  public var capturesMouse: Bool {
    didSet { if isOpen { write(control: capturesMouse ? modes.beginMouse : modes.endMouse) } }
  }

  let environment: TerminalEnvironment
  let modes: PrivateModes
  /// A descriptor of the terminal, which stays when standard output is captured.
  let terminal: Int32
  let signals: Int32
  let marksFrames: Bool
  var isOpen = false
  var painter: CellPainter
  var shown: Canvas?
  var line: [cchar_t] = []
  var isCursorShown = true
  var decoder = InputDecoder()
  var pending: [Event] = []
  var isConnected = true
  var tests = TestSignal()
  private let capture: OutputCapture
  private let log: Int32
  private let farewell: String

  /// Takes over the terminal on standard input and output.
  public init(_ options: Options = Options()) throws(TerminalError) {
    guard isatty(0) == 1 else { throw .notATerminal(stream: "standard input") }
    guard isatty(1) == 1 else { throw .notATerminal(stream: "standard output") }
    environment = TerminalEnvironment()
    modes = PrivateModes(environment)
    log = options.log
    farewell = options.farewell
    marksFrames = options.synchronizedOutput && modes.isSupported
    capturesMouse = options.mouse
    terminal = fcntl(1, F_DUPFD_CLOEXEC, 3)
    let isUnicode = Self.chooseLocale()
    glyphs = options.ascii || !isUnicode || environment.isConsole ? .ascii : .unicode

    let wantsColor = !environment.forbidsColor && options.colorDepth != .mono
    let wantsDirect = environment.promisesDirectColor && options.colorDepth ?? .direct == .direct
    let entry = try TerminalEntry(
      environment, descriptor: terminal, wantsDirectColor: wantsColor && wantsDirect)
    // Before the library: it keeps its hands off the handlers that it finds.
    signals = capstan_signals_begin()
    guard signals >= 0 else { throw .refused(call: "pipe", code: errno) }
    capstan_guard_remember(terminal)
    guard let output = fdopen(fcntl(1, F_DUPFD_CLOEXEC, 3), "w"),
      let input = fdopen(fcntl(0, F_DUPFD_CLOEXEC, 3), "r"),
      entry.open(output: output, input: input) != nil
    else {
      capstan_signals_end()
      throw .refused(call: "newterm", code: errno)
    }
    let most: ColorDepth = entry.isOwn && !wantsDirect ? .palette256 : .direct
    let depth = wantsColor ? min(options.colorDepth ?? most, most) : .mono
    painter = CellPainter(
      pairs: ColorPairs(wanted: depth), isUnicode: isUnicode && !options.ascii,
      dims: !environment.isConsole)
    size = Terminal.size(of: terminal) ?? Size(columns: 80, rows: 24)
    capture = OutputCapture()
    bindKeys()
    prepareWindow()
    begin()
  }

  /// Sends a control sequence that draws nothing.
  public func write(control: String) { Terminal.send(control.utf8, to: terminal) }

  /// Draws the next frame from nothing.
  public func redraw() { shown = nil }

  /// Gives the terminal to the shell until the program is continued.
  public func suspend() {
    guard isOpen else { return }
    end()
    capstan_stop()
    resume()
  }

  /// Restores the terminal; a second time does nothing.
  public func close() {
    guard isOpen else { return }
    end()
    capstan_signals_end()
  }

  /// Sets what the library calls a window: no pauses, no scrolling by itself, but scrolling of the
  /// terminal where that saves bytes.
  private func prepareWindow() {
    let window = capstan_standard_window()
    raw()
    noecho()
    nonl()
    intrflush(nil, false)
    typeahead(-1)
    leaveok(window, false)
    scrollok(window, false)
    idlok(window, true)
  }

  private func begin() {
    isOpen = true
    write(control: modes.begin(mouse: capturesMouse))
    curs_set(0)
    isCursorShown = false
    let restore = Array(modes.end.utf8) + Self.leaving
    restore.withUnsafeBytes { bytes in
      _ = capstan_guard_arm(
        terminal, bytes.baseAddress, bytes.count, capture.file, capture.errors, log, farewell)
    }
    capture.begin()
  }

  private func end() {
    isOpen = false
    write(control: modes.end)
    endwin()
    capstan_guard_disarm()
    capture.end()
  }

  /// Takes the terminal again; someone else may have changed its modes, its size and all it shows.
  private func resume() {
    capstan_guard_remember(terminal)
    reset_prog_mode()
    wrefresh(capstan_current_window())
    begin()
    shown = nil
    forgetContinue()
    noteSize()
    pending.append(.wake)
  }

  /// After a stop that was not ours, as by SIGSTOP.
  func reclaim() {
    guard isOpen else { return }
    end()
    resume()
  }

  /// Takes LC_CTYPE from the environment; true for UTF-8. A locale that is not installed but asks
  /// for UTF-8 gets it.
  static func chooseLocale() -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].map(TerminalEnvironment.value).first { !$0.isEmpty }
      let wanted = (name ?? "").lowercased()
      if wanted.hasSuffix("utf-8") || wanted.hasSuffix("utf8") { setlocale(LC_CTYPE, "C.UTF-8") }
    }
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }

  /// What leaves the library's modes: colours, keypad, hidden cursor, second screen.
  private static var leaving: [UInt8] {
    ["sgr0", "op", "rmkx", "cnorm", "rmcup"].flatMap { TerminalEntry.capability($0) ?? [] }
  }

  private func bindKeys() {
    let keys: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.Code.function($0)) }
    for (capability, code) in keys + functions {
      guard let sequence = TerminalEntry.capability(capability) else { continue }
      decoder.bind(sequence, to: Key(code))
    }
  }
}
