/// The run of months a portfolio holds; a month's place in it is its lane.
public struct MonthWindow: Hashable, Sendable {
  /// The oldest month held, which is lane 0.
  public let first: Month
  /// At most ``MonthWindow/limit``, so that a set of lanes fits a word.
  public let count: Int

  /// A bit of a word for each lane, and one to spare: ``SeriesTable/elsewhere``.
  public static let limit = 63

  /// The months from `first` on; a count outside 1…``limit`` is brought to the nearer end.
  public init(first: Month, count: Int) {
    self.first = first
    self.count = max(1, min(count, MonthWindow.limit))
  }

  /// What scoring on a day needs: from 43 months before `lastMonth` (two years, six months of history,
  /// and the year by which removing tenants can move L back) to the month before the as-of month.
  ///
  /// - Parameters:
  ///   - oldest: The oldest month with data; nothing before it is held unless scoring reads it.
  ///   - lastMonth: L; nil where there is no usage yet.
  public init(asOf: Day, lastMonth: Month?, oldest: Month?) {
    let end = asOf.month.advanced(by: -1)
    let last = min(lastMonth ?? end, end)
    let wanted = max(last.advanced(by: -43), min(oldest ?? last, last.advanced(by: -31)))
    let newest = min(end, wanted.advanced(by: MonthWindow.limit - 1))
    self.init(first: wanted, count: wanted.distance(to: newest) + 1)
  }

  /// The month's place, also outside `0..<count`.
  public func lane(_ month: Month) -> Int { first.distance(to: month) }

  /// The month in a lane, also outside `0..<count`.
  public func month(_ lane: Int) -> Month { first.advanced(by: lane) }

  /// The newest month held.
  public var last: Month { first.advanced(by: count - 1) }

  /// Whether the window holds the month.
  public func contains(_ month: Month) -> Bool { (0..<count).contains(lane(month)) }
}
