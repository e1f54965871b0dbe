import CapabilityScore
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2100-02-29", false), ("2024-04-31", false), ("2024-13-01", false), ("2024-00-10", false),
    ("2024-01-00", false), ("0000-01-01", false), ("9999-12-31", true),
  ])
  func `only days of the calendar can be read`(text: String, exists: Bool) {
    #expect(Day(text)?.description == (exists ? text : nil))
  }

  @Test(arguments: [
    "2024-1-05", "2024-01-5", "24-01-05", "2024/01/05", " 2024-01-05", "2024-01-0x",
  ])
  func `other forms are no days`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `every day from 1900 to 2199 follows the one before`() throws {
    var next = try #require(Day("1900-01-01"))
    #expect(next.daysSince1970 == -25_567)
    for year in 1900...2199 {
      for month in 1...12 {
        for number in 1...31 {
          guard let day = Day(year: year, month: month, day: number) else { continue }
          guard day == next, day.month == Month(year: year, month: month) else {
            Issue.record("\(year)-\(month)-\(number) is \(day), after \(next.advanced(by: -1))")
            return
          }
          next = day.advanced(by: 1)
        }
      }
    }
    #expect(next == Day("2200-01-01"))
    #expect(next.daysSince1970 == 84_006)
  }

  @Test func `a day reads back what it writes`() {
    for number in stride(from: Int32(-25_567), to: 84_006, by: 7) {
      let day = Day(daysSince1970: number)
      #expect(Day(day.description) == day)
    }
  }

  @Test func `the epoch is the first of January 1970`() {
    #expect(Day("1970-01-01")?.daysSince1970 == 0)
    #expect(Day("1969-12-31")?.daysSince1970 == -1)
  }

  @Test func `distances count days and know their direction`() {
    #expect(day("2024-02-28").distance(to: day("2024-03-01")) == 2)
    #expect(day("2024-03-01").distance(to: day("2023-03-01")) == -366)
    #expect(day("2024-02-28").advanced(by: 2) == day("2024-03-01"))
  }

  @Test func `a day has a name for people`() {
    #expect(day("2024-06-03").name == "3 Jun 2024")
  }
}
