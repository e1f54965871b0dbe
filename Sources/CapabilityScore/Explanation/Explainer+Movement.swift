extension Explainer {
  /// Who counts for a measure in a month of the window; nobody where amounts are added up.
  ///
  /// - Parameter month: 0 for now, 1…5 for the months before.
  /// - Complexity: O(tenants) or O(people).
  public func counted(measure: Int, month: Int) -> Set<Subject> {
    if case .total? = rulebook.measures[measure].usage?.counted { return [] }
    let counting = contributors(measure: measure, month: month).contributors.filter {
      $0.change == .added || $0.change == .kept
    }
    return Set(counting.map(\.subject))
  }

  /// What changed hands in a component from one month of the window to the next, each month against
  /// the one before it, newest first; the oldest month has none to compare with.
  public func handOvers(measure: Int) -> [HandOver] {
    let months = (0..<Scorecard.windowLength).map { counted(measure: measure, month: $0) }
    return zip(months, months.dropFirst()).map { now, before in
      HandOver(
        gained: now.subtracting(before).sorted(), lost: before.subtracting(now).sorted())
    }
  }
}
