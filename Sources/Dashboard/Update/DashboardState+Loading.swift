import CapabilityScore
import TerminalKit

extension DashboardState {
  mutating func show(_ outcome: LoadOutcome) {
    switch outcome {
    case .unchanged: break
    case .empty:
      phase = .empty
      standings = nil
      base = nil
      // The data may come back, as when a cache is made anew.
      unfinished = whatIf?.scenario ?? unfinished
      whatIf = nil
      pages = []
    case .failed(let text):
      // What is on the screen stays; only a first load has nothing to show.
      if base == nil {
        phase = .failed(text)
        standings = nil
        pages = []
      }
      notice = Notice(text, .error)
    case .standings(var loaded):
      loaded.hidesNames = hidesNames
      loaded.glyphs = glyphs
      // The journal is in the same file: what did not touch the data changes nothing here.
      if let base, base.isSameData(as: loaded), phase == .ready {
        return
      }
      let before = base
      base = loaded
      phase = .ready
      if whatIf == nil { showWhatIf() } else { rebase() }
      if let before { notice = changeNotice(from: before, to: loaded) }
      tellConflicts()
    }
  }

  /// Says how many edits the new data contradicts.
  private mutating func tellConflicts() {
    guard let whatIf, let told = notice else { return }
    let conflicts = whatIf.board.edits.count { whatIf.conflict($0) != nil }
    guard conflicts > 0 else { return }
    notice = Notice(
      "\(told.text); the data contradicts \(NumberWords.counted(conflicts, "edit")) "
        + "(\(keymap.name(.edits)) shows then, now and mine)", .warning)
  }

  /// Shows the score while the data behind it is read.
  mutating func glimpse(_ standings: Standings) {
    guard base == nil, phase == .loading else { return }
    var shown = standings
    shown.hidesNames = hidesNames
    shown.glyphs = glyphs
    self.standings = shown
    pages = [Page(.overview, rows: AreaRows(standings: shown))]
  }

  /// What moved, in words: `Security 41.0 → 47.6`.
  private func changeNotice(from before: Standings, to after: Standings) -> Notice? {
    guard before.rulebook.areas.count == after.rulebook.areas.count else { return nil }
    let moved = after.scorecard.areas.indices.compactMap { area -> String? in
      let (old, new) = (before.scorecard.areas[area].points, after.scorecard.areas[area].points)
      guard old != new else { return nil }
      return "\(after.rulebook.areas[area].shortName) \(old.words) \(glyphs.right) \(new.words)"
    }
    if before.isSameData(as: after) { return nil }
    return Notice(
      moved.isEmpty ? "New data; no score changed" : "New data: " + moved.joined(separator: ", "))
  }

  /// Has every page take its rows anew, the open one at once and the others when they are seen.
  ///
  /// - Parameter old: What the pages showed until now.
  mutating func rebuildPages(from old: Portfolio? = nil) {
    guard let standings else { return }
    let numbers = Renumbering(from: old ?? standings.portfolio, to: standings.portfolio)
    pages = pages.compactMap { $0.renumbered(numbers) }
    previousPages = previousPages?.compactMap { $0.renumbered(numbers) }
    if previousPages?.isEmpty ?? false { previousPages = nil }
    freshenPage()
  }

  /// Takes the rows of the open page anew if need be; cursors stay on what they were on. A page whose
  /// subject is gone gives way to the one below.
  mutating func freshenPage() {
    guard let standings else { return }
    while let page, page.isStale {
      pages.removeLast()
      guard let rows = rows(for: page.kind, track: page.track, standings, reusing: page.rows) else {
        continue
      }
      pages.append(page.freshened(rows, of: standings.rulebook))
    }
    if pages.isEmpty { pages = [Page(.overview, rows: AreaRows(standings: standings))] }
  }

