import CapabilityScore

/// A set of the months that exports may have (``DateText/years``).
struct MonthSet: Sendable {
  static let first = Month(year: DateText.years.lowerBound, month: 1)
  private var members = [Bool](repeating: false, count: DateText.years.count * 12)

  /// In calendar order.
  var months: [Month] { members.indices.filter { members[$0] }.map(MonthSet.first.advanced) }

  func contains(_ month: Month) -> Bool {
    let index = MonthSet.first.distance(to: month)
    return members.indices.contains(index) && members[index]
  }

  mutating func insert(_ month: Month) {
    let index = MonthSet.first.distance(to: month)
    if members.indices.contains(index) { members[index] = true }
  }

  mutating func formUnion(_ other: MonthSet) {
    for index in members.indices where other.members[index] { members[index] = true }
  }
}
