import CapabilityScore
import Testing

@Suite struct NumberWordsTests {
  @Test(arguments: [
    (Int64(0), "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
    (100_000, "100,000"), (-100, "-100"), (.min, "-9,223,372,036,854,775,808"),
  ])
  func `thousands are grouped`(number: Int64, words: String) {
    #expect(NumberWords.grouped(number) == words)
  }

  @Test(arguments: [(0, "0 steps"), (1, "1 step"), (2, "2 steps"), (1000, "1,000 steps")])
  func `one thing is no plural`(count: Int, words: String) {
    #expect(NumberWords.counted(count, "step") == words)
  }

  @Test(arguments: [
    (0.25, 1, "0.3"), (-0.25, 1, "-0.3"), (-0.04, 1, "0.0"), (1234.5, 0, "1,235"),
    (12.0, 1, "12.0"), (0.05, 2, "0.05"), (999.96, 1, "1,000.0"), (.infinity, 1, "-"),
    (.nan, 1, "-"),
  ])
  func `decimals have fixed places`(number: Double, places: Int, words: String) {
    #expect(NumberWords.fixed(number, places: places) == words)
  }

  @Test(arguments: [
    (Int64(1_000_000_000), "1,000"), (999_990_000, "999.99"), (-50_000_000, "-50"),
    (1_200_500_000, "1,200.50"), (135_000, "0.135"), (-1, "-0.000001"),
    (150_523_300_933, "150,523.30"), (9_999_999_999, "9,999.999999"), (0, "0"),
  ])
  func `money shows cents, and every place where cents would hide it`(
    millionths: Int64, words: String
  ) {
    #expect(NumberWords.money(millionths) == words)
  }

  @Test(arguments: [
    (Unit.tenants, Int64(1), "1 tenant"), (.tenants, 2, "2 tenants"), (.individuals, 1, "1 person"),
    (.individuals, 0, "0 people"), (.dollars, 1_200_500_000, "1,200.50 USD"),
    (.consumption, 5_000_000_000, "5,000 MCV"), (.pairs, 1, "1 workload of a tenant"),
  ])
  func `a unit says what is counted`(unit: Unit, value: Int64, words: String) {
    #expect(unit.words(value) == words)
  }

  @Test func `bounds read as people say them`() {
    let (ten, threeHundred) = (
      Bounds.Bound(10, isInclusive: false), Bounds.Bound(300, isInclusive: true)
    )
    #expect(Bounds(lower: ten, upper: threeHundred).words(.seats) == "11 to 300 seats")
    #expect(Bounds(lower: ten).words(.seats) == "more than 10 seats")
    #expect(Bounds(upper: threeHundred).words(.seats) == "at most 300 seats")
    let thousand = Bounds.Bound(1_000_000_000, isInclusive: true)
    #expect(Bounds(lower: thousand).words(.dollars) == "at least 1,000 USD")
    #expect(Bounds().words(.users) == "any")
  }
}
