/// A calendar day (proleptic Gregorian), for certifications and the as-of date.
public struct Day: Hashable, Comparable, Sendable {
  /// 0 on 1 January 1970, negative before it.
  public let daysSince1970: Int32

  /// The day so many days after 1 January 1970, or before it for a negative number.
  public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// Nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.exists(year: year, month: month, day: day) else { return nil }
    daysSince1970 = Day.daysSince1970(year: year, month: month, day: day)
  }

  /// Whether the calendar has such a day, in the years 1 to 9999.
  public static func exists(year: Int, month: Int, day: Int) -> Bool {
    (1...9999).contains(year) && (1...12).contains(month) && day >= 1
      && day <= daysInMonth(year: year, month: month)
  }

  /// Reads the form `2024-06-30`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = Int(decimalDigits: digits[0..<4]), let month = Int(decimalDigits: digits[5..<7]),
      let day = Int(decimalDigits: digits[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days later, or earlier for a negative number.
  public func advanced(by days: Int) -> Day {
    Day(daysSince1970: daysSince1970 &+ Int32(truncatingIfNeeded: days))
  }

  /// The days from this one to `other`; negative when `other` is earlier.
  public func distance(to other: Day) -> Int { Int(other.daysSince1970) - Int(daysSince1970) }

  /// The calendar month that the day lies in.
  public var month: Month {
    let civil = self.civil
    return Month(year: civil.year, month: civil.month)
  }

  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

  static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, counted in 400-year eras that begin in March, so that the leap day comes last.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Day: CustomStringConvertible {
  /// The form `2024-06-30`.
  public var description: String {
    let day = civil.day
    return month.description + (day < 10 ? "-0" : "-") + String(day)
  }

  /// The form people read: `30 Jun 2024`.
  public var name: String { "\(civil.day) \(month.name)" }
}

extension Int {
  /// Reads ASCII digits only: no sign, no spaces.
  init?(decimalDigits digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    self = value
  }
}
