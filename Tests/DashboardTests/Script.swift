import CapabilityScore
import TerminalKit

@testable import Dashboard

/// A session without a terminal: these keys, this screen.
struct Script {
  private(set) var state: DashboardState
  private(set) var effects: [Effect] = []

  init(
    _ standings: Standings?, columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode
  ) {
    state = DashboardState(
      size: Size(columns: columns, rows: rows), glyphs: glyphs,
      themes: [.terminal])
    _ = state.apply(.loaded(standings.map { .standings($0) } ?? .empty))
  }

  /// Types keys by their notation, separated by blanks: `j j Enter`.
  mutating func type(_ keys: String) {
    for text in keys.split(separator: " ") {
      guard let key = Key(notation: String(text)) else { continue }
      effects += state.apply(.event(.key(key)))
    }
  }

  mutating func apply(_ message: Message) { effects += state.apply(message) }

  var screen: String { DashboardView(state: state).canvas.text }

  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
