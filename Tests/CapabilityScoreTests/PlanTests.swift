import CapabilityScore
import RuleFiles
import Testing

@Suite struct PlanTests {
  private static let modernWork = 3
  private static let security = 4

  // MARK: Properties

  @Test(arguments: 0..<6)
  func `applying a plan gives the totals it tells, and reaches what it says`(seed: Int) {
    var random = RandomData(seed: seed &+ 5000)
    let board = random.portfolio(tenants: 8).board()
    for (number, area) in Rulebook.insights.areas.enumerated() {
      for track in area.tracks.indices {
        let plan = Planner(board).plan(area: number, track: track)
        var applied = board
        for step in plan.steps {
          for edit in step.edits { #expect(applied.apply(edit) == .applied, "\(edit)") }
          #expect(applied.scorecard.areas[number].tracks[track].points == step.total)
        }
        let end = applied.scorecard.areas[number].tracks[track]
        #expect(end.points == plan.end)
        #expect(end.isQualified == plan.isReached)
        #expect(plan.isReached || !plan.blockedMetrics.isEmpty, "\(area.id) \(plan)")
      }
    }
  }

  @Test(arguments: 0..<6)
  func `a step gains alone what it says`(seed: Int) {
    var random = RandomData(seed: seed &+ 6000)
    let board = random.portfolio(tenants: 8).board()
    let plan = Planner(board).plan(area: Self.security)
    for step in plan.steps + plan.alternatives {
      var applied = board
      applied.apply(contentsOf: step.edits)
      let points = applied.scorecard.areas[Self.security].points
      #expect(points - plan.start == step.gain, "\(step.title)")
    }
  }

  @Test(arguments: 0..<5)
  func `no step of a plan can be left out`(seed: Int) {
    var random = RandomData(seed: seed &+ 7000)
    let board = random.portfolio(tenants: 8).board()
    let plan = Planner(board).plan(area: Self.modernWork)
    guard plan.isReached else { return }
    for step in plan.steps {
      var applied = board
      applied.apply(contentsOf: plan.steps.filter { $0 != step }.flatMap(\.edits))
      let track = applied.scorecard.areas[Self.modernWork].tracks[plan.track]
      #expect(!track.isQualified, "\(step.title)")
    }
  }
}
