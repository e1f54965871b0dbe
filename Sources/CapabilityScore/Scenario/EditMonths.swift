/// The months an edit changes; all but a range are counted from L of the untouched data.
public enum EditMonths: Hashable, Sendable {
  /// L.
  case last
  /// L and the month before.
  case lastTwo
  /// The twelve months up to L.
  case ttm
  /// From a month to a later one, both included.
  case range(Month, Month)

  /// How scenario files call it; nil for a range.
  public var name: String? {
    switch self {
    case .last: "last"
    case .lastTwo: "last-two"
    case .ttm: "ttm"
    case .range: nil
    }
  }

  /// The names of those that are no range.
  public static let names = [EditMonths.last, .lastTwo, .ttm].compactMap(\.name)

  /// Nil for a name that is none.
  public init?(name: String) {
    guard let found = [EditMonths.last, .lastTwo, .ttm].first(where: { $0.name == name }) else {
      return nil
    }
    self = found
  }

  /// The first and the last month; nil where L is asked for and there is no usage.
  func bounds(lastMonth: Month?) -> (first: Month, last: Month)? {
    switch self {
    case .last: lastMonth.map { ($0, $0) }
    case .lastTwo: lastMonth.map { ($0.advanced(by: -1), $0) }
    case .ttm: lastMonth.map { ($0.advanced(by: 1 - ScoringMonths.year), $0) }
    case .range(let first, let last): (first, last)
    }
  }
}
