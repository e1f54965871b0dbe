import CapabilityScore

/// The ways in which exports write a month.
enum MonthForm: CaseIterable {
  case day, yearAndMonth, dayAndTime, american, americanWithTime, digits, shortName, longName

  /// The cell, quoted where it holds a comma.
  func text(of month: Month) -> String {
    switch self {
    case .day: "\(month)-01"
    case .yearAndMonth: "\(month)"
    case .dayAndTime: "\(month)-01T00:00:00"
    case .american: "\(month.month)/1/\(month.year)"
    case .americanWithTime: "\(month.month)/1/\(month.year) 12:00:00 AM"
    case .digits: "\(month.year * 100 + month.month)"
    case .shortName: "\(MonthForm.names[month.month - 1].prefix(3)) \(month.year)"
    case .longName: "\"\(MonthForm.names[month.month - 1]), \(month.year)\""
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
