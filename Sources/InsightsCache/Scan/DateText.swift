import CapabilityScore

/// Reads months and days in exactly the forms that exports have.
///
/// With a day: `2024-06-01`, `2024-06-01T00:00:00`, `6/1/2024` (US order), `6/1/2024 12:00:00 AM`.
/// Without: `2024-06`, `202406`, `Jun 2024`, `June, 2024`.
enum DateText {
  /// Nil for anything else, for days that no calendar has, and for years outside 1900–2199.
  static func month(_ text: Span<UInt8>) -> Month? {
    if let date = isoDate(text) ?? usDate(text) { return date.month }
    return isoMonth(text) ?? compactMonth(text) ?? namedMonth(text)
  }

  /// Nil for anything else, the forms without a day among them.
  static func day(_ text: Span<UInt8>) -> Day? { (isoDate(text) ?? usDate(text))?.day }

  /// A day that the calendar has, in parts: most are asked for their month alone.
  private struct Date {
    private let year: Int
    private let number: Int
    private let dayOfMonth: Int

    init?(year: Int, month: Int, day: Int) {
      guard years.contains(year), Day.exists(year: year, month: month, day: day) else {
        return nil
      }
      (self.year, number, dayOfMonth) = (year, month, day)
    }

    var month: Month { Month(year: year, month: number) }
    var day: Day? { Day(year: year, month: number, day: dayOfMonth) }
  }

  private static func isoDate(_ text: Span<UInt8>) -> Date? {
    var at = 0
    guard let year = text.number(of: 4...4, &at), text.skip("-", &at),
      let month = text.number(of: 2...2, &at), text.skip("-", &at),
      let day = text.number(of: 2...2, &at)
    else { return nil }
    if at < text.count {
      guard text.skip("T", &at), let hour = text.number(of: 2...2, &at), hour < 24,
        text.skip(":", &at), text.sixtieth(&at), text.skip(":", &at), text.sixtieth(&at),
        at == text.count
      else { return nil }
    }
    return Date(year: year, month: month, day: day)
  }

  private static func usDate(_ text: Span<UInt8>) -> Date? {
    var at = 0
    guard let month = text.number(of: 1...2, &at), text.skip("/", &at),
      let day = text.number(of: 1...2, &at), text.skip("/", &at),
      let year = text.number(of: 4...4, &at), at == text.count || clockTime(text, &at)
    else { return nil }
    return Date(year: year, month: month, day: day)
  }

  /// ` h:mm[:ss][ AM|PM]`, to the end.
  private static func clockTime(_ text: Span<UInt8>, _ at: inout Int) -> Bool {
    guard text.skip(" ", &at), let hour = text.number(of: 1...2, &at), text.skip(":", &at),
      text.sixtieth(&at)
    else { return false }
    if text.skip(":", &at), !text.sixtieth(&at) { return false }
    guard at < text.count else { return hour < 24 }
    return text.skip(" ", &at) && (text.skip("am", &at) || text.skip("pm", &at))
      && at == text.count && (1...12).contains(hour)
  }

  private static func isoMonth(_ text: Span<UInt8>) -> Month? {
    var at = 0
    guard let year = text.number(of: 4...4, &at), text.skip("-", &at),
      let month = text.number(of: 2...2, &at), at == text.count
    else { return nil }
    return self.month(year: year, month: month)
  }

  private static func compactMonth(_ text: Span<UInt8>) -> Month? {
    var at = 0
    guard let digits = text.number(of: 6...6, &at), at == text.count else { return nil }
    return month(year: digits / 100, month: digits % 100)
  }

  private static func namedMonth(_ text: Span<UInt8>) -> Month? {
    for (index, name) in longNames.enumerated() {
      var at = 0
      guard text.skip(shortNames[index], &at) else { continue }
      let short = at
      at = 0
      if !(text.skip(name, &at) && text.skip(", ", &at)) {
        at = short
        guard text.skip(" ", &at) else { return nil }
      }
      guard let year = text.number(of: 4...4, &at), at == text.count else { return nil }
      return month(year: year, month: index + 1)
    }
    return nil
  }

  private static func month(year: Int, month: Int) -> Month? {
    years.contains(year) && (1...12).contains(month) ? Month(year: year, month: month) : nil
  }

  static let years = 1900...2199
  private static let longNames: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let shortNames: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

extension Span<UInt8> {
  /// Reads ASCII digits, as many as there are within the bounds of the length.
  fileprivate func number(of length: ClosedRange<Int>, _ at: inout Int) -> Int? {
    let start = at
    var value = 0
    while at < count, at - start < length.upperBound {
      let digit = self[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      value = value &* 10 &+ Int(digit)
      at += 1
    }
    return at - start >= length.lowerBound ? value : nil
  }

  /// Reads the minutes or the seconds of a time.
  fileprivate func sixtieth(_ at: inout Int) -> Bool {
    number(of: 2...2, &at).map { $0 < 60 } ?? false
  }

  /// Steps over a text, without case where it is in lower case; stays where it is not there.
  fileprivate func skip(_ text: StaticString, _ at: inout Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count - at >= length else { return false }
    let start = at
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length {
        let byte = self[start + offset]
        let isUpperCase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        let folds = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(wanted[offset])
        guard (isUpperCase && folds ? byte | 0x20 : byte) == wanted[offset] else { return false }
      }
      at = start + length
      return true
    }
  }
}
