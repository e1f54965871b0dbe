import CapabilityScore
import Testing

@Suite struct MonthTests {
  @Test(arguments: [
    ("2024-01", -1, "2023-12"), ("2024-12", 1, "2025-01"), ("2024-06", -12, "2023-06"),
    ("2024-06", -23, "2022-07"), ("2000-01", -2400, "1800-01"),
  ])
  func `months carry into years`(start: String, months: Int, end: String) {
    #expect(month(start).advanced(by: months) == month(end))
    #expect(month(start).distance(to: month(end)) == months)
  }

  @Test(arguments: [
    ("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2100-02", "2100-02-28"),
    ("2024-04", "2024-04-30"), ("2024-12", "2024-12-31"),
  ])
  func `a month ends on its last day`(text: String, last: String) {
    #expect(month(text).lastDay == day(last))
    #expect(month(text).firstDay == day(text + "-01"))
  }

  @Test(arguments: ["2024-00", "2024-13", "2024-6", "24-06", "2024/06", "2024-06-01", ""])
  func `other forms are no months`(text: String) {
    #expect(Month(text) == nil)
  }

  @Test(arguments: ["0001-01", "0999-12", "2024-06", "9999-12"])
  func `a month reads back what it writes`(text: String) {
    #expect(month(text).description == text)
  }

  @Test func `months are ordered by time`() {
    #expect(month("2023-12") < month("2024-01"))
    #expect(month("2024-06").name == "Jun 2024")
  }
}
