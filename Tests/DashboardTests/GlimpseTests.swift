import CapabilityScore
import TerminalKit
import Testing

@testable import Dashboard

/// The score is shown before the data behind it is read.
@Suite struct GlimpseTests {
  private func glimpsed() throws -> Script {
    let whole = try TinyPartner.standings()
    var outline = whole.explainer.portfolio
    outline.tenants = TenantDirectory()
    outline.series = SeriesTables(lanes: outline.window.count)
    let board = whole.board
    var script = Script(loading: Size(columns: 100, rows: 24))
    script.apply(
      .glimpsed(
        Standings(
          explainer: Explainer(
            scorer: whole.explainer.scorer, portfolio: outline, usage: board.usage),
          usage: board.usage, people: board.people)))
    return script
  }

  @Test func `the overview is whole, and says that it is being read`() throws {
    let script = try glimpsed()
    let loaded = Script(try TinyPartner.standings(), columns: 100, rows: 24)
    #expect(script.lines[0].contains("reading") && !script.lines[0].contains("live"))
    #expect(script.lines[1...19] == loaded.lines[1...19])
  }

  @Test func `keys wait for the data, and are taken when it is there`() throws {
    var script = try glimpsed()
    script.type("4 j Enter")
    #expect(script.kind == .overview)
    script.apply(.loaded(.standings(try TinyPartner.standings())))
    guard case .contributors? = script.kind else {
      Issue.record("\(script.screen)")
      return
    }
  }

  @Test func `nothing is opened by the palette or the mouse before the data is there`() throws {
    var script = try glimpsed()
    script.type(": w o r k l Enter")
    script.apply(.event(.mouse(Mouse(.press(.left), at: Point(column: 3, row: 4)))))
    #expect(script.kind == .overview)
  }

  @Test func `a load that fails behind it is told instead of it`() throws {
    var script = try glimpsed()
    script.apply(.loaded(.failed("the file is broken")))
    #expect(script.screen.contains("the file is broken"))
    #expect(!script.screen.contains("areas qualify"))
  }
}
