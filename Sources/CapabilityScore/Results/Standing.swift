/// Where the partner stands in an area (scoring.md §9).
public enum Standing: String, Sendable, CaseIterable {
  /// No points now.
  case notStarted = "not-started"
  /// Some points, and no qualified month in the window.
  case inProgress = "in-progress"
  /// A month of the window is qualified, or the area itself.
  case qualified
  /// The configuration has an anniversary, and its renewal is not due yet.
  case enrolled
  /// From the first day of the fifth month before the anniversary month to the end of that month.
  case renewalDue = "renewal-due"

  /// In words, for people.
  public var name: String {
    switch self {
    case .notStarted: "Not started"
    case .inProgress: "In progress"
    case .qualified: "Qualified"
    case .enrolled: "Enrolled"
    case .renewalDue: "Renewal due"
    }
  }
}

extension Scorecard {
  /// The months of the window in which the area was qualified.
  public func qualifiedMonths(ofArea area: Int) -> Int {
    months.count { $0.areas[area].isQualified }
  }

  /// The days on which an enrolment can be renewed: the anniversary's month and the five before it.
  public static func renewalWindow(_ anniversary: Day) -> ClosedRange<Day> {
    let opens = anniversary.month.advanced(by: 1 - windowLength).firstDay
    return opens...anniversary.month.lastDay
  }

  /// Until when an enrolment holds, and whether it can be renewed on the day of the score.
  public func renewalWords(_ anniversary: Day) -> String {
    let left = asOf.distance(to: anniversary)
    if left < 0 { return "The enrolment ended on \(anniversary.name)." }
    let window = Scorecard.renewalWindow(anniversary)
    let opens =
      window.contains(asOf)
      ? "it can be renewed now" : "it can be renewed from \(window.lowerBound.name)"
    return
      "Enrolled until \(anniversary.name), \(left) \(left == 1 ? "day" : "days") left; \(opens)."
  }

  /// - Parameter anniversary: The day the partner's enrolment in this area is renewed, if enrolled.
  public func standing(ofArea area: Int, anniversary: Day?) -> Standing {
    if let anniversary {
      return Scorecard.renewalWindow(anniversary).contains(asOf) ? .renewalDue : .enrolled
    }
    if qualifiedMonths(ofArea: area) > 0 { return .qualified }
    return areas[area].points > .zero ? .inProgress : .notStarted
  }
}