  /// The rows of a page; nil where what it was about is gone.
  ///
  /// - Parameter old: The rows it had before, of which some may still hold.
  func rows(
    for kind: PageKind, track: Int?, _ standings: Standings, reusing old: (any RowSource)? = nil
  ) -> (any RowSource)? {
    let portfolio = standings.portfolio
    let areas = standings.rulebook.areas
    switch kind {
    case .overview: return AreaRows(standings: standings)
    case .area(let area):
      guard areas.indices.contains(area) else { return nil }
      let own = standings.scorecard.areas[area].selectedTrack
      return MetricRows(
        standings, area: area, track: min(track ?? own, areas[area].tracks.count - 1))
    case .contributors(let place, let component):
      guard let rule = standings.existing(place), rule.components.indices.contains(component) else {
        return nil
      }
      return ContributorRows(
        standings, measure: rule.components[component].measure, reusing: old as? ContributorRows)
    case .criteria(let place): return standings.existing(place) == nil ? nil : NoRows()
    case .tenant(let tenant):
      return tenant < portfolio.tenants.count ? TenantMetricRows(standings, tenant: tenant) : nil
    case .usage(let tenant):
      return tenant < portfolio.tenants.count ? SeriesRows(standings, tenant: tenant) : nil
    case .edits:
      return EditRows(lines: editLines(standings), standings: standings)
    case .scenarios:
      return ScenarioRows(scoredScenarios, base?.rulebook ?? standings.rulebook, glyphs)
    case .comparison(let left, let right):
      let scenarios = scoredScenarios
      guard let left = scenarios.first(where: { $0.side == left }),
        let right = scenarios.first(where: { $0.side == right })
      else { return nil }
      return ComparisonRows(left, right, glyphs)
    case .plan: return plan.map { PlanRows(plan: $0, standings: standings) } ?? NoRows()
    case .workload(let workload):
      return workload < portfolio.names.workloads.count
        ? SeriesRows(standings, workload: workload) : nil
    case .individual(let person):
      return person < portfolio.roster.count ? HoldingRows(standings, individual: person) : nil
    case .tenants: return TenantRows(standings: standings)
    case .workloads: return WorkloadRows(standings)
    case .expiring:
      guard let board = planBoard else { return nil }
      return ExpiryRows(standings, board)
    case .individuals: return IndividualRows(standings: standings)
    case .history(let area):
      return areas.indices.contains(area) ? HistoryRows(standings, area: area) : nil
    case .moves(let place):
      return standings.existing(place) == nil ? nil : MoveRows(standings, place)
    case .datasets: return DatasetRows(standings: standings)
    }
  }
}

extension Standings {
  /// The rule of a metric, where the rulebook has it.
  func existing(_ place: MetricNumber) -> MetricRule? {
    guard rulebook.areas.indices.contains(place.area),
      rulebook.areas[place.area].tracks.indices.contains(place.track),
      rulebook.areas[place.area].tracks[place.track].metrics.indices.contains(place.metric)
    else { return nil }
    return rule(place)
  }
}

extension Page {
  /// The page after an import that numbered tenants and people anew; nil where its subject is gone.
  fileprivate func renumbered(_ numbers: Renumbering) -> Page? {
    guard let kind = numbers.page(kind) else { return nil }
    var page = self
    page.keptID = (isStale ? keptID : selectedID).flatMap(numbers.row)
    page.isStale = true
    page.kind = kind
    page.table.marks = Set(table.marks.compactMap(numbers.row))
    page.table.anchor = table.anchor.flatMap(numbers.row)
    return page
  }

  fileprivate func freshened(_ rows: any RowSource, of rulebook: Rulebook) -> Page {
    var page = self
    page.isStale = false
    if let area = kind.area, rulebook.areas.indices.contains(area) {
      page.track = track.map { min($0, rulebook.areas[area].tracks.count - 1) }
    }
    page.rows = rows
    page.table.rebuild(rows, keeping: keptID, admits: page.admits)
    return page
  }

  /// Which rows the chosen segment holds.
  var admits: (Int) -> Bool {
    guard segment != .all, let rows = rows as? ContributorRows else { return { _ in true } }
    let segment = segment
    return { segment.contains(rows.list.contributors[$0]) }
  }
}
