import CapabilityScore
import InsightsCache

/// What the doctor finds in the cache.
struct CacheExamination {
  private(set) var findings: [Finding] = []
  /// Whether a repair is called for.
  private(set) var isDamaged = false

  init(path: String, rulebook: Rulebook, asOf: Day) {
    do {
      try examine(InsightsStore(path: path, access: .readOnly), rulebook, asOf)
    } catch {
      switch error {
      case .corrupt, .notACache, .unexpected: isDamaged = true
      case .missing, .cannotCreate, .cannotOpen, .newerSchema, .olderSchema, .busy, .readOnly,
        .diskFull, .readOrWriteFailed, .importCancelled:
        break
      }
      findings.append(finding(error, path))
    }
  }

  private mutating func examine(
    _ store: InsightsStore, _ rulebook: Rulebook, _ asOf: Day
  ) throws(InsightsStoreError) {
    findings.append(
      .fine("cache", "\(store.path), version \(try store.version().prefix { $0.isNumber })"))
    let damage = try store.integrityProblems()
    guard damage.isEmpty else {
      isDamaged = true
      findings.append(
        .problem("cache", "damaged (\(damage[0]))", "capstan doctor --repair rebuilds it"))
      return
    }
    guard try !store.isEmpty() else {
      findings.append(.note("data", "nothing was imported yet", "capstan import FOLDER"))
      return
    }
    findings += CacheExamination.freshness(try store.datasets(), asOf)
    findings += CacheExamination.rejects(try store.rejectCount())
    let portfolio = try store.portfolio(asOf: asOf)
    let scorer = Scorer(rulebook: rulebook, portfolio: portfolio, asOf: asOf)
    let used = Explainer(scorer: scorer, portfolio: portfolio).workloadTotals()
    findings += CacheExamination.names(
      workloads: Set(
        used.filter { !$0.isKnown }.map { portfolio.names.workloads[$0.workload] }),
      associations: try store.unmappedNames(rulebook.vocabulary).associations,
      certifications: try store.certificationTitles(), rulebook)
  }

  private func finding(_ error: InsightsStoreError, _ path: String) -> Finding {
    if isDamaged {
      return .problem(
        "cache", "\(path) is damaged", "capstan doctor --repair keeps what can be read")
    }
    if case .missing = error {
      return .note(
        "cache", "there is none at \(path) yet", "capstan import FOLDER, or capstan demo")
    }
    return .problem("cache", error.description)
  }

  private static func freshness(_ datasets: [DatasetState], _ asOf: Day) -> [Finding] {
    var findings: [Finding] = []
    if let newest = datasets.flatMap(\.months).filter({ $0 < asOf.month }).max() {
      let isOld = newest.distance(to: asOf.month) > 2
      findings.append(
        isOld
          ? .problem("data", "it ends with \(newest.name)", "import newer exports")
          : .fine("data", "up to \(newest.name)"))
    }
    for state in datasets where !state.missingMonths.isEmpty {
      findings.append(
        .problem(
          "months",
          "\(state.dataset.name) lacks "
            + state.missingMonths.map(\.name).joined(separator: ", "),
          "export these months again and import them"))
    }
    let absent = datasets.filter { $0.lastImport == nil }.map(\.dataset.name)
    if !absent.isEmpty {
      findings.append(
        .note("datasets", "never imported: \(absent.joined(separator: ", "))", "import them too"))
    }
    return findings
  }

  private static func rejects(_ count: Int) -> [Finding] {
    guard count > 0 else { return [.fine("rows", "none was kept aside")] }
    return [
      .note("rows", "\(NumberWords.grouped(Int64(count))) were kept aside", "see capstan rejects")
    ]
  }

  private static func names(
    workloads: Set<String>, associations: [String], certifications: [String], _ rulebook: Rulebook
  ) -> [Finding] {
    let matcher = CertificationMatcher(rulebook: rulebook)
    let lists = [
      ("workloads", workloads.sorted()), ("associations", associations),
      ("certifications", certifications.filter { matcher.certification($0) == nil }),
    ]
    return lists.map { kind, names in
      names.isEmpty
        ? .fine(kind, "the rulebook knows all")
        : .note(
          kind, "the rulebook does not know \(shortened(names))",
          "if it should count, add the name to a rulebook of your own")
    }
  }

  private static func shortened(_ names: [String]) -> String {
    let shown = names.prefix(3).map { $0.isEmpty ? "blank" : $0 }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
