import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// A session without a terminal: these keys, this screen.
struct Script {
  var state: DashboardState
  private(set) var effects: [Effect] = []

  init(
    _ standings: Standings?, columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode,
    themes: [Theme] = [.terminal]
  ) {
    state = DashboardState(
      size: Size(columns: columns, rows: rows), glyphs: glyphs,
      themes: themes)
    apply(.loaded(standings.map { .standings($0) } ?? .empty))
  }

  /// A session that has not heard of the cache yet.
  init(loading size: Size) { state = DashboardState(size: size, glyphs: .unicode) }

  /// Types keys by their notation, separated by blanks: `j j Enter`.
  mutating func type(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for text in keys.split(separator: " ") {
      guard let key = Key(notation: String(text)) else {
        Issue.record("\(text) is no key", sourceLocation: sourceLocation)
        continue
      }
      apply(.event(.key(key)))
    }
  }

  /// Types text letter by letter.
  mutating func write(_ text: String) {
    for character in text { apply(.event(.key(Key(.character(character))))) }
  }

  mutating func resize(columns: Int, rows: Int) {
    apply(.event(.resize(Size(columns: columns, rows: rows))))
  }

  /// Tells the state, and does what it asks for as far as it needs no world: plans.
  mutating func apply(_ message: Message) {
    let asked = state.apply(message)
    effects += asked
    for case .plan(let question) in asked {
      guard let board = state.planBoard else { continue }
      apply(.planned(Planner(board).plan(question), question))
    }
  }

  var screen: String { DashboardView(state: state).canvas.text }

  var lines: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var page: Page? { state.page }
  var kind: PageKind? { state.page?.kind }
  var table: TableState? { state.page?.table }
  var notice: String { state.notice?.text ?? "" }
  var hasOverlay: Bool { state.overlay != nil }

  /// The texts of a column of the rows shown.
  func column(_ id: String) -> [String] {
    guard let page, let column = page.rows.columns.firstIndex(where: { $0.id == id }) else {
      return []
    }
    return page.table.order.map { page.rows.cell($0, column).text }
  }
}

/// Where what-ifs begin.
extension Script {
  /// On Elm's Exchange Online seats: 11 in June, 10 a year before.
  static func onElm() throws -> Script {
    var script = Script(try TinyPartner.standings())
    script.type("o Enter /")
    script.write("elm")
    script.type("Enter Enter O")
    let page = try #require(script.page)
    let seats = try #require(
      page.table.order.firstIndex {
        page.rows.cell($0, 0).text == "EXO" && page.rows.cell($0, 2).text == "paid seats"
      }, "\(script.screen)")
    for _ in 0..<seats { script.type("j") }
    return script
  }

  static func edited(_ text: String) throws -> Script {
    var script = try onElm()
    script.type("e")
    script.write(text)
    script.type("Enter")
    return script
  }
}
