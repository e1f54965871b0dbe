import CapabilityScore
import Testing

@Suite struct ScenarioPropertyTests {
  private static let rulebooks = [Rulebook.insights, .other]

  @Test(arguments: 0..<40)
  func `incremental scoring is what full scoring of the edited data gives`(seed: Int) {
    var random = RandomData(seed: seed)
    let data = random.portfolio(tenants: random.dice.roll(1...6))
    var board = data.board(rulebooks: Self.rulebooks)
    var oracle = ScenarioOracle(data, rulebook: .insights, rulebooks: Self.rulebooks)
    for edit in random.edits(12) {
      board.apply(edit)
      oracle.apply(edit)
      let edited = board.edited.portfolio()
      let full = Scorer(rulebook: board.edited.rulebook, portfolio: edited, asOf: data.asOf)
      #expect(board.scorecard == full.scorecard(of: edited), "\(edit)")
      #expect(board.scorecard == oracle.scorecard, "\(edit)")
    }
  }

  @Test(arguments: 0..<20)
  func `undo retraces every score, and redo every score again`(seed: Int) {
    var random = RandomData(seed: seed &+ 1000)
    var board = random.portfolio(tenants: 5).board(rulebooks: Self.rulebooks)
    let names = board.edited.names
    var scores = [board.scorecard]
    for edit in random.edits(15) {
      board.apply(edit)
      scores.append(board.scorecard)
    }
    for score in scores.dropLast().reversed() {
      board.undo()
      #expect(board.scorecard == score)
    }
    #expect(!board.canUndo)
    #expect(board.scorecard == board.baseline)
    #expect(board.edited.names == names)
    for score in scores.dropFirst() {
      board.redo()
      #expect(board.scorecard == score)
    }
    #expect(!board.canRedo)
  }

  @Test(arguments: 0..<15)
  func `many edits at once are the same edits one by one`(seed: Int) {
    var random = RandomData(seed: seed &+ 2000)
    let data = random.portfolio(tenants: 5)
    let edits = random.edits(15)
    var single = data.board(rulebooks: Self.rulebooks)
    var together = single
    for edit in edits { single.apply(edit) }
    together.apply(contentsOf: edits)
    #expect(together.scorecard == single.scorecard)
    #expect(together.entries == single.entries)
  }

  @Test(arguments: 0..<15)
  func `the order of tenants does not matter`(seed: Int) {
    var random = RandomData(seed: seed &+ 3000)
    var data = random.portfolio(tenants: 6)
    let edits = random.edits(10)
    var board = data.board(rulebooks: Self.rulebooks)
    board.apply(contentsOf: edits)
    data.tenants.reverse()
    data.roster.reverse()
    var reversed = data.board(rulebooks: Self.rulebooks)
    reversed.apply(contentsOf: edits)
    #expect(reversed.scorecard == board.scorecard)
  }

  @Test(arguments: 0..<25)
  func `contributors brought up to date are those of the edited data`(seed: Int) {
    var random = RandomData(seed: seed &+ 5000)
    var board = random.portfolio(tenants: 7).board()
    let untouched = board.explainer()
    board.apply(contentsOf: random.edits(8))
    guard board.scorer.lastMonth == untouched.scorer.lastMonth else { return }
    let edited = board.explainer()
    for measure in board.scorer.rulebook.measures.indices {
      let updated = edited.contributors(
        measure: measure, updating: untouched.contributors(measure: measure),
        tenants: board.edited.touchedTenants)
      let full = Explainer(scorer: board.scorer, portfolio: board.edited.portfolio())
      #expect(updated == full.contributors(measure: measure))
    }
  }

  @Test(arguments: 0..<15)
  func `what changed hands explains the difference of every count`(seed: Int) {
    var random = RandomData(seed: seed &+ 4000)
    var board = random.portfolio(tenants: 6).board(rulebooks: Self.rulebooks)
    board.apply(contentsOf: random.edits(10))
    let handOvers = board.handOvers()
    let before = Rulebook.insights
    let after = board.scorer.rulebook
    for (area, track, metric, component, measure) in before.components
    where before.measures[measure].isCountedOneByOne {
      let rule = ComponentID(area: area, track: track, metric: metric, component: component)
      let handOver = handOvers[rule] ?? HandOver()
      let old = board.baseline.component(rule, before)?.current ?? 0
      let new = board.scorecard.component(rule, after)?.current ?? 0
      #expect(Int64(handOver.gained.count - handOver.lost.count) == new - old, "\(rule)")
    }
  }
}

extension Measure {
  fileprivate var isCountedOneByOne: Bool {
    if case .total? = usage?.counted { false } else { true }
  }
}

extension Rulebook {
  fileprivate var components: [(String, String, String, String, Int)] {
    areas.flatMap { area in
      area.tracks.flatMap { track in
        track.metrics.flatMap { metric in
          metric.components.map { (area.id, track.id, metric.id, $0.id, $0.measure) }
        }
      }
    }
  }
}

extension Scorecard {
  fileprivate func component(_ id: ComponentID, _ rules: Rulebook) -> ComponentScore? {
    guard let area = rules.areaIndex(id.area),
      let track = rules.areas[area].tracks.firstIndex(where: { $0.id == id.track }),
      let metric = rules.areas[area].tracks[track].metrics.firstIndex(where: { $0.id == id.metric })
    else { return nil }
    let components = rules.areas[area].tracks[track].metrics[metric].components
    guard let component = components.firstIndex(where: { $0.id == id.component }) else {
      return nil
    }
    return areas[area].tracks[track].metrics[metric].components[component]
  }
}
