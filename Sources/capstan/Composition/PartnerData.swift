import CapabilityScore
import Dashboard
import Foundation
import InsightsCache
import RuleFiles

/// The cache, the rules and the day that a command works with: the place where cache and score meet.
struct PartnerData: Sendable {
  var cachePath: String
  let rulebook: Rulebook
  var asOf: Day
  let enrolments: [String: Day]
  let disclosure: Disclosure
  /// Stands for the rulebook's content and this build of the program, where a score may be kept.
  let rules: Int64
  /// The rulebooks that a scenario may change to; asked for where scenarios are worked on.
  var rulebooks: @Sendable () -> [Rulebook] = { [] }
  /// Whether no day was given: a dashboard that stays open goes with the calendar.
  var followsCalendar = false

  /// The same, as of today where no day was given.
  var current: PartnerData {
    var current = self
    if followsCalendar { current.asOf = .today }
    return current
  }

  func open(_ access: InsightsStore.Access = .readOnly) throws(Failure) -> InsightsStore {
    do {
      return try OpenStores.store(at: cachePath, access)
    } catch {
      throw Failure(error)
    }
  }

  /// Reads the portfolio and resolves the rules against it, as the role may see it.
  func explainer() throws(Failure) -> Explainer {
    explainer(disclosure.portfolio(try portfolio()))
  }

