import CapabilityScore
import Testing

@testable import InsightsCache

@Suite struct DateTextTests {
  @Test(arguments: [
    "2024-06-01", "2024-06-30", "2024-06", "2024-06-01T00:00:00", "2024-06-15T23:59:59",
    "6/1/2024", "06/01/2024", "6/30/2024", "6/1/2024 12:00:00 AM", "6/1/2024 0:00",
    "6/1/2024 23:59:59", "6/1/2024 1:05 pm", "202406", "Jun 2024", "June, 2024", "JUN 2024",
    "june, 2024",
  ])
  func `a month is read in every listed form`(_ text: String) {
    #expect(DateText.month(Array(text.utf8).span) == Month(year: 2024, month: 6))
  }

  @Test(arguments: [
    "", "June", "FY24 Q2", "31.12.2023", "2024-13-01", "2024-00", "2024-06-31", "2023-02-29",
    "13/1/2024", "2/30/2024", "0/1/2024", "June 2024", "Jun, 2024", "Jun  2024", "June,2024",
    "20246", "2024061", "202413", "202400", "2024-6", "2024-6-1", "24-06-01", "1899-12-31",
    "189912", "2200-01", "Jan 2200", "2024-06-01T", "2024-06-01T24:00:00", "2024-06-01T00:60:00",
    "2024-06-01T00:00", "2024-06-01 00:00:00", "2024-06-01x", "6/1/24", "6/1/2024 13:00 PM",
    "6/1/2024 0:00 AM", "6/1/2024 24:00", "6/1/2024 1:5", "6/1/2024 1:00:60", "6/1/2024 ",
    "6/1/2024 1:00 XM", "6/1/2024 1:00AM", "006/1/2024", "2024/06/01", "-2024-06", "２０２４-06",
  ])
  func `anything else is no month`(_ text: String) {
    #expect(DateText.month(Array(text.utf8).span) == nil)
  }

  @Test(arguments: 1...12)
  func `every month has its names`(_ number: Int) {
    let long = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ][number - 1]
    let month = Month(year: 1999, month: number)
    #expect(DateText.month(Array("\(long), 1999".utf8).span) == month)
    #expect(DateText.month(Array("\(long.prefix(3)) 1999".utf8).span) == month)
  }

  @Test(arguments: ["2024-02-29", "2/29/2024", "2024-02-29T12:00:00", "2/29/2024 12:00:00 AM"])
  func `a day is read in the forms that have one`(_ text: String) {
    #expect(DateText.day(Array(text.utf8).span) == Day(year: 2024, month: 2, day: 29))
  }

  @Test(arguments: ["2024-02", "202402", "Feb 2024", "February, 2024", "soon", "2023-02-29"])
  func `a form without a day is no day`(_ text: String) {
    #expect(DateText.day(Array(text.utf8).span) == nil)
  }
}
