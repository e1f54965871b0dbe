/// A number that a usage fact carries (scoring.md §1).
///
/// `units` of the spec is ``users`` or ``capacity``: the rulebook says which a workload is counted by.
public enum Field: UInt8, CaseIterable, Sendable {
  /// Azure consumed revenue, USD in millionths.
  case acr
  /// Dynamics and Power Platform revenue, USD in millionths.
  case revenue
  /// Paid available units (seats).
  case pau
  /// Monthly active users.
  case mau
  /// Monthly active users of a business application (`MAU` of its export).
  case users
  /// Monthly active capacity of a business application (`MAC` of its export).
  case capacity

  /// How many fields there are.
  static let count = allCases.count

  /// Whether values are ``Quantity/millionths`` rather than counts.
  public var isMoney: Bool { self == .acr || self == .revenue }
}