  func explainer(_ portfolio: Portfolio) -> Explainer {
    Explainer(
      scorer: Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf).prefetching,
      portfolio: portfolio)
  }

  /// Everything, whoever looks.
  func portfolio() throws(Failure) -> Portfolio {
    let store = try open()
    do {
      return try store.portfolio(asOf: asOf, vocabulary: rulebook.vocabulary)
    } catch {
      throw Failure(error)
    }
  }

  func scorecard(_ explainer: Explainer) -> Scorecard {
    explainer.scorer.scorecard(
      explainer.scorer.tallyOnAllCores(explainer.portfolio.series),
      explainer.scorer.tally(explainer.portfolio.roster))
  }

  /// The score alone, and whose it is.
  func scorecard() throws(Failure) -> (scorecard: Scorecard, partner: Partner) {
    let store = try open()
    do {
      if let kept = try store.keptScore(rulebook, asOf: asOf, rules: rules) {
        return (kept.scorecard, kept.outline.partner)
      }
      let (scorecard, outline) = try store.scorecard(rulebook, asOf: asOf)
      return (scorecard, outline.partner)
    } catch {
      throw Failure(error)
    }
  }

  /// The score for the first frame, without a tenant; nil where none was kept.
  func glimpse() throws(Failure) -> Standings? {
    do {
      let store = try OpenStores.store(at: cachePath, .readOnly)
      guard let kept = try store.keptScore(rulebook, asOf: asOf, rules: rules) else { return nil }
      let portfolio = disclosure.portfolio(kept.outline)
      var standings = Standings(
        explainer: Explainer(
          scorer: kept.scorer, portfolio: portfolio, usage: kept.usage, people: kept.people),
        usage: kept.usage, people: kept.people, enrolments: enrolments,
        generation: Int64(kept.generation))
      standings.hidesRevenue = !disclosure.showsRevenue
      return standings
    } catch .missing {
      return nil
    } catch {
      throw Failure(error)
    }
  }

  /// Keeps a score for the next first frame; where the cache cannot be written, that frame waits.
  private func keep(_ standings: Standings) {
    let store = try? OpenStores.store(at: cachePath, .readWrite)
    try? store?.keep(
      standings.usage, standings.people, standings.explainer.scorer, rules: rules,
      generation: Int(standings.generation))
  }

  /// Takes the score of what was imported, so that it is there at once.
  func keepScore(_ store: InsightsStore) {
    try? store.takeScore(rulebook, asOf: asOf, rules: rules)
  }

  /// Everything the dashboard shows.
  ///
  /// - Parameter known: What it shows already.
  func load(unless known: Standings?) throws(Failure) -> LoadOutcome {
    let store: InsightsStore
    do {
      store = try OpenStores.store(at: cachePath, .readOnly)
    } catch .missing {
      return .empty
    } catch {
      throw Failure(error)
    }
    do {
      if try store.isEmpty() { return .empty }
      let file = CacheFile.number(cachePath) ?? 0
      let generation = Int64(try store.generation())
      let known = known?.file == file ? known : nil
      if generation == known?.generation, asOf == known?.scorecard.asOf { return .unchanged }
      let updated = try update(known, store)
      var standings = if let updated { updated } else { try read(store, generation: generation) }
      standings.file = file
      standings.freshness = try store.datasets().map(DatasetFreshness.init)
      standings.hidesRevenue = !disclosure.showsRevenue
      return .standings(standings)
    } catch {
      throw Failure(error)
    }
  }

  private func read(
    _ store: InsightsStore, generation: Int64
  ) throws(InsightsStoreError) -> Standings {
    let portfolio = disclosure.portfolio(
      try store.portfolio(asOf: asOf, vocabulary: rulebook.vocabulary))
    let scorer = Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf).prefetching
    let order = Pending { NameOrder(portfolio.tenants) }
    let totals = Pending { TenantTotals(Explainer(scorer: scorer, portfolio: portfolio)) }
    let usage = scorer.tallyOnAllCores(portfolio.series)
    var standings = standings(portfolio, scorer, usage, generation: generation)
    if disclosure.imports, try store.keptScore(rulebook, asOf: asOf, rules: rules) == nil {
      keep(standings)
    }
    standings.nameOrder = order.take()
    standings.tenantTotals = totals.take()
    return standings
  }

  /// What is known with the few tenants that changed; nil where all must be read.
  private func update(
    _ known: Standings?, _ store: InsightsStore
  ) throws(InsightsStoreError) -> Standings? {
    guard let known else { return nil }
    let (before, scorer) = (known.explainer.portfolio, known.explainer.scorer)
    guard scorer.asOf == asOf,
      let update = try store.update(
        before, of: Int(known.generation), asOf: asOf, vocabulary: rulebook.vocabulary),
      scorer.lastMonth
        == Scorer.lastMonth(
          tenantsPerLane: update.portfolio.series.tenantsPerLane(), window: scorer.window,
          asOf: asOf)
    else { return nil }
    let usage = scorer.tally(
      known.usage, of: before.series, changedTo: update.portfolio.series,
      tenants: update.changedTenants)
    var standings = standings(
      disclosure.portfolio(update.portfolio), scorer, usage, generation: Int64(update.generation))
    standings.nameOrder = known.nameOrder
    standings.tenantTotals = known.tenantTotals?.changed(
      update.changedTenants, by: standings.explainer)
    return standings
  }

  private func standings(
    _ portfolio: Portfolio, _ scorer: Scorer, _ usage: Tally, generation: Int64
  ) -> Standings {
    let people = scorer.tally(portfolio.roster)
    return Standings(
      explainer: Explainer(scorer: scorer, portfolio: portfolio, usage: usage, people: people),
      usage: usage, people: people, rulebooks: rulebooks(), enrolments: enrolments,
      generation: generation)
  }

  func importExports(
    _ paths: [String], progress: (ImportProgress) -> ImportDecision
  ) throws(Failure) -> ImportReport {
    try disclosure.demand(.importing)
    if let missing = paths.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
      throw Failure(.noInput, "there is no '\(missing)'")
    }
    let store = try open(.readWrite)
    do {
      let report = try store.importExports(
        at: paths, vocabulary: rulebook.vocabulary, options: ImportOptions(asOf: asOf),
        progress: progress)
      keepScore(store)
      return report
    } catch {
      throw Failure(error)
    }
  }
}

extension DatasetFreshness {
  init(_ state: DatasetState) {
    self.init(
      name: state.dataset.name, rows: state.imported, firstMonth: state.months.first,
      lastMonth: state.months.last, missingMonths: state.missingMonths,
      imported: state.lastImport.map(Moment.words) ?? "never")
  }
}
