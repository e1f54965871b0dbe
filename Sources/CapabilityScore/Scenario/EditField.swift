/// The field of a usage edit, by the name it has in scenario files.
public enum EditField: String, CaseIterable, Sendable {
  case acr, revenue, pau, mau
  /// What the workload is counted by: users or capacity, as the rulebook in force says.
  case units

  /// Whether values are dollars rather than counts.
  public var isMoney: Bool { self == .acr || self == .revenue }

  /// The unit of its values; what `units` stands for are users, whichever field has them.
  public var unit: Unit {
    switch self {
    case .acr, .revenue: .dollars
    case .pau: .seats
    case .mau, .units: .users
    }
  }

  /// The field of the data.
  ///
  /// - Parameter units: What `units` stands for with the workload at hand.
  func field(units: Field) -> Field {
    switch self {
    case .acr: .acr
    case .revenue: .revenue
    case .pau: .pau
    case .mau: .mau
    case .units: units
    }
  }
}
