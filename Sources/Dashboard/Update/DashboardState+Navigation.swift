import CapabilityScore
import TerminalKit

extension DashboardState {
  /// Changes the open page, if there is one.
  mutating func changePage(_ change: (inout Page) -> Void) {
    guard !pages.isEmpty else { return }
    change(&pages[pages.count - 1])
  }

  /// Opens a page on top of the present one.
  mutating func go(_ kind: PageKind, track: Int? = nil) {
    guard let standings, page?.kind != kind, let rows = rows(for: kind, track: track, standings)
    else { return }
    previousPages = pages
    var page = Page(kind, rows: rows)
    page.track = track
    if case .contributors = kind {
      page.table.setSort([Table.SortKey("change", ascending: true)])
      page.table.arrange(rows)
    }
    pages.append(page)
  }

  /// Shows an area's tab, or the overview.
  mutating func goToTab(_ area: Int?) {
    let kind = area.map(PageKind.area) ?? .overview
    guard let standings else { return }
    if pages.count == 1, page?.kind == kind { return }
    // Going back from an area leads to the overview, whichever way it was opened.
    let root =
      pages.first { $0.kind == .overview } ?? Page(.overview, rows: AreaRows(standings: standings))
    previousPages = pages
    if let known = pages.firstIndex(where: { $0.kind == kind }) {
      pages = Array(pages[...known])
      return
    }
    pages = [root]
    guard let area else { return }
    if let row = root.table.order.firstIndex(where: { root.rows.identity($0) == .area(area) }) {
      pages[0].table.move(to: row)
    }
    if let rows = rows(for: kind, track: nil, standings) { pages.append(Page(kind, rows: rows)) }
  }

  mutating func stepTab(_ step: Int) {
    guard let standings else { return }
    let count = standings.rulebook.areas.count + 1
    let present = pages.reversed().lazy.compactMap(\.kind.area).first.map { $0 + 1 } ?? 0
    let next = (present + step + count) % count
    goToTab(next == 0 ? nil : next - 1)
  }

  mutating func goBack() {
    if let page, !page.table.filter.isEmpty {
      setFilter("")
      return
    }
    if page?.focus == .detail {
      changePage { $0.focus = .table }
      return
    }
    guard pages.count > 1 else {
      notice = Notice("This is the top. \(keymap.hint(.quit) ?? "Ctrl-C") leaves.")
      return
    }
    previousPages = pages
    pages.removeLast()
  }

  mutating func swapPlaces() {
    guard let previous = previousPages else { return }
    previousPages = pages
    pages = previous
  }

  mutating func openSelection() -> [Effect] {
    guard let standings, let page else { return [] }
    switch page.selectedID {
    case .area(let area)?: goToTab(area)
    case .metric(let place)? where page.rows is HistoryRows: go(.moves(place))
    case .metric(let place)?: go(.contributors(place, component: standings.tellingComponent(place)))
    case .subject(let subject)?: open(subject)
    case .name? where page.rows is PlanRows: return takeSteps()
    case .name? where page.rows is ScenarioRows: return openScenario()
    case .name?: openLine(page)
    case nil: notice = Notice(page.rows.emptyText { keymap.name($0) })
    }
    return []
  }

  private mutating func open(_ subject: Subject) {
    switch subject {
    case .tenant(let tenant), .pair(let tenant, _): go(.tenant(tenant))
    case .workload(let workload): go(.workload(workload))
    case .individual(let person): go(.individual(person))
    }
  }

  /// Rows that stand for something else: a metric of a tenant, a tenant of a workload.
  private mutating func openLine(_ page: Page) {
    guard let row = page.selectedRow else { return }
    if let rows = page.rows as? TenantMetricRows {
      let role = rows[row]
      go(.contributors(role.place, component: role.component))
      selectRow(.subject(role.contributor.subject))
    } else if page.rows is HistoryRows {
      notice = Notice("Choose a metric to see who was added and lost")
    } else if let rows = page.rows as? ExpiryRows {
      open(rows[row])
    } else if let rows = page.rows as? MoveRows {
      open(rows[row])
    } else if let rows = page.rows as? SeriesRows {
      if case .usage = page.kind {
        go(.workload(rows.lines[row].workload))
      } else {
        go(.tenant(rows.lines[row].tenant))
      }
    }
  }

  /// Puts the cursor of the open page on a row.
  mutating func selectRow(_ id: RowID) {
    changePage { page in
      page.table.rebuild(page.rows, keeping: id, admits: page.admits)
    }
    keepCursorInSight()
  }

  mutating func explain() {
    if case .area? = page?.kind {
      _ = openSelection()
    } else {
      changePage { $0.focus = $0.focus == .detail ? .table : .detail }
    }
  }

  mutating func switchTrack() {
    guard let standings, case .area(let area)? = page?.kind else { return }
    let count = standings.rulebook.areas[area].tracks.count
    let present = page?.track ?? standings.scorecard.areas[area].selectedTrack
    let next = (present + 1) % count
    changePage { page in
      page.track = next
      page.rows = MetricRows(standings, area: area, track: next)
      page.table.arrange(page.rows)
    }
  }

  mutating func goToFailing(_ step: Int) {
    guard let standings else { return }
    let failing = standings.failingMetrics()
    guard !failing.isEmpty else { return }
    let present = metricAtHand.flatMap { failing.firstIndex(of: $0) }
    let area = areaAtHand ?? -1
    let nearest =
      step > 0 ? failing.firstIndex { $0.area >= area } : failing.lastIndex { $0.area < area }
    let next =
      present.map { ($0 + step + failing.count) % failing.count } ?? nearest
      ?? (step > 0 ? 0 : failing.count - 1)
    goToTab(failing[next].area)
    if page?.track != nil, page?.track != failing[next].track {
      changePage { page in
        page.track = nil
        page.rows = MetricRows(standings, area: failing[next].area, track: failing[next].track)
      }
    }
    selectRow(.metric(failing[next]))
    notice = Notice(
      "Failing metric \(next + 1) of \(failing.count): \(standings.title(failing[next]))")
  }
}

extension Standings {
  /// The component that earns the metric its points, or would soonest.
  func tellingComponent(_ place: MetricNumber) -> Int {
    let parts = score(place).components
    return parts.indices.max { parts[$0].points < parts[$1].points } ?? 0
  }
}
