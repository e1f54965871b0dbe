/// A plan in the making: the steps taken so far, and the board they are applied to.
struct PlanDraft {
  private let start: ScenarioBoard
  private var board: ScenarioBoard
  private let area: Int
  private let track: Int
  private let target: Points
  private let effort: PlanEffort
  private var steps: [PlanStep] = []
  private var spare: [PlanStep] = []
  private var risks: [PlanRisk] = []

  init(board: ScenarioBoard, area: Int, track: Int, target: Points, effort: PlanEffort) {
    start = board
    self.board = board
    self.area = area
    self.track = track
    self.target = target
    self.effort = effort
  }

  var isReached: Bool { isReached(by: board) }

  private var rule: TrackRule { start.scorer.rulebook.areas[area].tracks[track] }

  private func score(_ board: ScenarioBoard) -> TrackScore {
    board.scorecard.areas[area].tracks[track]
  }

  private func isReached(by board: ScenarioBoard) -> Bool {
    let score = score(board)
    return score.points >= target && blockedMetrics(score).isEmpty
  }

  private func blockedMetrics(_ score: TrackScore) -> [Int] {
    rule.metrics.indices.filter {
      !rule.metrics[$0].isInformation && score.metrics[$0].points == .zero
    }
  }

  // MARK: Taking steps

  /// Chooses among the steps that are open now, and takes them, unless the target is reached.
  ///
  /// - Returns: False where there is none.
  mutating func takeSteps() -> Bool {
    guard let ground = PlanGround(board, area: area, track: track, effort: effort) else {
      return false
    }
    let finder = StepFinder(ground, limit: stepLimit)
    let outlooks = outlooks(ground, finder)
    if steps.isEmpty { risks = findRisks(outlooks, finder) }
    if isReached { return false }
    let metrics = outlooks.indices.filter { !rule.metrics[$0].isInformation }
    let options = metrics.map { rule.metrics[$0].options(outlooks[$0]) }
    let choice = PlanChoice.least(options, target: target)
    var taken: [PlanStep] = []
    for (place, metric) in metrics.enumerated() where place < choice.options.count {
      for part in options[place][choice.options[place]].parts {
        taken += realised(part, metric, outlooks[metric], finder)
      }
    }
    if steps.isEmpty {
      spare = others(metrics.flatMap { outlooks[$0].flatMap { $0.entry + $0.steps } }, than: taken)
    }
    board.apply(contentsOf: taken.flatMap(\.edits))
    steps += taken
    return !taken.isEmpty
  }

  /// More than any component of a rulebook needs in one go.
  private var stepLimit: Int {
    let score = score(board)
    return zip(rule.metrics, score.metrics).flatMap { metric, score in
      zip(metric.components, score.components).map { component, score -> Int in
        let target = Int((component.target?.millionths ?? 0) / Quantity.one)
        let behind = (score.baseline ?? 0) &- score.current
        return min(target, PlanDraft.mostSteps) + Int(min(max(0, behind), 1000)) + 1
      }
    }.max() ?? 0
  }

  private static let mostSteps = 40

  private func outlooks(_ ground: PlanGround, _ finder: StepFinder) -> [[ComponentOutlook]] {
    let score = score(board)
    return rule.metrics.indices.map { metric in
      ground.track.metrics[metric].components.indices.map { component in
        let rule = ground.track.metrics[metric].components[component]
        var outlook = ComponentOutlook(
          rule: rule, measure: ground.rulebook.measures[rule.measure],
          maximum: ground.track.metrics[metric].maxPoints,
          score: score.metrics[metric].components[component])
        if let skills = outlook.measure.skills {
          outlook.entry = placed(ground.prerequisiteSteps(skills), metric, component)
          outlook.steps = placed(
            ground.skillSteps(skills, limit: stepLimit), metric, component)
        } else {
          outlook.growthEntry = outlook.addsAmounts ? finder.growthEntry(rule.measure) : 0
          outlook.steps = finder.steps(metric: metric, component: component).filter { step in
            step.kind != .associate || advances(step, outlook.score)
          }
        }
        return outlook
      }
    }
  }

