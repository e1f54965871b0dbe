import CapabilityScore
import TerminalKit

/// The breadcrumb, and below it what the page is about.
struct PageHeading {
  let state: DashboardState

  init(_ state: DashboardState) { self.state = state }

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let standings = state.standings, let page = state.page else { return }
    var pen = Pen(area.inset(columns: 1), glyphs: state.glyphs)
    let crumbs = crumbs(standings)
    let shown = crumbs.dropFirst(hiddenCrumbs(crumbs, room: pen.room))
    if shown.count < crumbs.count {
      pen.write("\(state.glyphs.ellipsis) \(state.glyphs.crumb) ", .textDim, on: &canvas)
    }
    for (number, crumb) in shown.enumerated() {
      if number > 0 { pen.write(" \(state.glyphs.crumb) ", .textDim, on: &canvas) }
      pen.write(crumb, number == shown.count - 1 ? .crumbActive : .crumb, on: &canvas)
    }
    guard area.rows > 1 else { return }
    drawSubject(page, standings, area, on: &canvas)
  }

  /// The names of the pages on the way in; a tenant's usage need not name the tenant again.
  private func crumbs(_ standings: Standings) -> [String] {
    let kinds = state.pages.map(\.kind)
    return kinds.indices.map { number in
      if case .usage(let tenant) = kinds[number], number > 0,
        kinds[number - 1] == .tenant(tenant)
      {
        return "Usage"
      }
      let name = name(of: kinds[number], standings)
      switch kinds[number] {
      case .plan(let area), .history(let area):
        let isBelowArea = number > 0 && kinds[..<number].contains { $0.area == area }
        return isBelowArea ? name : "\(standings.rulebook.areas[area].shortName): \(name)"
      default: return name
      }
    }
  }

  /// How many steps of the way in give way, from the front, so that the last ones can be read.
  private func hiddenCrumbs(_ crumbs: [String], room: Int) -> Int {
    let separator = 3
    let widths = crumbs.map { TextWidth.columns($0) + separator }
    return crumbs.indices.first { hidden in
      widths[hidden...].reduce(hidden > 0 ? separator : 0, +) - separator <= room
    } ?? max(0, crumbs.count - 1)
  }

  private func drawSubject(
    _ page: Page, _ standings: Standings, _ area: Rect, on canvas: inout Canvas
  ) {
    var pen = Pen(area.inset(columns: 1), row: 1, glyphs: state.glyphs)
    switch page.kind {
    case .contributors(let place, let component):
      drawMetric(place, component, standings, &pen, on: &canvas)
      drawSegments(page, area, on: &canvas)
    case .tenant(let tenant):
      let tenants = standings.portfolio.tenants
      let facts = [tenants.markets[tenant], tenants.segments[tenant], standings.tenantID(tenant)]
      pen.write(
        facts.filter { !$0.isEmpty }.joined(separator: " \(state.glyphs.separator) "), .textDim,
        on: &canvas)
    case .usage:
      pen.write(
        "\(key(.edit)) changes the value, \(key(.remove)) removes it, "
          + "\(key(.add)) adds usage or an association", .textDim, on: &canvas)
    case .history(let area):
      pen.write(standings.enrolmentWords(area), .textStrong, on: &canvas)
    case .scenarios:
      pen.write(
        "Points by area; \(key(.edit)) renames, \(key(.remove)) deletes, \(key(.mark)) marks two "
          + "to compare", .textDim, on: &canvas)
    case .plan: drawPlan(standings, &pen, on: &canvas)
    case .workload(let workload):
      guard let rows = page.rows as? SeriesRows else { return }
      pen.write(totalWords(rows.totals, standings), on: &canvas)
      var below = Pen(area.inset(columns: 1), row: 2, glyphs: state.glyphs)
      let fields = Set(rows.totals.map(\.field))
      let metrics = standings.explainer.admittingMetrics(workload, fields)
      below.write(
        metrics.isEmpty
          ? "No metric admits it." : "Admitted by " + standings.rulebook.words(metrics),
        .textDim, on: &canvas)
    case .individual(let person):
      let counted = standings.explainer.countedMetrics(of: standings.portfolio.roster[person])
      pen.write(standings.identity(ofIndividual: person), .textDim, on: &canvas)
      pen.write(
        counted.isEmpty
          ? " \(state.glyphs.separator) counts for no metric"
          : " \(state.glyphs.separator) counts for \(counted.map { standings.title($0) }.joined(separator: ", "))",
        .textDim, on: &canvas)
    default: break
    }
  }

  /// `412 tenants: 12,345 seats (10,000 a year ago)`, field by field.
  private func totalWords(_ totals: [UsageTotal], _ standings: Standings) -> String {
    totals.map { total in
      let unit = total.field.unit
      return NumberWords.counted(total.tenants, "tenant") + ": "
        + "\(standings.words(unit, total.current)) "
        + "(\(standings.number(unit, total.baseline)) a year ago)"
    }.joined(separator: " \(state.glyphs.separator) ")
  }

  private func drawMetric(
    _ place: MetricNumber, _ component: Int, _ standings: Standings, _ pen: inout Pen,
    on canvas: inout Canvas
  ) {
    let rule = standings.rule(place)
    let score = standings.score(place)
    let part = score.components[component]
    pen.write("\(score.points.words) / \(rule.maxPoints)  ", .textStrong, on: &canvas)
    if rule.components.count > 1 {
      pen.write("\(rule.components[component].id): ", .textHeading, on: &canvas)
    }
    pen.write(standings.words(rule.components[component], part), on: &canvas)
    let unit = standings.rulebook.measures[rule.components[component].measure].unit
    if !standings.hides(unit),
      let periods = standings.rulebook.periodWords(rule.components[component], part)
    {
      pen.write("  (\(periods))", .textDim, on: &canvas)
    }
    if let reason = score.reason {
      pen.write("  \(state.glyphs.unmet) \(reason.words)", .statusUnmet, on: &canvas)
    }
  }

  private func drawPlan(_ standings: Standings, _ pen: inout Pen, on canvas: inout Canvas) {
    if state.isPlanning { pen.write("Working it out… ", .textDim, on: &canvas) }
    guard let plan = state.plan else { return }
    let track = standings.rulebook.areas[plan.area].tracks[plan.track]
    pen.write(
      "\(plan.start.words) \(state.glyphs.right) \(plan.end.words) of \(plan.target.words) wanted",
      .textStrong, on: &canvas)
    if plan.steps.isEmpty && plan.isReached { return }
    if plan.isReached {
      let effort =
        plan.steps.contains(where: standings.hidesEffort)
        ? AmountMask.sign : NumberWords.fixed(plan.effort, places: 2)
      pen.write(
        "  \(state.glyphs.met) \(NumberWords.counted(plan.steps.count, "step")), effort \(effort)",
        .statusMet, on: &canvas)
    } else {
      let blocked = plan.blockedMetrics.map { track.metrics[$0].name }.joined(separator: ", ")
      pen.write(
        "  \(state.glyphs.unmet) not reached"
          + (blocked.isEmpty ? "" : "; nothing lifts \(blocked)"),
        .statusUnmet, on: &canvas)
    }
  }

  /// How a command is run.
  private func key(_ command: Command) -> String {
    state.keymap.name(command, state.glyphs)
  }

  private func drawSegments(_ page: Page, _ area: Rect, on canvas: inout Canvas) {
    guard let rows = page.rows as? ContributorRows else { return }
    let shown = rows.segments.map { item in
      (
        segment: item.segment,
        text: " \(item.segment.name) \(NumberWords.grouped(Int64(item.count))) "
      )
    }
    var pen = Pen(area.inset(columns: 1), row: 2, glyphs: state.glyphs)
    let chosen = shown.firstIndex { $0.segment == page.segment } ?? 0
    // Where they do not all fit, those before the chosen one give way.
    let marker = 2
    let first =
      (0...chosen).first { first in
        shown[first...chosen].reduce(first > 0 ? marker : 0) { $0 + TextWidth.columns($1.text) + 1 }
          + marker <= pen.room
      } ?? chosen
    if first > 0 { pen.write("\(state.glyphs.moreLeft) ", .textDim, on: &canvas) }
    for (number, item) in shown.enumerated().dropFirst(first) {
      let isLast = number == shown.count - 1
      guard TextWidth.columns(item.text) + (isLast ? 0 : marker) <= pen.room else {
        pen.write(String(state.glyphs.moreRight), .textDim, on: &canvas)
        return
      }
      pen.write(item.text, item.segment == page.segment ? .tabActive : .tab, on: &canvas)
      pen.skip(1)
    }
  }

  /// A page in the breadcrumb.
  func name(of kind: PageKind, _ standings: Standings) -> String {
    switch kind {
    case .overview: "Overview"
    case .area(let area): standings.rulebook.areas[area].shortName
    case .contributors(let place, _):
      standings.existing(place).map { rule in
        let area = standings.rulebook.areas[place.area]
        return area.tracks.count > 1 ? "\(area.tracks[place.track].name) \(rule.name)" : rule.name
      } ?? ""
    case .criteria(let place): "Criteria: \(standings.title(place))"
    case .tenant(let tenant): standings.label(.tenant(tenant))
    case .workload(let workload): standings.portfolio.names.workloads[workload]
    case .individual(let person): standings.label(.individual(person))
    case .usage(let tenant): "\(standings.label(.tenant(tenant))): usage"
    case .edits: "Edits of \(state.whatIf?.name ?? "the scenario")"
    case .scenarios: "Scenarios"
    case .comparison: "Compared"
    case .plan: "Plan"
    case .tenants: "Tenants"
    case .workloads: "Workloads"
    case .individuals: "People"
    case .expiring: "Ending within \(standings.rulebook.nearness.expiryDays) days"
    case .history: "Six months"
    case .moves(let place): "\(standings.existing(place)?.name ?? ""): added and lost"
    case .datasets: "Data"
    }
  }
}
