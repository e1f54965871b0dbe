import CapabilityScore
public import TerminalKit

/// The loop: events become messages, the state changes, its effects are carried out, the screen shows it.
@MainActor public final class Session {
  private var state: DashboardState
  private let screen: any Screen
  private let world: DashboardWorld
  private let mailbox = Mailbox<Message>()
  private var load = Load.none

  /// Whether the cache is being read, and is to be read once more behind that: never twice at a time.
  private enum Load { case none, one, another }

  public init(state: DashboardState, screen: any Screen, world: DashboardWorld) {
    self.state = state
    self.screen = screen
    self.world = world
  }

  /// Runs until the user leaves.
  ///
  /// - Returns: The signal that ended it, if one did.
  public func run() -> Int32? {
    if let standings = world.glimpse(.aMoment) { _ = take(.glimpsed(standings)) }
    show()
    perform([.load])
    let mailbox = mailbox
    world.followThemes { mailbox.post($0) }
    run { [world] in .scenarios(world.scenarios(), running: world.unsavedEdits()) }
    while true {
      for event in screen.nextEvents() {
        switch event {
        case .signal(let number): return number
        case .wake:
          for message in mailbox.drain() {
            if take(message) { return nil }
          }
        default:
          if take(.event(event)) { return nil }
        }
      }
      show()
    }
  }

  /// - Returns: Whether the session is over.
  private func take(_ message: Message) -> Bool {
    let isOver = perform(state.apply(message))
    if case .loaded = message {
      let isWanted = load == .another
      load = .none
      if isWanted { beginLoad() }
    }
    return isOver
  }

  @discardableResult
  private func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .leave: return true
      case .suspend: screen.suspend()
      case .redraw: screen.redraw()
      case .captureMouse(let captures): screen.capturesMouse = captures
      case .copy(let text): screen.write(control: Clipboard.sequence(text))
      case .load:
        watch()
        beginLoad()
      case .openDemo:
        load = .one
        world.background { [world, mailbox] in
          mailbox.post(.loaded(world.openDemo()))
          // Another cache is open now: it is watched, and has scenarios of its own.
          mailbox.post(.cacheChanged)
        }
      case .importExports(let path): importExports(path)
      case .cancelImport: world.cancelImport()
      case .complete(let path):
        run { [world] in .completed(path: path, candidates: world.paths(path)) }
      case .export(let rows): run { [world] in .exported(world.export(rows), rows) }
      // Written at once: an edit is kept before it is shown.
      case .journal(let scenario): tell(world.journal(scenario))
      case .changeScenarios(let change): make(change)
      case .readScenarios: readScenarios()
      case .plan(let question): plan(question)
      }
    }
    return false
  }

  /// The list is read again behind every change: what could not be stored is not there.
  private func make(_ change: ScenarioChange) {
    world.changeScenarios(change) { [world, mailbox] problem in
      let isSave = if case .save = change { true } else { false }
      if let problem {
        mailbox.post(isSave && world.keepsScenarios ? .notSaved(problem) : .failed(problem))
      }
      guard world.keepsScenarios else { return }
      mailbox.post(.scenarios(world.scenarios(), running: nil))
    }
  }

  private func readScenarios() {
    guard world.keepsScenarios else { return }
    run { [world] in .scenarios(world.scenarios(), running: nil) }
  }

  private func beginLoad() {
    guard load == .none else {
      load = .another
      return
    }
    load = .one
    let (world, mailbox, known) = (world, mailbox, state.base)
    let isBlank = state.standings == nil
    world.background {
      if isBlank, let standings = world.glimpse(.endless) { mailbox.post(.glimpsed(standings)) }
      mailbox.post(.loaded(world.load(known)))
    }
  }

  /// There may be a cache now where there was none before.
  private func watch() {
    let mailbox = mailbox
    world.watch { mailbox.post($0) }
  }

  private func tell(_ problem: String?) {
    if let problem { _ = take(.failed(problem)) }
  }

  private func plan(_ question: PlanQuestion) {
    guard let board = state.planBoard else { return }
    let effort = world.effort
    run { .planned(Planner(board, effort: effort).plan(question), question) }
  }

  private func importExports(_ path: String) {
    let (world, mailbox) = (world, mailbox)
    world.background {
      var told = ContinuousClock.now
      let result = world.importExports(path) { words in
        // Nobody reads faster, and every telling is a frame.
        guard ContinuousClock.now - told > .milliseconds(100) else { return }
        told = .now
        mailbox.post(.importing(words))
      }
      switch result {
      case .success(let words):
        mailbox.post(.progress(words))
        mailbox.post(.cacheChanged)
      case .failure(let failure): mailbox.post(.failed(failure.words))
      }
    }
  }

  private func run(_ work: @escaping @Sendable () -> Message) {
    let mailbox = mailbox
    world.background { mailbox.post(work()) }
  }

  private func show() {
    screen.show(DashboardView(state: state).canvas, theme: state.shownTheme)
  }
}

/// The terminal's clipboard (OSC 52).
enum Clipboard {
  static func sequence(_ text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let six = Int(bits >> UInt32(18 - 6 * place) & 63)
        text.append(place <= group.count ? alphabet[six] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