  private func findRisks(
    _ outlooks: [[ComponentOutlook]], _ finder: StepFinder
  ) -> [PlanRisk] {
    outlooks.indices.flatMap { metric in
      outlooks[metric].indices.flatMap { component in
        finder.risks(metric: metric, component: component, outlooks[metric][component])
      }
    }.sorted { $0.distance < $1.distance }
  }

  /// Whether the component counts more with a step; usage that comes to be admitted may yet be
  /// qualified usage, or that of a tenant that counts already.
  private func advances(_ step: PlanStep, _ score: ComponentScore) -> Bool {
    var board = board
    for edit in step.edits { board.apply(edit) }
    let after = self.score(board).metrics[step.metric].components[step.component]
    return after.current > score.current
  }

  private func placed(_ steps: [PlanStep], _ metric: Int, _ component: Int) -> [PlanStep] {
    steps.map { step in
      var step = step
      step.metric = metric
      step.component = component
      return step
    }
  }

  private func realised(
    _ part: PlanOption.Part, _ metric: Int, _ outlooks: [ComponentOutlook], _ finder: StepFinder
  ) -> [PlanStep] {
    switch part {
    case .steps(let component, let count):
      return outlooks[component].entry + outlooks[component].steps.prefix(count)
    case .growth(let component, let amount):
      return finder.growthSteps(
        metric: metric, component: component, amount: amount,
        effort: Double(amount) / outlooks[component].fullValue)
    }
  }

  /// Steps that make other edits than those taken; what serves several metrics is there once.
  private func others(_ steps: [PlanStep], than taken: [PlanStep]) -> [PlanStep] {
    var known = Set(taken.map(\.edits))
    return steps.filter { known.insert($0.edits).inserted }
  }

  // MARK: Finishing

  /// Leaves out, from the greatest effort down, what the target does not need.
  mutating func leaveOutNeedless() {
    guard isReached else { return }
    for step in steps.sorted(by: { $0.effort > $1.effort }) {
      let rest = steps.filter { $0 != step }
      let without = applied(rest)
      if isReached(by: without) {
        steps = rest
        board = without
      }
    }
  }

  private func applied(_ steps: [PlanStep]) -> ScenarioBoard {
    var board = start
    board.apply(contentsOf: steps.flatMap(\.edits))
    return board
  }

  func plan(start points: Points) -> Plan {
    var alone = start
    let ranked = steps.map { gaining($0, &alone, from: points) }.sorted(by: isBetter)
    var together = start
    let totalled = ranked.map { step in
      var step = step
      for edit in step.edits { together.apply(edit) }
      step.total = score(together).points
      return step
    }
    let end = score(together)
    return Plan(
      area: area, track: track, target: target, start: points, steps: totalled,
      alternatives: alternatives(&alone, from: points),
      risks: risks, end: end.points, isReached: end.points >= target && blockedMetrics(end).isEmpty,
      blockedMetrics: blockedMetrics(end))
  }

  private static let mostAlternatives = 30

  private func alternatives(_ board: inout ScenarioBoard, from points: Points) -> [PlanStep] {
    // One more new customer is as good as the next.
    var newcomers: Set<String> = []
    return Array(
      spare.filter { $0.subject != nil || newcomers.insert($0.title).inserted }
        .map { gaining($0, &board, from: points) }
        .filter { $0.gain > .zero || $0.kind == .prerequisite }
        .sorted { rankAlone($0) > rankAlone($1) }
        .prefix(PlanDraft.mostAlternatives))
  }

  /// The greatest gain first, then the least effort: many a step that is soon done gains next to nothing.
  private func rankAlone(_ step: PlanStep) -> (Double, Double) {
    (step.kind == .prerequisite ? .infinity : step.gain.value, -step.effort)
  }

  private func gaining(
    _ step: PlanStep, _ board: inout ScenarioBoard, from points: Points
  ) -> PlanStep {
    var step = step
    for edit in step.edits { board.apply(edit) }
    step.gain = score(board).points - points
    for _ in step.edits { board.undo() }
    return step
  }

  /// The greatest gain for its effort first, after what opens metrics.
  private func isBetter(_ left: PlanStep, _ right: PlanStep) -> Bool { rank(left) > rank(right) }

  private func rank(_ step: PlanStep) -> Double {
    step.kind == .prerequisite ? .infinity : step.gain.value / max(step.effort, 0.001)
  }
}
