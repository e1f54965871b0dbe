import Testing

@testable import InsightsCache

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("0", 0), ("1234.5", 1_234_500_000), ("1,234.50", 1_234_500_000),
      ("$1,234.50", 1_234_500_000), ("(12.30)", -12_300_000), ("-12.30", -12_300_000),
      ("($1,234.50)", -1_234_500_000), ("-$5", -5_000_000), ("1,234,567", 1_234_567_000_000),
      ("0.000001", 1), ("0.0000005", 1), ("0.00000049999", 0), ("-0.0000005", -1), (".5", 500_000),
      ("5.", 5_000_000), ("999999.9999995", 1_000_000_000_000), ("007", 7_000_000),
      ("999999999999.999999", 999_999_999_999_999_999),
    ] as [(String, Int64)])
  func `a number is read to the sixth place, ties away from zero`(_ text: String, _ value: Int64) {
    #expect(DecimalText(Array(text.utf8).span)?.value == value)
  }

  @Test(arguments: [
    "abc", "n/a", "1.2.3", "12..3", "USD", "1e5", "9O", "#REF!", "?", "1,23", "12,34,567", ",123",
    "1,2345", "1234,567", "1,234.5,6", "(5", "5)", "()", "($)", "-", "$", ".", "-.", "--5", "+5",
    "(-5)", "5-", "$-5", "$$5", "1 234", "€5", "0x1F", "NaN", "inf",
  ])
  func `anything else is no number`(_ text: String) {
    #expect(DecimalText(Array(text.utf8).span) == nil)
  }

  @Test(arguments: [
    "1000000000000", "999999999999.9999995", "99999999999999999999999999", "(1,000,000,000,000)",
  ])
  func `a number of twelve noughts stands for more`(_ text: String) {
    #expect(DecimalText(Array(text.utf8).span)?.magnitude == DecimalText.limit)
  }

  @Test(arguments: [("5.0", true), ("5.000000000", true), ("5.1", false), ("5.0000000001", false)])
  func `a fraction of nothing is whole`(_ text: String, _ isWhole: Bool) {
    #expect(DecimalText(Array(text.utf8).span)?.isWhole == isWhole)
  }
}
