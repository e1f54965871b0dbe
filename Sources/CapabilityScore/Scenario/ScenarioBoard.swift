/// A scenario at work: takes edits, and has the score of the edited data at any time (scoring.md §11).
///
/// An edit re-evaluates the touched tenant or individual only: `tally − before + after`. The result is
/// exactly what a full scoring of ``EditedPortfolio/portfolio()`` gives, and undoing every edit leads
/// back to the baseline exactly.
public struct ScenarioBoard: Sendable {
  /// The untouched portfolio's score.
  public let baseline: Scorecard
  /// The data as edited.
  public internal(set) var edited: EditedPortfolio
  /// The edits in order, each with what became of it.
  public private(set) var entries: [Entry] = []
  /// The rules resolved against the edited data.
  public internal(set) var scorer: Scorer
  /// The contributions of all tenants as edited, added up.
  public internal(set) var usage: Tally
  /// The contributions of all people as edited, added up.
  public internal(set) var people: RosterTally
  let baseScorer: Scorer
  let baseUsage: Tally
  let basePeople: RosterTally
  private var undone: [Step] = []
  private var steps: [Step] = []
  var evaluator: TenantEvaluator

  /// An edit of the scenario.
  public struct Entry: Hashable, Sendable {
    /// As it was made, whether it applies or not.
    public var edit: ScenarioEdit
    /// What it came to when it was made, on the data as the edits before it left them.
    public var outcome: EditOutcome
  }

  private struct Step: Sendable {
    var entry: Entry
    /// Undoes a step that was made, redoes one that was undone.
    var inverse: EditedPortfolio.Replacement
  }

  /// - Parameters:
  ///   - scorer: Resolved against this very portfolio.
  ///   - usage: The sum of all tenants, which the caller may have taken on all cores.
  ///   - rulebooks: Those that an edit may change to.
  public init(
    _ portfolio: Portfolio, scorer: Scorer, usage: Tally, people: RosterTally,
    rulebooks: [Rulebook] = []
  ) {
    self.scorer = scorer
    self.usage = usage
    self.people = people
    baseScorer = scorer
    baseUsage = usage
    basePeople = people
    baseline = scorer.scorecard(usage, people)
    edited = EditedPortfolio(
      portfolio, rulebook: scorer.rulebook, rulebooks: rulebooks, lastMonth: scorer.lastMonth)
    evaluator = scorer.evaluator()
  }

  /// A board that scores the portfolio itself.
  public init(_ portfolio: Portfolio, scorer: Scorer, rulebooks: [Rulebook] = []) {
    self.init(
      portfolio, scorer: scorer, usage: scorer.tally(portfolio.series),
      people: scorer.tally(portfolio.roster), rulebooks: rulebooks)
  }

  /// The score of the edited data.
  public var scorecard: Scorecard {
    scorer.scorecard(
      usage, people,
      besides: isScoredLikeBase
        ? Scorer.Scored(card: baseline, usage: baseUsage, people: basePeople) : nil)
  }

  /// Whether the rules and the months are those of the untouched data.
  var isScoredLikeBase: Bool {
    scorer.lastMonth == baseScorer.lastMonth && scorer.rulebook == baseScorer.rulebook
  }

  /// The rulebook that ``baseline`` is scored by.
  public var baseRulebook: Rulebook { baseScorer.rulebook }

  /// All edits in order, those included that do nothing.
  public var edits: [ScenarioEdit] { entries.map(\.edit) }
  /// Whether there is an edit to take back.
  public var canUndo: Bool { !steps.isEmpty }
  /// Whether there is an undone edit to make again; a new edit forgets them.
  public var canRedo: Bool { !undone.isEmpty }
}

// MARK: Editing

extension ScenarioBoard {
  /// What stands in the way of an edit where it is typed; nil where nothing does.
  public func problem(with edit: ScenarioEdit) -> EditProblem? { edited.problem(with: edit) }

  /// The score as it would be with these edits, too; the board is afterwards as it was.
  public mutating func preview(_ edits: [ScenarioEdit]) -> Scorecard {
    var inverses: [EditedPortfolio.Replacement] = []
    for edit in edits {
      guard let replacement = try? edited.replacement(for: edit) else { continue }
      inverses.append(put(replacement))
    }
    defer { for inverse in inverses.reversed() { _ = put(inverse) } }
    return scorecard
  }

  /// Adds an edit; one that cannot apply to the data at hand is kept and does nothing.
  @discardableResult
  public mutating func apply(_ edit: ScenarioEdit) -> EditOutcome {
    let (outcome, replacement) = resolve(edit)
    enter(edit, outcome, inverse: put(replacement))
    return outcome
  }

  /// Adds many edits, and scores once.
  public mutating func apply(contentsOf edits: some Sequence<ScenarioEdit>) {
    for edit in edits {
      let (outcome, replacement) = resolve(edit)
      enter(edit, outcome, inverse: edited.put(replacement))
    }
    rescore()
  }

  /// - Returns: The edit that was taken back; nil where there is none.
  @discardableResult
  public mutating func undo() -> ScenarioEdit? {
    guard let step = steps.popLast() else { return nil }
    entries.removeLast()
    undone.append(Step(entry: step.entry, inverse: put(step.inverse)))
    return step.entry.edit
  }

  /// - Returns: The edit that was made again; nil where there is none.
  @discardableResult
  public mutating func redo() -> ScenarioEdit? {
    guard let step = undone.popLast() else { return nil }
    entries.append(step.entry)
    steps.append(Step(entry: step.entry, inverse: put(step.inverse)))
    return step.entry.edit
  }

  /// What an edit comes to on the data at hand.
  private func resolve(
    _ edit: ScenarioEdit
  ) -> (outcome: EditOutcome, replacement: EditedPortfolio.Replacement) {
    do throws(EditProblem) {
      let replacement = try edited.replacement(for: edit)
      if case .nothing = replacement.part { return (.alreadyTrue, replacement) }
      return (.applied, replacement)
    } catch {
      return (
        .notApplicable(error), EditedPortfolio.Replacement(part: .nothing, names: edited.names)
      )
    }
  }

  private mutating func enter(
    _ edit: ScenarioEdit, _ outcome: EditOutcome, inverse: EditedPortfolio.Replacement
  ) {
    let entry = Entry(edit: edit, outcome: outcome)
    entries.append(entry)
    steps.append(Step(entry: entry, inverse: inverse))
    undone.removeAll()
  }
}
