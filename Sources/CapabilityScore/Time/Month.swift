/// A calendar month, the grain of every usage fact.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let index: Int32

  /// The month so many months after January of the year 0.
  public init(index: Int32) { self.index = index }

  /// - Parameters:
  ///   - year: The calendar year, for example 2024.
  ///   - month: 1…12; a value outside carries into the years.
  public init(year: Int, month: Int) {
    index = Int32(truncatingIfNeeded: year &* 12 &+ month &- 1)
  }

  /// Reads the form `2024-06`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 7, digits[4] == UInt8(ascii: "-"),
      let year = Int(decimalDigits: digits[0..<4]), let month = Int(decimalDigits: digits[5..<7]),
      (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The calendar year, for example 2024.
  public var year: Int { Int((Double(index) / 12).rounded(.down)) }
  /// 1…12.
  public var month: Int { Int(index) - year * 12 + 1 }

  /// The month so many months later, or earlier for a negative number.
  public func advanced(by months: Int) -> Month {
    Month(index: index &+ Int32(truncatingIfNeeded: months))
  }

  /// The months from this one to `other`; negative when `other` is earlier.
  public func distance(to other: Month) -> Int { Int(other.index) - Int(index) }

  /// The 1st of the month.
  public var firstDay: Day {
    Day(daysSince1970: Day.daysSince1970(year: year, month: month, day: 1))
  }
  /// The last day of the month, the 28th to the 31st.
  public var lastDay: Day { advanced(by: 1).firstDay.advanced(by: -1) }

  /// Earlier months come first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: CustomStringConvertible {
  /// The form `2024-06`.
  public var description: String {
    let number = String(year)
    return String(repeating: "0", count: max(0, 4 - number.count)) + number
      + (month < 10 ? "-0" : "-") + String(month)
  }

  /// The form people read: `Jun 2024`.
  public var name: String { "\(Self.shortNames[month - 1]) \(year)" }

  /// `Jan` … `Dec`.
  public static let shortNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
