import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// The loop between a screen and the world, without either.
@MainActor @Suite struct SessionTests {
  /// Gives keys one by one, with time for what comes back in between.
  private final class KeyScreen: Screen {
    let size = Size(columns: 120, rows: 40)
    let glyphs = Glyphs.unicode
    private(set) var shown = ""
    private var events: [Event]

    init(_ keys: String) {
      events = keys.split(separator: " ").compactMap { Key(notation: String($0)) }
        .flatMap { [.key($0), .wake] }
      events.insert(.wake, at: 0)
      events.append(.hangUp)
    }

    func show(_ canvas: Canvas, theme: Theme) { shown = canvas.text }
    func nextEvents() -> [Event] { [events.removeFirst()] }
    func suspend() {}
    func write(control: String) {}
    func close() {}
  }

  private func world(_ standings: Standings, keepsScenarios: Bool) -> DashboardWorld {
    let scenarios = ["Q3", "Q4"].map { Scenario(name: $0, edits: []) }
    return DashboardWorld(
      load: { _ in .standings(standings) }, openDemo: { .empty },
      importExports: { _, _ in .failure(DashboardWorld.ImportFailure("")) }, cancelImport: {},
      background: { $0() }, export: { _ in .failed("") },
      scenarios: { scenarios }, keepsScenarios: keepsScenarios,
      changeScenarios: { $1(keepsScenarios ? nil : "kept until you leave") },
      journal: { _ in nil })
  }

  /// The world stores nothing, so that what is read again shows all there was.
  @Test(arguments: [true, false])
  func `where nothing is stored the list of scenarios is the session's own`(keepsScenarios: Bool)
    throws
  {
    let screen = KeyScreen("w G x y")
    let session = Session(
      state: DashboardState(size: screen.size, glyphs: .unicode), screen: screen,
      world: world(try TinyPartner.standings(), keepsScenarios: keepsScenarios))
    #expect(session.run() == nil)
    #expect(screen.shown.contains("Q3"), "\(screen.shown)")
    #expect(screen.shown.contains("Q4 ") == keepsScenarios, "\(screen.shown)")
  }
}
