import CapabilityScore
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", Int64(0)), ("1", 1_000_000), ("-1234.5", -1_234_500_000), ("0.000001", 1),
    ("999.99", 999_990_000), (".5", 500_000), ("5.", 5_000_000), ("007", 7_000_000),
    ("9223372036854.775807", .max), ("-9223372036854.775807", -.max),
  ])
  func `decimals are read exactly`(text: String, millionths: Int64) {
    #expect(Quantity(decimal: text)?.millionths == millionths)
  }

  @Test(arguments: [
    ("0.0000005", Int64(1)), ("-0.0000005", -1), ("0.0000004999", 0), ("1.2345675", 1_234_568),
    ("-1.2345675", -1_234_568), ("1.23456749999", 1_234_567), ("0.9999999", 1_000_000),
  ])
  func `ties beyond the sixth place round away from zero`(text: String, millionths: Int64) {
    #expect(Quantity(decimal: text)?.millionths == millionths)
  }

  @Test(arguments: [
    "9223372036854.775808", "9223372036854.7758075", "-9223372036854.775808", "10000000000000",
    "99999999999999999999999999",
  ])
  func `amounts that do not fit are refused`(text: String) {
    #expect(Quantity(decimal: text) == nil)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "+1", "1,5", "1.2.3", "1e3", " 1", "1 ", "0x1", "1.1234567x", "--1", "١",
  ])
  func `what is no plain decimal is refused`(text: String) {
    #expect(Quantity(decimal: text) == nil)
  }

  @Test(arguments: [
    (Int64(4_200_000_000), "4200"), (-500_000, "-0.5"), (150_523_300_933, "150523.300933"),
    (1, "0.000001"), (-1, "-0.000001"), (0, "0"), (.min, "-9223372036854.775808"),
  ])
  func `a quantity writes its exact decimal`(millionths: Int64, text: String) {
    #expect(Quantity(millionths: millionths).description == text)
  }

  @Test(arguments: 0..<50)
  func `a quantity reads back what it writes`(seed: Int) {
    var dice = Dice(seed: seed)
    let bits = dice.roll(1...63)
    let value = Int64(bitPattern: dice.next() >> UInt64(64 - bits)) * (dice.chance(50) ? -1 : 1)
    let quantity = Quantity(millionths: value)
    #expect(Quantity(decimal: quantity.description) == quantity)
  }
}
